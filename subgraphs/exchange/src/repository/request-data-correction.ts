import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { randomNumber } from '@hub/kernel/numbers/random-number.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { optionalText, requireText } from '@hub/kernel/validation/require-text.js';
import { dataCorrectionMachine } from '../domain/data-correction-machine.js';
import type { RequestDataCorrectionInput } from '../generated/graphql.js';
import { askRowReading } from './ask-row-reading.js';
import type { ExchangeTransaction } from './database.js';
import { fieldsToCorrect } from './fields-to-correct.js';
import { readerOf } from './reader-of.js';
import { requireFewWaiting } from './require-few-waiting.js';

const longestId = 500;

/** Asks that fields of a row be corrected (数据勘误申请, 5.4.3 c). Whether the row is there for the requester is the owner's to say, and nothing of it shows before. */
export async function requestDataCorrection({ unit, caller }: ActScope<ExchangeTransaction>, input: RequestDataCorrectionInput): Promise<ActResult> {
  const { type, owner, fields } = fieldsToCorrect(input.fields);
  await requireFewWaiting(unit, caller.partyId);
  const subjectId = requireText('subjectId', input.subjectId, longestId);
  const correction = await unit.tx.dataCorrection.create({
    data: {
      ...{ requesterId: caller.partyId, fields: [...fields], owner, subjectType: type, subjectId },
      problem: requireText('problem', input.problem),
      proposal: requireText('proposal', input.proposal),
      evidence: optionalText('evidence', input.evidence),
      ...{ number: randomNumber('KW', unit.now), requested: { ...actRecord(unit) }, requestedAt: unit.now },
      ...{ holder: '', concerned: [caller.partyId], ...dataCorrectionMachine.begin('requestDataCorrection') },
    },
  });
  unit.emit({ kind: 'DataCorrectionRequested', subjectType: 'DataCorrection', subjectId: correction.id, stamps: stampsOf(correction), receivers: {} });
  const names = fields.map((coordinate) => coordinate.slice(type.length + 1));
  askRowReading(unit, owner, correction.id, { about: 'CORRECTION', type, rowId: subjectId, fields: names, readers: [readerOf(caller)] });
  return { valueId: correction.id };
}
