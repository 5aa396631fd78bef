import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { RetireSchemaVersionInput } from '../generated/graphql.js';
import type { RegistryTransaction } from './database.js';
import { requireSteward } from './require-subgraph.js';
import { oneAtATime, schemasInForce } from './schemas-in-force.js';

/** Retires a version (5.4.3 c): it stays in the history and is not brought back. One that is retired already stays as it is. */
export async function retireSchemaVersion({ unit, caller, admit }: ActScope<RegistryTransaction>, { versionId, reason: given }: RetireSchemaVersionInput): Promise<ActResult> {
  const { tx } = unit;
  await requireSteward(tx, caller, 'versionId');
  const reason = requireText('reason', given, 1000);
  // What is brought back at the same moment would be in force and retired.
  await oneAtATime(tx);
  const { subgraph, version, retired } = admit(await tx.schemaVersion.findUnique({ where: { id: versionId } }), { type: 'SchemaVersion', id: versionId, field: 'versionId' });
  if (retired !== null) return { valueId: versionId };
  if ((await schemasInForce(tx)).get(subgraph)?.version === version) throw new Refusal('SCHEMA_VERSION_IN_FORCE', { field: 'versionId', parameters: { subgraph, version } });
  await tx.schemaVersion.update({ where: { id: versionId }, data: { retired: { ...actRecord(unit) }, retiredBecause: reason } });
  return { valueId: versionId };
}
