import type { OperationListSource } from './operation-list.js';

/** A list that has what either of two has; the first is asked first. */
export function eitherList(one: OperationListSource, other: OperationListSource): OperationListSource {
  const list = {
    textOf: (id: string) => one.current().textOf(id) ?? other.current().textOf(id),
    has: (text: string) => one.current().has(text) || other.current().has(text),
  };
  return { current: () => list };
}
