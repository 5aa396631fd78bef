import { abstractTypesCarryNoTerms } from './abstract-types-carry-no-terms.js';
import { actStartsFromStates } from './act-starts-from-states.js';
import { audienceHasBasis } from './audience-has-basis.js';
import { dataElementIsKnown } from './data-element-is-known.js';
import { deprecatedWithDay } from './deprecated-with-day.js';
import { describedWithTerm } from './described-with-term.js';
import { everyFieldHasGrade } from './every-field-has-grade.js';
import { everyFieldHasTerms } from './every-field-has-terms.js';
import { fieldsComeFromTheirOwner } from './fields-come-from-their-owner.js';
import { filterNamesWhatItReads } from './filter-names-what-it-reads.js';
import { keyAsWideAsFields } from './key-as-wide-as-fields.js';
import type { LintProblem, LintRule } from './lint-rule.js';
import { listIsBounded } from './list-is-bounded.js';
import { maskOnTextOnly } from './mask-on-text-only.js';
import { namedByConvention } from './named-by-convention.js';
import { nonNullWhereReadable } from './non-null-where-readable.js';
import { notSharedHasGround } from './not-shared-has-ground.js';
import type { OwnerContract } from './owner-contract.js';
import { regionHasPlace } from './region-has-place.js';
import { removedAfterNotice } from './removed-after-notice.js';
import { resourceHasFreshness } from './resource-has-freshness.js';
import { rowsAndStatesExist } from './rows-and-states-exist.js';
import { sharingIsFree } from './sharing-is-free.js';

export const lintRules: readonly LintRule[] = [
  everyFieldHasTerms,
  everyFieldHasGrade,
  notSharedHasGround,
  audienceHasBasis,
  sharingIsFree,
  nonNullWhereReadable,
  keyAsWideAsFields,
  fieldsComeFromTheirOwner,
  rowsAndStatesExist,
  regionHasPlace,
  maskOnTextOnly,
  filterNamesWhatItReads,
  actStartsFromStates,
  abstractTypesCarryNoTerms,
  describedWithTerm,
  dataElementIsKnown,
  resourceHasFreshness,
  namedByConvention,
  listIsBounded,
  deprecatedWithDay,
  removedAfterNotice,
];

/** Something in an owner's contract that breaks a rule. */
export interface LintFinding extends LintProblem {
  readonly owner: string;
  readonly rule: LintRule;
}

/** Runs every rule over the contract of every owner. */
export function lintSchema(contracts: readonly OwnerContract[]): readonly LintFinding[] {
  return contracts.flatMap((contract) =>
    lintRules.flatMap((rule) => rule.check(contract).map((problem) => ({ ...problem, owner: contract.owner, rule }))),
  );
}
