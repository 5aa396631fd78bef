import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { objectionMachine } from '../domain/objection-machine.js';
import type { DecideObjectionInput } from '../generated/graphql.js';
import { askedCorrection } from './asked-correction.js';
import type { RegulatorTransaction } from './database.js';
import { lockedObjection } from './locked-objection.js';
import { objectedData } from './objected-data.js';
import { reviewPublicNotices } from './review-public-notices.js';
import { toldDecision } from './told-decision.js';
import { versionsOfResult } from './versions-of-result.js';

/** Decides an objection with reasons (异议处理, after 5.4.1): its author is told, and the centre, which corrects its data where it is upheld. */
export async function decideObjection(
  { unit, caller, admit }: ActScope<RegulatorTransaction>,
  input: DecideObjectionInput,
): Promise<ActResult> {
  const id = input.objectionId;
  const { expectedRevision } = input;
  const raised = admit(await lockedObjection(unit.tx, id, caller.partyId), { type: 'Objection', id, field: 'objectionId', expectedRevision });
  const reason = requireText('reason', input.reason);
  const objection = await unit.tx.objection.update({
    where: { id },
    data: {
      ...objectionMachine.move('decideObjection', raised, input.outcome),
      decisionReason: reason,
      decidedAt: unit.now,
      decided: { ...actRecord(unit) },
    },
  });
  await unit.closeDuties('DecideObjection', id);
  const wrong = objection.state === 'UPHELD' ? await objectedData(unit.tx, objection) : null;
  // What is said rightly of one version may hold for each.
  if (wrong) await reviewPublicNotices(unit, await versionsOfResult(unit.tx, wrong));
  unit.emit({
    kind: 'ObjectionDecided',
    subjectType: 'Objection',
    subjectId: id,
    stamps: stampsOf(objection),
    receivers: { ...toldDecision(objection, unit.now), ...(wrong && askedCorrection(objection, wrong.id)) },
  });
  return { valueId: id };
}
