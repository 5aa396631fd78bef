import { access, mkdir, open, realpath, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ImportFault } from '@hub/imports/import-fault.js';

/** What an import notes that it has begun with. */
const runFile = 'run.json';
/** What it keeps before it begins to send. */
const keptFiles = ['mapping.yaml', 'source'];
const ownFiles = [runFile, ...keptFiles, 'progress.json', 'report.csv', 'refused.csv', 'refused.jsonl'];

/**
 * Takes a folder for one import, before anything is read or written there: by a `run.json` that only one can make, empty until the import
 * begins to send.
 *
 * @param source the file, address or - that is to be imported
 * @returns gives the folder back where the import does not come to its beginning
 * @throws ImportFault IMPORT_FOLDER_IN_USE, IMPORT_SOURCE_IN_FOLDER
 */
export async function claimFolder(folder: string, source: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await requireElsewhere(source, folder);
  await claim(folder);
  for (const file of ownFiles.filter((name) => name !== runFile)) {
    if (!(await isThere(join(folder, file)))) continue;
    await remove(folder, [runFile]); // what was there before stays
    throw new ImportFault('IMPORT_FOLDER_IN_USE', { folder, file });
  }
  return () => remove(folder, [runFile, ...keptFiles]);
}

async function claim(folder: string): Promise<void> {
  try {
    const file = await open(join(folder, runFile), 'wx', 0o600);
    await file.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new ImportFault('IMPORT_FOLDER_IN_USE', { folder, file: runFile });
    throw error;
  }
}

/** A name that links to a file stands for the file; an address, or what is not there, is no file of the folder. */
async function requireElsewhere(source: string, folder: string): Promise<void> {
  const path = await realpath(source).catch(() => undefined);
  if (path !== undefined && dirname(path) === (await realpath(folder)) && ownFiles.includes(basename(path))) throw new ImportFault('IMPORT_SOURCE_IN_FOLDER', { source });
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function remove(folder: string, files: readonly string[]): Promise<void> {
  for (const file of files) await rm(join(folder, file), { force: true });
}
