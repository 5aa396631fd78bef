import type { DecisionRule, InspectionFailureReason, JudgementBasisKind, LimitKind, RoundingRule, Verdict } from '../generated/graphql.js';

/** The result of one test item as it is kept, reported and signed (5.3.3): every key is there, for the signature's sake. */
export type ItemResult = {
  readonly itemCode: string;
  readonly itemName: string;
  readonly standardNumber: string;
  readonly standardVersion: string;
  readonly clause: string | null;
  readonly subcontractedTo: string | null;
  readonly verdict: Verdict;
  readonly subItems: readonly SubItem[];
  readonly failure: { readonly reason: InspectionFailureReason; readonly facts: string } | null;
};

/** A sub-item (子项) with its limit, its rules and its specimens. */
export type SubItem = {
  readonly name: string | null;
  readonly basis: { readonly kind: JudgementBasisKind; readonly reference: string };
  readonly limitKind: LimitKind;
  readonly limit: string;
  readonly unit: string | null;
  readonly rounding: RoundingRule;
  readonly decisionRule: DecisionRule;
  readonly verdict: Verdict;
  readonly specimens: readonly Specimen[];
  readonly judgement: string | null;
};

/** What was measured on one specimen (试样). */
export type Specimen = {
  readonly specimen: string | null;
  readonly measured: string;
  readonly uncertainty: string | null;
  readonly verdict: Verdict;
};
