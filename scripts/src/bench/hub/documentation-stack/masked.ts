import { applyMask } from '@hub/schema/policy/decision/apply-mask.js';
import { decisionOn } from './decision-on.js';
import type { StackContext } from './stack-subgraph.js';

/** A resolver of a field whose terms may mask it; shield can only refuse. */
export function masked<Column extends string>(coordinate: string, column: Column) {
  return (row: Readonly<Record<Column, string | null>>, _args: unknown, context: StackContext): unknown => {
    const terms = context.terms.fields.get(coordinate);
    const decision = terms && decisionOn(context, terms, row);
    if (!decision?.allowed) return null;
    return decision.mask ? applyMask(row[column], decision.mask, '') : row[column];
  };
}
