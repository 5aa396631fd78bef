import { isDeepStrictEqual } from 'node:util';
import type { SubgraphUnderTest } from '../subgraph-under-test.js';

/** Texts and structures that are no key; some databases' clients take the objects for conditions. */
const noKeys: readonly unknown[] = [{ contains: '' }, { not: '' }, ['a'], 5, true, null, undefined, '', 'a\0', 'a\ud800', 'k'.repeat(1_000_000)];

/**
 * Asks for references whose keys are none between two that name nothing, as anybody may who reaches the subgraph. Each is refused by
 * itself, with a code and its place, and the subgraph answers on.
 *
 * @returns what is otherwise, in words
 */
export async function checkReferences(subgraph: SubgraphUnderTest<unknown>, type: string, key: string): Promise<string[]> {
  const wrong = noKeys.map((value) => ({ __typename: type, [key]: value }));
  const nothing = { __typename: type, [key]: 'names-nothing' };
  const sent = [nothing, ...wrong, { __typename: 'NoSuchType', [key]: 'a' }, { [key]: 'a' }, {}, nothing];
  const ask = (r: readonly object[]) =>
    subgraph.ask<{ _entities: unknown[] }>('center', 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }', { r });
  const answer = await ask(sent);
  const refused = (answer.errors ?? []).map(({ extensions, path }) => [extensions.code, path?.[1]]);
  const expected = sent.slice(1, -1).map((_, index) => ['VALUE_INVALID', index + 1]);
  const alone = await ask([nothing]);
  return [
    ...(answer.data?._entities.length === sent.length ? [] : [`${type}: ${JSON.stringify(answer).slice(0, 500)}`]),
    ...(isDeepStrictEqual(refused, expected) ? [] : [`${type}: refused ${JSON.stringify(refused)}`]),
    ...(alone.errors === undefined ? [] : [`${type}: afterwards ${JSON.stringify(alone).slice(0, 500)}`]),
  ];
}
