import type { Locale } from '@hub/schema/errors/locale.js';
import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import type { AnswerAhead } from '../audit/answers-ahead.js';
import type { CodeListSnapshots } from '../code-lists/code-list-snapshots.js';
import type { EvidenceRecord } from '../preservation/evidence-record.js';
import type { Database, Transaction } from '../unit-of-work/transaction.js';
import type { LogAccess } from '../subscriptions/log-access.js';
import type { Logger } from './logger.js';

/** What the resolvers of every subgraph find in their context; each subgraph adds its repositories and loaders. */
export interface SubgraphContext<Tx extends Transaction = Transaction> {
  readonly owner: string;
  readonly authority: OperationAuthority;
  readonly locale: Locale;
  readonly database: Database<Tx>;
  readonly log: Logger;
  /** The logs that subscription fields read. */
  readonly logs: LogAccess;
  /** The code lists in force, as this owner keeps them. */
  readonly codeLists: CodeListSnapshots;
  /** What acts name files to, where the owner takes any in. */
  readonly evidence?: EvidenceRecord | undefined;
  /** Where the answer goes to the gateway ahead of its entry in the audit log. */
  readonly ahead?: AnswerAhead | undefined;
}
