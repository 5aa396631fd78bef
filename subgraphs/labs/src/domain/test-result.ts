import type { DecisionRule, InspectionFailureReason, JudgementBasisKind, LimitKind, ReplicateRule, RoundingRule, Verdict } from '../generated/graphql.js';

/** The result of one test item as it is kept, reported and signed (5.3.3): every key is there, for the signature's sake. */
export type ItemResult = {
  readonly itemCode: string;
  readonly itemName: string;
  readonly standardNumber: string;
  readonly standardVersion: string;
  readonly clause: string | null;
  /** By the lab's CMA when the report was made; null before, and absent in results from before it was stated. */
  readonly inScope?: boolean | null;
  readonly subcontractor: SubcontractingLab | null;
  readonly verdict: Verdict;
  readonly subItems: readonly SubItem[];
  readonly failure: { readonly reason: InspectionFailureReason; readonly facts: string } | null;
};

/** The lab to which an item was subcontracted (分包方): its id where it is a participant; certificate and report where they are known. */
export type SubcontractingLab = {
  readonly labId: string | null;
  readonly name: string;
  readonly cmaCertificateNumber: string | null;
  readonly reportNumber: string | null;
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
  /** As it is reported; of replicates that are reported each, all of them. */
  readonly measured: string;
  /** Of a value below it. This, replicates and what is proposed are absent in results from before they were kept. */
  readonly reportingLimit?: string | null;
  readonly replicates?: RepeatedValues | null;
  readonly uncertainty: string | null;
  /** By the rule named, else by simple acceptance; null where no rule decides. */
  readonly proposed?: Verdict | null;
  readonly verdict: Verdict;
};

/** Single values of a repeated determination (平行测定). */
export type RepeatedValues = { readonly values: readonly string[]; readonly rule: ReplicateRule };
