import type { FetchDataKeyRenamer } from '@apollo/query-planner';
import { isData, ownValue } from '../own-value.js';
import type { ContextSource } from './prepared-node.js';
import type { TypeTests } from './type-tests.js';

const fragment = '... on ';

/** Prepares where a contextual argument's value is read (`@fromContext`); `..` in the plan's path is one field up. */
export function prepareContext({ path, renameKeyTo }: FetchDataKeyRenamer, types: TypeTests): ContextSource {
  const up = path.findIndex((element) => element !== '..');
  const read = path.slice(up).reduceRight<(value: unknown) => unknown>(
    (then, element) => step(element, then, types),
    (value) => value,
  );
  return { variable: renameKeyTo, up, read };
}

function step(element: string, then: (value: unknown) => unknown, types: TypeTests): (value: unknown) => unknown {
  const applies = element.startsWith(fragment) ? types.of(element.slice(fragment.length)) : undefined;
  const each = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(each);
    if (value === null) return null;
    if (!isData(value)) return undefined;
    if (!applies) return then(ownValue(value, element));
    const typename = value['__typename'];
    return typeof typename !== 'string' || applies(typename) ? then(value) : undefined;
  };
  return each;
}
