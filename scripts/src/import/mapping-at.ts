import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { keptMapping, keptMappings, type KeptMapping } from '@hub/imports/mapping/kept-mappings.js';
import { CommandRefused } from '../command-refused.js';

/** The text of a mapping: of a file, or of one that ships with the hub by its name. @throws CommandRefused that lists those */
export async function mappingAt(named: string): Promise<{ readonly name: string; readonly text: string }> {
  if (isKept(named)) return { name: named, text: await keptMapping(named) };
  const text = await readFile(named, 'utf8').catch(() => {
    throw new CommandRefused(`There is no mapping ${named}. Name a file, or one of those that ship with the hub: ${keptMappings.join(', ')}.`);
  });
  return { name: basename(named), text };
}

function isKept(named: string): named is KeptMapping {
  return (keptMappings as readonly string[]).includes(named);
}
