import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CommandRefused } from '../command-refused.js';
import { contractTemplates } from './contract-templates.js';
import { copiedRooms } from './copied-rooms.js';
import { databaseTemplates } from './database-templates.js';
import { enrolledLists } from './enrolments.js';
import { roomTemplates } from './room-templates.js';
import { subgraphNames } from './subgraph-names.js';

/**
 * Makes the rooms of a new subgraph, its contract and its tables, and enrols it with the other owners.
 *
 * @returns the files written, from the root
 * @throws CommandRefused before anything is written
 */
export async function makeSubgraph(root: string, owner: string): Promise<string[]> {
  const names = subgraphNames(owner);
  for (const folder of [`subgraphs/${owner}`, `schema/sdl/${owner}`, `prisma/${owner}`]) {
    if (existsSync(join(root, folder))) throw new CommandRefused(`${folder} is there already. Choose another name, or remove what is left of an earlier try.`);
  }
  const files = {
    ...contractTemplates(names),
    ...databaseTemplates(names, new Date()),
    ...(await copiedRooms(root, names)),
    ...roomTemplates(names),
    ...(await enrolledLists(root, names)),
  };
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), text);
  }
  return Object.keys(files);
}
