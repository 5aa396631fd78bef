import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';

/**
 * What a bench leaves out of a subgraph to measure what it costs. It is handed over in code, no setting leads here, and a subgraph of which something is left
 * out starts under the development issuer alone.
 */
export interface LeftOut {
  /** Nothing is written to the audit log. */
  readonly withoutAudit?: boolean;
  /** What is written to the audit log waits there, and is not sealed; so the exchange makes no records of it. */
  readonly withoutSealing?: boolean;
  /** No rule stands in front of any field, and operations have this authority instead. */
  readonly openTo?: new (...of: ConstructorParameters<typeof OperationAuthority>) => OperationAuthority;
}
