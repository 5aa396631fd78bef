import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import { approvedByNobody } from '../domain/approved-by-nobody.js';
import type { PromoteSchemaInput } from '../generated/graphql.js';
import { supergraph } from './built-schemas.js';
import { checkTask } from './check-task.js';
import type { RegistryTransaction } from './database.js';
import { notGreen } from './keep-check.js';
import { putWithSupergraph } from './put-with-supergraph.js';
import { requireSteward } from './require-subgraph.js';
import { requireVersion } from './require-version.js';
import type { SchemaPublishing } from './schema-publishing.js';
import { oneAtATime, schemasInForce } from './schemas-in-force.js';

/** Brings an older version back as the next one, terms and all (5.4.3 c): it was approved once, so that it must compose and nothing more. */
export function promoteSchema({ check, key }: SchemaPublishing) {
  return async ({ unit, caller, admit }: ActScope<RegistryTransaction>, input: PromoteSchemaInput): Promise<ActResult> => {
    await requireSteward(unit.tx, caller, 'versionId');
    const reason = requireText('reason', input.reason, 1000);
    const older = admit(await unit.tx.schemaVersion.findUnique({ where: { id: input.versionId } }), { type: 'SchemaVersion', id: input.versionId, field: 'versionId' });
    const { subgraph, contentHash } = older;
    requireValid(subgraph !== supergraph, 'versionId', { en: 'it is a version of the supergraph, which follows from its subgraphs', 'zh-CN': '这是超图的版本，超图由各子图合成' }, {
      en: 'the id of a version of a subgraph',
      'zh-CN': '子图版本的标识',
    });
    await oneAtATime(unit.tx);
    const inForce = await schemasInForce(unit.tx);
    const before = inForce.get(subgraph);
    requireVersion(subgraph, before, input.expectedVersion);
    if (before?.contentHash === contentHash) return { valueId: before.id };
    const { sdl } = await unit.tx.schemaText.findUniqueOrThrow({ where: { contentHash } });
    const result = await check(checkTask(inForce, { [subgraph]: sdl }), { first: true });
    const stands = approvedByNobody(result.findings);
    if (result.supergraphSdl === undefined || stands.length > 0) throw notGreen({ ...result, findings: stands });
    return { valueId: await putWithSupergraph(unit, { subgraph, sdl, reason, promotedFromId: older.id }, { inForce, supergraphSdl: result.supergraphSdl, key }) };
  };
}
