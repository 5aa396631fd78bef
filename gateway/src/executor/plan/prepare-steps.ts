import type { ResponsePath } from '@apollo/query-planner';
import type { PathStep } from './prepared-node.js';
import type { TypeTests } from './type-tests.js';

const withTypes = /^(.*?)\|\[(.*)\]$/s;

/** Prepares the path of a Flatten node; an element may end in the types that are meant, as in `@|[Book,Movie]`. */
export function prepareSteps(path: ResponsePath, tests: TypeTests): PathStep[] {
  const steps: PathStep[] = [];
  for (const element of path) {
    const [, name = String(element), types] = withTypes.exec(String(element)) ?? [];
    const only = types?.split(',').map((condition) => tests.of(condition));
    // The root itself may be named with nothing but its type, which is always the right one.
    if (name !== '') steps.push({ key: name === '@' ? undefined : name, only });
  }
  return steps;
}
