import type { Locale } from '@hub/schema/errors/locale.js';
import type { SubgraphAnswers } from './answer/subgraph-answers.js';
import type { OperationDeadline } from './limits/operation-deadline.js';
import type { UsingClient } from './usage/usage-counts.js';

/** What travels with one operation through the gateway. */
export interface GatewayContext {
  /** The caller's own headers, as the subgraphs get them. */
  readonly forwarded: Readonly<Record<string, string>>;
  /** Whose request is counted; undefined for the hub's own services, and where nobody has to say who asks. */
  readonly usedBy: UsingClient | undefined;
  readonly locale: Locale;
  /** What the subgraphs tell about this operation besides data and errors. */
  readonly answers: SubgraphAnswers;
  /** The text of a listed operation, in place of the id or hash by which it was asked. */
  readonly listed: string | undefined;
  /** When what is asked of subgraphs is cancelled: the time is over, or the client has gone. */
  readonly deadline: OperationDeadline;
}
