import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CommandRefused } from '../command-refused.js';
import type { SubgraphNames } from './subgraph-names.js';

/** Where all owners are listed: the file, a place in it, and what stands there afterwards. */
interface Enrolment {
  readonly file: string;
  readonly place: RegExp;
  readonly enrolled: (found: string, names: SubgraphNames) => string;
}

const enrolments: readonly Enrolment[] = [
  {
    file: 'prisma/owner.ts',
    place: /export const owners = \[[^\]]*/,
    enrolled: (found, { owner }) => `${found}, '${owner}'`,
  },
  {
    file: 'scripts/package.json',
    place: /"@hub\/exchange": "([^"]+)"/,
    enrolled: (found, { owner }) => `${found}, ${found.replace('exchange', owner)}`,
  },
  {
    file: 'scripts/src/start/services.ts',
    place: /^ {2}gateway: async/m,
    enrolled: (found, { owner, camel }) =>
      `  ${owner.includes('-') ? `'${owner}'` : owner}: () => subgraph(async () => (await import('@hub/${owner}/service.js')).${camel}Service),\n${found}`,
  },
];

/** The lists of owners with a new one in each, by file. @throws CommandRefused where a list is not where it was */
export async function enrolledLists(root: string, names: SubgraphNames): Promise<Record<string, string>> {
  const lists = enrolments.map(async ({ file, place, enrolled }) => {
    const text = await readFile(join(root, file), 'utf8');
    const found = place.exec(text)?.[0];
    if (found === undefined) throw new CommandRefused(`The list of owners in ${file} is not where it was; mend scripts/src/new-subgraph/enrolments.ts.`);
    return [file, text.replace(place, () => enrolled(found, names))] as const;
  });
  return Object.fromEntries(await Promise.all(lists));
}
