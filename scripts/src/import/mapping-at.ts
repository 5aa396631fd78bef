import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { keptMapping, keptMappings, type KeptMapping } from '@hub/imports/mapping/kept-mappings.js';
import { CommandRefused } from '../command-refused.js';
import type { HubOptions } from './hub-at.js';
import { HubRefused } from './hub-desk.js';
import { MappingDesk } from './mapping-desk.js';

/** The text of a mapping, as it was named. */
export interface NamedMapping {
  readonly name: string;
  readonly text: string;
  /** Whether it is a file here, which no hub need know. */
  readonly isFile: boolean;
}

/** A name, and perhaps a version, as the hub knows mappings. */
const inHub = /^([a-z][a-z0-9-]{1,59})(?:@(\d{1,7}))?$/;

/**
 * The text of a mapping: of a file, of one that ships with the hub by its name, or of one that the centre has approved there, the latest version unless one is named.
 * @param hub where it is looked for; only files and those that ship with the hub without it
 * @throws CommandRefused that lists those
 */
export async function mappingAt(named: string, hub?: HubOptions): Promise<NamedMapping> {
  if (isKept(named)) return { name: named, text: await keptMapping(named), isFile: false };
  const text = await readFile(named, 'utf8').catch(() => undefined);
  if (text !== undefined) return { name: basename(named), text, isFile: true };
  const [, name, version] = inHub.exec(named) ?? [];
  const approved = hub && name !== undefined ? await approvedAt(hub, name, version) : undefined;
  if (approved === undefined) throw new CommandRefused(`There is no mapping ${named}. Name a file, one of those that ship with the hub (${keptMappings.join(', ')}), or one that your centre has approved in it (hub import mapping list).`);
  return { name: named, text: approved, isFile: false };
}

async function approvedAt(hub: HubOptions, name: string, version: string | undefined): Promise<string | undefined> {
  try {
    const found = (await (await MappingDesk.at(hub)).mappings({ name, state: ['APPROVED'] })).filter((each) => version === undefined || each.version === Number(version));
    return found.sort((one, other) => other.version - one.version)[0]?.text;
  } catch (error) {
    throw error instanceof HubRefused ? new CommandRefused(error.message) : error;
  }
}

function isKept(named: string): named is KeptMapping {
  return (keptMappings as readonly string[]).includes(named);
}
