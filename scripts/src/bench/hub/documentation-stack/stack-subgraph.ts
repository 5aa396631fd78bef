import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { ProfileDecision } from '@hub/schema/policy/decision/decide-field.js';
import type { TermsTable } from '@hub/schema/policy/terms/read-terms.js';

/** What resolvers and rules have of one request. */
export interface StackContext<Loaders = unknown> {
  readonly caller: Caller;
  readonly terms: TermsTable;
  readonly loaders: Loaders;
  /** What the terms give this caller before a row is known, worked out once per request and terms. */
  readonly decisions: Map<string, ProfileDecision>;
}

/** One owner's part of the stack: its resolvers, and the loaders that each request gets anew. */
export interface StackSubgraph {
  readonly resolvers: Readonly<Record<string, object>>;
  readonly loaders: () => unknown;
}
