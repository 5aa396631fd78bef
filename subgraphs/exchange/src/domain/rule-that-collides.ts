import { numberSeries, standardNumberPattern, type NumberedKind } from '@hub/schema/code-lists/number-series.js';
import { isSameSequence, makeSameNumber } from '@hub/schema/identifiers/make-same-number.js';

/** A rule of a party for one kind. */
export interface NumberRule {
  readonly kind: NumberedKind;
  readonly pattern: string;
}

/**
 * A rule of the party, past, present or to come, by which a number could be one that the wanted rule makes too; the standard ones are among them. A rule of the same kind that
 * differs in its least number of digits makes no number twice, for the count goes on.
 */
export function ruleThatCollides(partyKind: string, wanted: NumberRule, standing: readonly NumberRule[]): NumberRule | undefined {
  const kinds = (Object.keys(numberSeries) as NumberedKind[]).filter((kind) => numberSeries[kind].party === partyKind);
  const all = [...standing, ...kinds.map((kind) => ({ kind, pattern: standardNumberPattern(kind) }))];
  return all.find(
    (each) => !(each.kind === wanted.kind && isSameSequence(each.pattern, wanted.pattern)) && makeSameNumber(withPrefix(each), withPrefix(wanted)),
  );
}

function withPrefix({ kind, pattern }: NumberRule): { readonly pattern: string; readonly prefix: string } {
  return { pattern, prefix: numberSeries[kind].prefix };
}
