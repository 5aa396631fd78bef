import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that lack, and tells whether there was anything to make.
 *
 * Step by step, not `recursive`: where a file system admits no folders, as below /proc, Node goes on with that for ever.
 * @throws the fault of the file system, as Node gives it
 */
export async function makeFolder(path: string): Promise<boolean> {
  try {
    await mkdir(path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return false;
    if (code !== 'ENOENT' || dirname(path) === path || !(await makeFolder(dirname(path)))) throw error;
    await mkdir(path);
    return true;
  }
}
