import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { Prisma } from '@hub/prisma/registry/generated/client.js';
import { finding, type SchemaFinding } from '@hub/schema/check/schema-finding.js';
import { bilingualMessage } from '@hub/schema/errors/bilingual-message.js';
import type { RegistryTransaction } from './database.js';

/** The text of a subgraph, by its hash. */
interface TextOfSubgraph {
  readonly subgraph: string;
  readonly contentHash: string;
}

type Tx = Pick<RegistryTransaction, 'schemaVersion'>;

/** Refuses a text that is not to come into force again, by whichever act and under whichever number. @param field the input field by which it was given, or named, if there is one @throws Refusal SCHEMA_VERSION_RETIRED */
export async function requireNotRetired(tx: Tx, text: TextOfSubgraph, field?: string): Promise<void> {
  const retired = await retiredWith(tx, text);
  if (retired) throw new Refusal('SCHEMA_VERSION_RETIRED', { ...(field !== undefined && { field }), parameters: retired });
}

/** That a text was retired, as an error that nobody approves. */
export async function retiredFindings(tx: Tx, text: TextOfSubgraph): Promise<readonly SchemaFinding[]> {
  const retired = await retiredWith(tx, text);
  return retired ? [finding({ kind: 'LINT', code: 'VERSION_RETIRED', owners: [text.subgraph], message: bilingualMessage('FINDING_VERSION_RETIRED', retired) })] : [];
}

async function retiredWith(tx: Tx, { subgraph, contentHash }: TextOfSubgraph): Promise<{ readonly subgraph: string; readonly version: number; readonly reason: string } | undefined> {
  const version = await tx.schemaVersion.findFirst({ where: { subgraph, contentHash, NOT: { retired: { equals: Prisma.DbNull } } } });
  return version ? { subgraph, version: version.version, reason: version.retiredBecause ?? '' } : undefined;
}
