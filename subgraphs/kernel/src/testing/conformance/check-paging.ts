import { encodeCursor } from '../../lists/cursor.js';
import type { SubgraphUnderTest } from '../subgraph-under-test.js';
import { listsOf, rootOpen } from './check-lists.js';
import type { OracleSchema } from './oracle.js';
import { everyCaller } from './row-matrix.js';

/** Pages that no list gives, and the code by which each is refused. */
const badPages: readonly (readonly [args: string, code: string])[] = [
  ['first: 0', 'PAGE_SIZE_INVALID'],
  ['first: -1', 'PAGE_SIZE_INVALID'],
  ['first: 100000', 'PAGE_SIZE_INVALID'],
  ['last: 0', 'PAGE_SIZE_INVALID'],
  ['last: 100000', 'PAGE_SIZE_INVALID'],
  ['first: 1, last: 1', 'PAGE_SIZE_INVALID'],
  [`first: 1, before: "${encodeCursor('Lab', 'a')}"`, 'PAGE_SIZE_INVALID'],
  [`last: 1, after: "${encodeCursor('Lab', 'a')}"`, 'PAGE_SIZE_INVALID'],
  ['first: 1, after: ""', 'CURSOR_INVALID'],
  ['first: 1, after: "\u202e水"', 'CURSOR_INVALID'],
  [`first: 1, after: "${encodeCursor('NoSuchType', 'a')}"`, 'CURSOR_INVALID'],
  [`last: 1, before: "${encodeCursor('NoSuchType', 'a')}"`, 'CURSOR_INVALID'],
];

/** Asks each list for pages that it cannot give: each is refused by its code, and nothing comes. @returns what is otherwise, in words */
export async function checkPaging(subgraph: SubgraphUnderTest<unknown>, schema: OracleSchema): Promise<string[]> {
  const mismatches: string[] = [];
  for (const { field, entity } of listsOf(schema)) {
    const caller = everyCaller().find((each) => rootOpen(schema, each, field));
    if (!caller) throw new Error(`${field} is open to nobody.`);
    const own = [`first: 1, after: "${encodeCursor(entity, 'names-nothing')}"`, 'CURSOR_INVALID'] as const;
    const pages = [...badPages, own];
    const answer = await subgraph.ask<Record<string, unknown>>(
      { identity: caller.identity.name, role: caller.role },
      `{ ${pages.map(([args], index) => `page${index}: ${field}(${args}) { totalCount edges { cursor } }`).join(' ')} }`,
    );
    const told = new Map((answer.errors ?? []).map(({ path, extensions }) => [path?.[0], extensions.code]));
    for (const [index, [args, code]] of pages.entries()) {
      const found = told.get(`page${index}`);
      if (answer.data?.[`page${index}`] !== null || found !== code) mismatches.push(`${field}(${args}) came to ${found ?? 'a page'}`);
    }
  }
  return mismatches;
}
