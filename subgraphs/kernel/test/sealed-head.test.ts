import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SealedHead } from '../src/preservation/sealed-head.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sealed-head-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('where a log ended is read as it was kept, and never goes back, whoever keeps it', async () => {
  const path = join(folder, 'sealed.json');
  const [one, other] = [new SealedHead(path), new SealedHead(path)];
  expect(await one.read()).toBeUndefined();
  await one.keep({ position: 7, hash: 'seventh' });
  await other.keep({ position: 5, hash: 'fifth' });
  expect(await other.read()).toEqual({ position: 7, hash: 'seventh' });
});

test('what cannot be read is not told as nothing', async () => {
  const path = join(folder, 'sealed.json');
  await mkdir(path);
  await expect(new SealedHead(path).read()).rejects.toThrow('EISDIR');
});
