import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord, type ActRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { isSamePerson } from '@hub/kernel/unit-of-work/is-same-person.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { importMappingMachine } from '../domain/import-mapping-machine.js';
import type { DecideImportMappingInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { keptImportFile } from './import-files.js';
import type { MappingTrials } from './import-mappings.js';
import { lockedMapping } from './locked-mapping.js';

/** What a decision needs besides its transaction. */
export interface MappingDecision {
  readonly trials: Pick<MappingTrials, 'check'>;
  /** Milliseconds for which the sample is kept. */
  readonly keptFor: number;
}

/** Approves a proposed mapping or refuses it, as a second person (审定映射, 5.1.1). One that is approved holds to the contract of this day, and its sample is there to be seen. */
export async function decideImportMapping({ unit, caller, admit }: ActScope<MonitoringCenterTransaction>, input: DecideImportMappingInput, { trials, keptFor }: MappingDecision): Promise<ActResult> {
  const { tx, now } = unit;
  const { importMappingId: id, expectedRevision, approved } = input;
  const mapping = admit(await lockedMapping(tx, id, caller.partyId), { type: 'ImportMapping', id, field: 'importMappingId', expectedRevision });
  if (isSamePerson(mapping.proposed as unknown as ActRecord, unit.actor)) {
    throw new Refusal('IMPORT_MAPPING_SECOND_PERSON', { field: 'importMappingId', parameters: { user: unit.actor.userId } });
  }
  const decisionReason = requireText('reason', input.reason);
  if (approved) {
    await trials.check(mapping.text, 'importMappingId');
    await keptImportFile(tx, mapping.holder, mapping.sampleHash, { field: 'approved', until: new Date(now.getTime() + keptFor) });
  }
  const decided = await tx.importMapping.update({
    where: { id },
    data: { ...importMappingMachine.move('decideImportMapping', mapping, approved ? 'APPROVED' : 'REFUSED'), decided: { ...actRecord(unit) }, decisionReason },
  });
  unit.emit({ kind: approved ? 'ImportMappingApproved' : 'ImportMappingRefused', subjectType: 'ImportMapping', subjectId: id, stamps: stampsOf(decided), receivers: {} });
  return { valueId: id };
}
