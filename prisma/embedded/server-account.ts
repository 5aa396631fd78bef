import { execFile } from 'node:child_process';
import { chown, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { dataFolderAt } from './data-folder-places.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';

/** The account that the server runs under when we are root, because PostgreSQL refuses to run as root. */
export type ServerAccount = { name: string; uid: number; gid: number };

/**
 * Undefined when we are an ordinary user, whose own account will do. As root: the owner of the cluster that is already
 * there, or else `nobody`.
 */
export async function serverAccount(dataDir: string): Promise<ServerAccount | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const owner = await stat(dataFolderAt(dataDir).cluster).catch(() => undefined);
  if (owner && owner.uid !== 0) return { name: `uid ${owner.uid}`, uid: owner.uid, gid: owner.gid };
  try {
    const [uid, gid] = await Promise.all([idOfNobody('-u'), idOfNobody('-g')]);
    return { name: 'nobody', uid, gid };
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'EMBEDDED_POSTGRES_NO_ACCOUNT',
      'PostgreSQL refuses to run as root, and this system has no account "nobody" to run it under. Start the hub as an ordinary user, or set DATABASE_URL_<OWNER> to a server of your own.',
      { cause },
    );
  }
}

/** Hands a file or folder of ours over to the server's account. */
export async function giveTo(account: ServerAccount | undefined, path: string): Promise<void> {
  if (account) await chown(path, account.uid, account.gid);
}

async function idOfNobody(flag: '-u' | '-g'): Promise<number> {
  const { stdout } = await promisify(execFile)('id', [flag, 'nobody']);
  const id = Number.parseInt(stdout, 10);
  if (!(id > 0)) throw new Error(`id ${flag} nobody answered ${JSON.stringify(stdout)}`);
  return id;
}
