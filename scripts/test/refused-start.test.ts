import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { owners } from '@hub/prisma/owner.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runHub, type Ended } from './start/run-hub.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'refused-start-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const start = (variables: Record<string, string>) => runHub(['start'], { PORT: '0', HUB_DATA_DIR: join(folder, 'data'), ...variables });

/** One clear sentence or two on standard error, exit code 1, no stack. */
function expectRefusal({ code, stdout, stderr }: Ended, ...said: string[]): void {
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  for (const words of said) expect(stderr).toContain(words);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(stderr.trim().split('\n')).toHaveLength(1);
}

it('says which port is taken, and how to choose another', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  try {
    expectRefusal(await start({ PORT: String(port) }), `Port ${port} on 127.0.0.1 is taken`, 'PORT=');
  } finally {
    other.close();
  }
});

it('says that a folder cannot be written, and which setting names it', async () => {
  await writeFile(join(folder, 'file'), '');
  expectRefusal(await start({ HUB_DATA_DIR: join(folder, 'file', 'data') }), join(folder, 'file', 'data'), 'ENOTDIR', 'HUB_DATA_DIR');
});

it.runIf(existsSync('/proc'))('says so at once where the file system admits no folders', async () => {
  expectRefusal(await start({ HUB_DATA_DIR: '/proc/hub/data' }), '/proc/hub/data', 'ENOENT', 'HUB_DATA_DIR');
});

it('says which database cannot be reached, without its password, and which setting names it', async () => {
  const urls = owners.map((owner) => [`DATABASE_URL_${owner.replaceAll('-', '_').toUpperCase()}`, 'postgresql://hub:very-secret@127.0.0.1:9/hub']);
  const ended = await start(Object.fromEntries(urls));
  expectRefusal(ended, '127.0.0.1:9', 'DATABASE_URL_REGULATOR');
  expect(ended.stderr).not.toContain('very-secret');
});

it.each([
  [{ PORT: 'four' }, 'PORT is "four"'],
  [{ PORT: '70000' }, 'PORT=4000'],
  [{ HOST: '203.0.113.7' }, 'HOST=203.0.113.7'],
  [{ DATABASE_URL_LABS: 'labs' }, 'DATABASE_URL_LABS'],
  [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
  [{ NODE_ENV: 'production' }, 'OIDC_ISSUER'],
])('names the setting that is wrong: %o', async (variables: Record<string, string>, said) => {
  expectRefusal(await start(variables), said);
});
