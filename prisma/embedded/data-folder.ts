import { randomBytes } from 'node:crypto';
import { access, chmod, constants, mkdir, open, readFile, readdir, realpath, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { dataFolderAt, type DataFolder } from './data-folder-places.js';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { closedParent, placeOutside } from './place-outside.js';
import { giveTo, type ServerAccount } from './server-account.js';

/** Makes the folder, or proves that an existing one is ours, writable, and reachable for the server's account. */
export async function prepareDataFolder(dataDir: string, account: ServerAccount | undefined): Promise<DataFolder> {
  const wanted = resolve(dataDir);
  if (account) await placeOutside(wanted, account).catch(() => undefined); // what it could not mend is refused below
  const made = await mkdir(wanted, { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
    throw notWritable(wanted, cause);
  });
  const folder = dataFolderAt(await realpath(wanted));
  if (made) await chmod(folder.dir, 0o700);
  if (account) await refuseClosedParents(folder.dir, account);
  await refuseForeignContents(folder);
  await giveTo(account, folder.dir).catch((cause: NodeJS.ErrnoException) => {
    throw notWritable(folder.dir, cause);
  });
  await access(folder.dir, constants.R_OK | constants.W_OK | constants.X_OK).catch((cause: NodeJS.ErrnoException) => {
    throw notWritable(folder.dir, cause);
  });
  return folder;
}

/** Reads the superuser's password; makes it at first start. */
export async function readOrMakePassword(folder: DataFolder, account: ServerAccount | undefined): Promise<string> {
  const known = await readFile(folder.password, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === 'ENOENT') return '';
    throw notWritable(folder.password, cause);
  });
  if (known.trim()) return known.trim();
  if (await exists(folder.cluster)) {
    throw new EmbeddedPostgresError(
      'EMBEDDED_POSTGRES_FOLDER_TAKEN',
      `${folder.dir} holds a database but its file "password" is gone. Put the file back from a backup, or move the folder away to begin with an empty one.`,
    );
  }
  const password = randomBytes(24).toString('base64url');
  const file = await open(folder.password, 'w', 0o600);
  try {
    await file.writeFile(`${password}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await giveTo(account, folder.password);
  return password;
}

/** The port of the last start, which other processes may still hold in their addresses. */
export async function readLastPort(folder: DataFolder): Promise<number | undefined> {
  const port = Number.parseInt(await readFile(folder.port, 'utf8').catch(() => ''), 10);
  return port > 0 && port < 65536 ? port : undefined;
}

export async function rememberPort(folder: DataFolder, port: number, account: ServerAccount | undefined): Promise<void> {
  await writeFile(folder.port, `${port}\n`);
  await giveTo(account, folder.port);
}

/** Refuses a cluster that another major version wrote: PostgreSQL cannot read it. */
export async function refuseOtherVersion(folder: DataFolder, majorVersion: string): Promise<'ready' | 'absent'> {
  const found = await versionOfCluster(folder.cluster);
  if (found === undefined) return 'absent';
  if (found === majorVersion) return 'ready';
  throw new EmbeddedPostgresError(
    'EMBEDDED_POSTGRES_OTHER_VERSION',
    `The data in ${folder.cluster} was written by PostgreSQL ${found}, and this hub brings PostgreSQL ${majorVersion}, which cannot read it. Start the hub's earlier version to export the data, or set HUB_DATA_DIR to another folder.`,
  );
}

async function versionOfCluster(cluster: string): Promise<string | undefined> {
  return readFile(join(cluster, 'PG_VERSION'), 'utf8').then(
    (text) => text.trim(),
    (cause: NodeJS.ErrnoException) => {
      if (cause.code === 'ENOENT') return undefined;
      throw notWritable(cluster, cause);
    },
  );
}

async function refuseForeignContents({ dir }: DataFolder): Promise<void> {
  const names = await readdir(dir).catch((cause: NodeJS.ErrnoException) => {
    throw notWritable(dir, cause);
  });
  const foreign = names.filter((name) => !/^(cluster(\.half)?|password|port|lock(\.\d+)?|server\.log(\.1)?|binaries-.+)$/.test(name));
  if (foreign.length === 0) return;
  const what = foreign.includes('PG_VERSION') ? 'is the data folder of another PostgreSQL' : `holds other files (${foreign.slice(0, 3).join(', ')})`;
  throw new EmbeddedPostgresError(
    'EMBEDDED_POSTGRES_FOLDER_TAKEN',
    `${dir} ${what}. Set HUB_DATA_DIR to a folder that is empty or does not exist yet.`,
  );
}

async function refuseClosedParents(dir: string, account: ServerAccount): Promise<void> {
  const parent = await closedParent(dir, account);
  if (parent === undefined) return;
  throw new EmbeddedPostgresError(
    'EMBEDDED_POSTGRES_FOLDER_NOT_TRAVERSABLE',
    `PostgreSQL refuses to run as root, so it runs as "${account.name}", and that account cannot pass through ${parent} to reach ${dir}. ` +
      `Set HUB_DATA_DIR to a folder outside (such as /var/lib/hub), or start the hub as an ordinary user, or let others pass: chmod o+x ${parent}`,
  );
}

function notWritable(path: string, cause: NodeJS.ErrnoException): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'EMBEDDED_POSTGRES_FOLDER_NOT_WRITABLE',
    `The hub cannot keep its data in ${path} (${cause.code ?? cause.message}). Set HUB_DATA_DIR to a folder that this account may write, or make this one writable for it.`,
    { cause },
  );
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
