import { readFile, rename, stat } from 'node:fs/promises';
import type { DataFolder } from './data-folder-places.js';

/** Remembers where the server's log ends now, so that a failure can be told in the server's own words. */
export async function readLogTail(folder: DataFolder): Promise<{ since(): Promise<string> }> {
  const { size } = await stat(folder.log).catch(() => ({ size: 0 }));
  return {
    async since() {
      const text = (await readFile(folder.log).catch(() => Buffer.alloc(0))).subarray(size).toString('utf8');
      const telling = text.split('\n').filter((line) => /FATAL|PANIC|ERROR|HINT|DETAIL|error:/.test(line));
      return (telling.length > 0 ? telling : text.trim().split('\n').slice(-3)).slice(-6).join(' | ') || 'it said nothing';
    },
  };
}

/** Keeps the log of the last start beside a new one. */
export async function turnLog(folder: DataFolder): Promise<void> {
  await rename(folder.log, `${folder.log}.1`).catch(() => undefined);
}
