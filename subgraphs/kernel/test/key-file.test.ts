import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signDetached, verifyDetached } from '@hub/kernel/identity/detached-signature.js';
import { keyFile } from '@hub/kernel/identity/key-file.js';
import { afterAll, beforeAll, expect, it } from 'vitest';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-key-'));
});
afterAll(() => rm(folder, { recursive: true }));

it('makes one key however many start at once, and only its owner may read the file', async () => {
  const path = join(folder, 'deep', 'key.json');
  await Promise.all(Array.from({ length: 8 }, () => keyFile(path).create()));
  const { kid } = await keyFile(path).key();
  await keyFile(path).create();
  expect((await keyFile(path).key()).kid).toBe(kid);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(join(folder, 'deep'))).toEqual(['key.json']);
});

it('shows the public half only', async () => {
  const file = keyFile(join(folder, 'public.json'));
  await file.create();
  expect((await file.jwks()).keys[0]).not.toHaveProperty('d');
});

it('signs a text apart from it, and finds out any change of the text or another key', async () => {
  const [mine, other] = [keyFile(join(folder, 'mine.json')), keyFile(join(folder, 'other.json'))];
  await mine.create();
  await other.create();
  const signature = await signDetached(await mine.key(), '签名 text');
  expect(signature).toMatch(/^[\w-]+\.\.[\w-]+$/);
  expect(await verifyDetached(await mine.jwks(), '签名 text', signature)).toBe(true);
  expect(await verifyDetached(await mine.jwks(), '签名 text.', signature)).toBe(false);
  expect(await verifyDetached(await other.jwks(), '签名 text', signature)).toBe(false);
});
