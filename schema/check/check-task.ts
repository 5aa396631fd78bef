import type { Bilingual } from '../errors/bilingual.js';
import type { RefusedOperation, RegisteredOperation } from './refused-operations.js';
import type { FindingKind, SchemaFinding } from './schema-finding.js';

/** An exception in writing from a rule of the contract. */
export interface RuleException {
  readonly subgraph: string;
  readonly rule: string;
  /** Null where it is the whole schema of the subgraph. */
  readonly coordinate: string | null;
  /** Whether the rule warns there, or is off and says nothing. */
  readonly severity: 'ERROR' | 'WARNING' | 'OFF';
  /** Why, and who has excepted it. */
  readonly reason: string;
  /** ISO 8601. */
  readonly until: string;
}

/** A version that is not in force any more. */
export interface FormerSchema {
  readonly sdl: string;
  /** Whether the version after it brought an earlier one back. */
  readonly wentBack: boolean;
}

/** What is to be checked: the schemas in force, by subgraph, and what would take their place. */
export interface CheckTask {
  readonly inForce: Readonly<Record<string, string>>;
  /** What is composed of them; undefined before the first. */
  readonly supergraphInForce: string | undefined;
  /** SDL with all terms in full; null where the subgraph is to be retired. */
  readonly candidates: Readonly<Record<string, string | null>>;
  /** Of the candidates, what was in force before, the latest first; nothing where only `newNames` are asked for. */
  readonly former?: Readonly<Record<string, readonly FormerSchema[]>>;
  /** Kinds of findings that are approved for just these texts, with who approved them. */
  readonly approved: Readonly<Partial<Record<FindingKind, Bilingual>>>;
  readonly exceptions: readonly RuleException[];
  /** The candidates that are, word for word, what this edition of the hub comes with. */
  readonly comingWithHub?: readonly string[];
  /** What clients were built with; none where it is not to be told what they ask. */
  readonly operations?: readonly RegisteredOperation[];
  /** Whether only the findings are asked for: then only what the change concerns is composed, where that tells the same. */
  readonly onlyFindings?: boolean;
}

/** What a check came to. */
export interface CheckResult {
  readonly findings: readonly SchemaFinding[];
  /** Whether it may be published: no error is among the findings. */
  readonly green: boolean;
  /** The supergraph that would be; undefined where the subgraphs do not compose, or only findings were asked for. */
  readonly supergraphSdl: string | undefined;
  /** By candidate, the last names of the coordinates that are new there: a former text in which one of them stands may have had it on other terms. */
  readonly newNames?: Readonly<Record<string, readonly string[]>>;
  /** Operations of the task that are valid now and would not be any more. */
  readonly refusedOperations?: readonly RefusedOperation[];
}

/**
 * Checks somewhere that serves no requests. @param how whether it goes before what waits: others wait for whoever publishes (`first`), those too for whoever brings a version back (`ahead`), and nobody for whoever only
 * looks; and by which user it is asked for
 */
export type CheckSchemas = (task: CheckTask, how?: { readonly first?: boolean; readonly ahead?: boolean; readonly by?: string }) => Promise<CheckResult>;
