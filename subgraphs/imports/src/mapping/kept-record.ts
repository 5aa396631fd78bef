import type { Cells, SourceRow } from '../reading/source-row.js';
import { namedPaths } from './columns-of.js';
import type { Mapping, RepairName } from './mapping.js';
import { repairs } from './repairs/repairs.js';

/** What stands in the kept record in place of what is withheld. */
export const withheld = '（个人信息，不在此留存 personal, not kept here）';

/** What is kept at a place of a record: all that stands there, repaired; that something is withheld; or what the members say. */
interface Place {
  kept?: ReadonlySet<RepairName> | 'withheld';
  readonly members: Map<string, Place>;
}

/** Whether the record is kept as it was received, with columns that the mapping does not name. */
export function isKeptWhole({ personal, keep }: Pick<Mapping, 'personal' | 'keep'>): boolean {
  return personal.length === 0 && Object.keys(keep).length === 0;
}

/**
 * Makes the content that the hub keeps of a record (来源记录): the record as received, unless the mapping has personal data or says what
 * is kept. Then only what it names, with the repairs with which it is read, so that what nobody thought of does not leave the machine.
 */
export function keptRecord(mapping: Mapping): (record: SourceRow) => string {
  if (isKeptWhole(mapping)) return ({ content }) => content;
  const named = new Map<string, ReadonlySet<RepairName> | 'withheld'>([...namedPaths(mapping), ...mapping.personal.map((path) => [path, 'withheld'] as const)]);
  const whole: Place = { members: new Map() };
  for (const [path, kept] of named) {
    let place = whole;
    for (const member of path.split('/')) {
      const within: Place = place.members.get(member) ?? { members: new Map() };
      place.members.set(member, within);
      place = within;
    }
    place.kept = kept;
    // A column of that very name is read before the path.
    if (path.includes('/')) whole.members.set(path, { kept, members: new Map() });
  }
  return ({ cells }) => JSON.stringify(atPlace(cells, whole));
}

function atPlace(value: unknown, { kept, members }: Place): unknown {
  if (kept === 'withheld') return withheld;
  if (kept) return repaired(value, kept);
  if (Array.isArray(value)) return (value as unknown[]).map((entry) => atPlace(entry, { members })).filter((entry) => entry !== undefined);
  if (typeof value !== 'object' || value === null) return undefined; // a value where the mapping knows of members only
  return Object.fromEntries(
    Object.entries(value as Cells).flatMap(([member, inner]) => {
      const place = members.get(member);
      const stays = place && atPlace(inner, place);
      return stays === undefined ? [] : [[member, stays]];
    }),
  );
}

function repaired(value: unknown, rules: ReadonlySet<RepairName>): unknown {
  if (Array.isArray(value)) return (value as unknown[]).map((entry) => repaired(entry, rules));
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value as Cells).map(([member, inner]) => [member, repaired(inner, rules)]));
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  const after = [...rules].reduce((text, rule) => repairs[rule].repair(text), String(value));
  return after === String(value) ? value : after;
}
