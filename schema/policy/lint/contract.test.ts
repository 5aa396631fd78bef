import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { concatAST, parse } from 'graphql';
import { expect, it } from 'vitest';
import { subgraphDocument } from '../terms/subgraph-document.js';
import { lintSchema } from './lint-schema.js';
import { readOwnerContract } from './owner-contract.js';

const folder = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => parse(readFileSync(join(folder, path), 'utf8'), { noLocation: true });

it('finds nothing in the contract of the six owners', () => {
  const structure = read('sdl/structure.graphql');
  const sources = readdirSync(join(folder, 'sdl'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      owner: name,
      documents: [structure, ...readdirSync(join(folder, 'sdl', name)).map((file) => read(`sdl/${name}/${file}`))],
    }));
  const contracts = sources.map((source) =>
    readOwnerContract(source.owner, concatAST(source.documents), subgraphDocument(source, sources, read('directives/sharing.graphql'))),
  );
  const findings = lintSchema(contracts).map(({ owner, coordinate, rule, message }) => `${owner}: ${coordinate}: ${message.en} (${rule.name})`);
  expect(findings).toEqual([]);
});
