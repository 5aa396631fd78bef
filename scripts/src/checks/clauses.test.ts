import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkClauses } from './clauses.js';
import { clauseRows, clausesPath } from './clauses/clause-rows.js';
import { sourceTreeOf } from './testing/source-tree-of.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const standard = `${root}../shared/standard/clauses.md`;
const table = (row: string) => `| clause | what must work | proof | still to come |\n| --- | --- | --- | --- |\n${row}\n`;
const found = (row: string) =>
  checkClauses(
    sourceTreeOf({ [clausesPath]: table(row), 'subgraphs/labs/test/kettle.test.ts': "it('boils', () => {});\nit.each([1])(`cools by %d`, () => {});" }),
  ).map(({ message }) => message);

describe('each clause is proved or waits', () => {
  it('by tests that are there', () => {
    expect(found('| 5.2.1 | kettles boil | `subgraphs/labs/test/kettle.test.ts` › boils<br/>`subgraphs/labs/test/kettle.test.ts` › cools by %d | |')).toEqual([]);
    expect(found('| 5.2.1 | kettles boil | | boiling |')).toEqual([]);
  });

  it('and it is found where neither is so, where the file is not there, or has no such test', () => {
    expect(found('| 5.2.1 | kettles boil | | |')).toEqual(['5.2.1 names neither a test nor what it waits for.']);
    expect(found('| 5.2.1 | kettles boil | `subgraphs/labs/test/pot.test.ts` › boils | |')).toEqual(['5.2.1: there is no test file subgraphs/labs/test/pot.test.ts.']);
    expect(found('| 5.2.1 | kettles boil | `subgraphs/labs/test/kettle.test.ts` › boil | |')).toEqual([
      '5.2.1: subgraphs/labs/test/kettle.test.ts has no test "boil".',
    ]);
  });
});

describe.skipIf(!existsSync(standard))('the table of clauses and the standard', () => {
  it('have the same rows', () => {
    const clauses = readFileSync(standard, 'utf8').split('\n').flatMap((line) => /^\| ((?:after )?\d[^|]*?) \|/.exec(line)?.[1] ?? []);
    const rows = clauseRows(readFileSync(`${root}${clausesPath}`, 'utf8')).map(({ clause }) => clause);
    // The tables of the standard's annexes begin with numbers too.
    expect(rows).toEqual(clauses.filter((clause) => /^(after )?\d\.\d/.test(clause)));
  });
});
