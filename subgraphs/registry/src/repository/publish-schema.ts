import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { schemaProposalMachine } from '../domain/schema-proposal-machine.js';
import type { PublishSchemaInput } from '../generated/graphql.js';
import type { RegistryTransaction } from './database.js';
import { keepCheck, notGreen } from './keep-check.js';
import { putWithSupergraph } from './put-with-supergraph.js';
import { requireNotRetired } from './require-not-retired.js';
import { requireSubgraph } from './require-subgraph.js';
import { requireVersion } from './require-version.js';
import { holdApprovedProposals } from './schema-proposal.js';
import { schemaLimit, type SchemaPublishing } from './schema-publishing.js';
import { oneAtATime, schemasInForce } from './schemas-in-force.js';
import { requireCounted } from './uncounted-approvals.js';

/**
 * Publishes the next version of a subgraph's schema (5.4.3 c): checked anew against what is in force at that moment, one publication at a time, so that a
 * check that was green is green here against the same base. What was approved of a proposal of just this text passes, and the proposal is published by it.
 * What is in force already stays as it is.
 */
export function publishSchema(publishing: SchemaPublishing) {
  return async ({ unit, caller }: ActScope<RegistryTransaction>, input: PublishSchemaInput): Promise<ActResult> => {
    const subgraph = await requireSubgraph(unit.tx, caller, input.subgraph);
    const sdl = requireText('sdl', input.sdl, schemaLimit);
    const reason = requireText('reason', input.reason, 1000);
    await oneAtATime(unit.tx);
    const inForce = await schemasInForce(unit.tx);
    const before = inForce.get(subgraph);
    const contentHash = sha256(sdl);
    if (before?.contentHash === contentHash) return { valueId: before.id };
    requireVersion(subgraph, before, input.expectedVersion);
    await requireNotRetired(unit.tx, { subgraph, contentHash }, 'sdl');
    await holdApprovedProposals(unit.tx);
    // Whoever else publishes waits for this one.
    const first: typeof publishing.check = (task) => publishing.check(task, { first: true });
    const { id: checkId, result, approvals, proposal } = await keepCheck(unit, { subgraph, sdl }, inForce, { ...publishing, check: first });
    requireCounted(result.findings, approvals, 'sdl');
    if (!result.green || result.supergraphSdl === undefined) throw notGreen(result, 'sdl');
    const { supergraphSdl } = result;
    const [valueId = ''] = await putWithSupergraph(unit, [{ subgraph, sdl, checkId, proposalId: proposal?.id ?? null }], { inForce, supergraphSdl, key: publishing.key, reason });
    if (proposal) await unit.tx.schemaProposal.update({ where: { id: proposal.id }, data: { versionIds: [valueId], ...schemaProposalMachine.move('publishSchema', proposal) } });
    return { valueId };
  };
}
