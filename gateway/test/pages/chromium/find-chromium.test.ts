import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findChromium } from './find-chromium.js';

it('takes the Chromium that CHROMIUM names, else one on the PATH', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hub-chromium-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const onPath = join(folder, 'chromium');
  await symlink(process.execPath, onPath);
  expect(await findChromium({ CHROMIUM: process.execPath, PATH: folder })).toEqual({ executablePath: process.execPath, env: {} });
  expect(await findChromium({ PATH: `/nowhere:${folder}` })).toEqual({ executablePath: onPath, env: {} });
});

it('says so where CHROMIUM names no program, rather than to take another', async () => {
  await expect(findChromium({ CHROMIUM: '/nowhere/chromium', PATH: '/usr/bin' })).rejects.toThrow('CHROMIUM names /nowhere/chromium, which is no program. Right would be, for example, /usr/bin/chromium.');
});
