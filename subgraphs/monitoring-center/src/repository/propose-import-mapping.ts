import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import { givenValues } from '../domain/given-values.js';
import { importMappingMachine } from '../domain/import-mapping-machine.js';
import type { ProposeImportMappingInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { keptImportFile } from './import-files.js';
import { longestMapping, sampleLimits, type CheckedMapping, type MappingTrials } from './import-mappings.js';
import { newId } from './new-id.js';

/** What a proposal needs besides its transaction. */
export interface MappingProposal {
  readonly trials: MappingTrials;
  /** Milliseconds for which the sample is kept. */
  readonly keptFor: number;
  readonly locale: Locale;
}

/** Proposes a version of a mapping (提出映射, 5.1.1): checked against the contract, and tried on a sample. */
export async function proposeImportMapping({ unit, caller }: ActScope<MonitoringCenterTransaction>, input: ProposeImportMappingInput, { trials, keptFor, locale }: MappingProposal): Promise<ActResult> {
  const { tx, now } = unit;
  const reason = requireText('reason', input.reason);
  requireText('text', input.text, longestMapping);
  // As it came: what is wrong with it is told by line.
  const mapping = await trials.check(input.text, 'text');
  const given = givenValues(input.given ?? [], mapping.given);
  const file = await keptImportFile(tx, caller.partyId, input.sampleHash, { field: 'sampleHash', until: new Date(now.getTime() + keptFor) });
  if (file.size > sampleLimits.bytes) throw new Refusal('IMPORT_SAMPLE_TOO_LARGE', { field: 'sampleHash', parameters: { limit: sampleLimits.bytes, rows: sampleLimits.rows } });
  const trial = await trials.tryOn(mapping, { partyId: caller.partyId, hash: file.hash, given, locale });
  const { name, version, zh, en, text, source } = mapping;
  const row = {
    ...{ id: newId(now), name, version, zh, en, text, source, sampleHash: file.hash, given, trial: { ...trial }, reason },
    ...{ proposed: { ...actRecord(unit) }, proposedAt: now, holder: caller.partyId, concerned: [] },
    ...importMappingMachine.begin('proposeImportMapping'),
  };
  // Proposals of one name come one after another, so that none slips in below what another has reached.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`mapping ${name} of ${caller.partyId}`}))::text`;
  await requireNewVersion(tx, caller.partyId, mapping);
  const { count } = await tx.importMapping.createMany({ data: [row], skipDuplicates: true });
  // Also told by the index, whoever writes it.
  if (count === 0) throw versionUsed(mapping, version);
  unit.emit({ kind: 'ImportMappingProposed', subjectType: 'ImportMapping', subjectId: row.id, stamps: stampsOf(row), receivers: {} });
  return { valueId: row.id };
}

/** @throws Refusal IMPORT_MAPPING_VERSION_USED */
async function requireNewVersion(tx: MonitoringCenterTransaction, holder: string, mapping: CheckedMapping): Promise<void> {
  const { _max } = await tx.importMapping.aggregate({ where: { holder, name: mapping.name }, _max: { version: true } });
  if (_max.version !== null && _max.version >= mapping.version) throw versionUsed(mapping, _max.version);
}

function versionUsed({ name: mapping }: CheckedMapping, latest: number): Refusal {
  return new Refusal('IMPORT_MAPPING_VERSION_USED', { field: 'text', parameters: { mapping, latest } });
}
