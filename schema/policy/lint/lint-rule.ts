import type { Bilingual } from '../../errors/bilingual.js';
import type { OwnerContract } from './owner-contract.js';

/** One thing that a rule found. */
export interface LintProblem {
  /** Schema coordinate. */
  readonly coordinate: string;
  /** What is wrong and what to do; the Chinese without its full stop. */
  readonly message: Bilingual;
}

/** One rule of the contract. */
export interface LintRule {
  /** The name of the rule's file. */
  readonly name: string;
  readonly title: string;
  /** What the rule asks, in one plain sentence. */
  readonly sentence: string;
  /** Clause of the standard, or the specification, that it comes from. */
  readonly clause: string;
  /** Whether a data steward may except a place from it in writing for a time: of form, such that nobody reads or does more where it is broken. */
  readonly exceptable?: boolean;
  readonly check: (contract: OwnerContract) => readonly LintProblem[];
}
