import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SubgraphNames } from './subgraph-names.js';

/** What is the same in every subgraph but for the name; taken from this one, so that a change there is in the next one too. */
const exemplar = { owner: 'regulator', pascal: 'Regulator' };
const files = ['package.json', 'src/main.ts', 'src/repository/database.ts'];

export async function copiedRooms(root: string, { owner, pascal, camel }: SubgraphNames): Promise<Record<string, string>> {
  const copies = files.map(async (file) => {
    const text = await readFile(join(root, 'subgraphs', exemplar.owner, file), 'utf8');
    const renamed = text
      .replaceAll(`${exemplar.owner}Service`, `${camel}Service`)
      .replaceAll(exemplar.pascal, pascal)
      .replaceAll("regulators' database", "owner's database")
      .replaceAll(exemplar.owner, owner);
    return [`subgraphs/${owner}/${file}`, renamed] as const;
  });
  return Object.fromEntries(await Promise.all(copies));
}
