import { bucketOfFiles } from './bucket-of-files.js';
import type { FileSettings } from './file-settings.js';
import { folderOfFiles } from './folder-of-files.js';
import type { KeptFiles } from './kept-files.js';

/** Where the files of an owner lie: in the bucket that is set, under the owner's name, else in a folder of its own. */
export function keptFilesOf({ bucketUrl }: FileSettings, owner: string, folder: string): KeptFiles {
  return bucketUrl === undefined ? folderOfFiles(folder) : bucketOfFiles(bucketUrl, owner);
}
