import { recordStatements } from '@hub/prisma/clients/record-statements.js';
import type { SentStatement } from '@hub/prisma/clients/sql-channel.js';

/**
 * An inbox notes where it stands whenever it has heard from another owner, the audit log and the record of files are written and sealed, the queue of row readings is looked into, and
 * the registry notes what each service runs as it asks for news, whoever asks what beside it.
 */
const heartbeat = /\bkernel\.(inbox_cursor|audit_\w+|preserved_\w+|row_reading)\b|\brunning_schema\b/;

/** The statements that a running subgraph sends while `work` runs, without what goes on beside it anyhow. */
export async function statementsOf<Result>(work: () => Promise<Result>): Promise<{ result: Result; statements: SentStatement[] }> {
  const { result, statements } = await recordStatements(work);
  return { result, statements: statements.filter(({ sql }) => !heartbeat.test(sql)) };
}
