import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { randomNumber } from '@hub/kernel/numbers/random-number.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { deskFields } from '@hub/schema/generated/desk-fields.js';
import { keyTerms } from '@hub/schema/generated/key-terms.js';
import { dataCommentMachine } from '../domain/data-comment-machine.js';
import type { CommentInput } from '../generated/graphql.js';
import { askRowReading } from './ask-row-reading.js';
import type { ExchangeTransaction } from './database.js';
import { readerOf } from './reader-of.js';
import { requireFewWaiting } from './require-few-waiting.js';

const longestId = 500;

/** Comments on data that concern the firm (意见, 5.4.3 c). Whether they do, and are shown to it, is the owner's to say. */
export async function comment({ unit, caller }: ActScope<ExchangeTransaction>, input: CommentInput): Promise<ActResult> {
  const { subjectType: type } = input;
  const owner = keyTerms.get(type)?.owner;
  const key = [...deskFields].find(([coordinate, { unclosable }]) => unclosable === 'KEY' && coordinate.startsWith(`${type}.`))?.[0];
  if (owner === undefined || key === undefined) throw new Refusal('COMMENT_SUBJECT_UNKNOWN', { field: 'subjectType', parameters: { type, example: 'MonitoringData' } });
  await requireFewWaiting(unit, caller.partyId);
  const subjectId = requireText('subjectId', input.subjectId, longestId);
  const made = await unit.tx.dataComment.create({
    data: {
      ...{ number: randomNumber('YJ', unit.now), commenterId: caller.partyId, subjectType: type, subjectId, text: requireText('text', input.text) },
      ...{ commented: { ...actRecord(unit) }, commentedAt: unit.now, holder: '', concerned: [caller.partyId], ...dataCommentMachine.begin('comment') },
    },
  });
  askRowReading(unit, owner, made.id, { about: 'COMMENT', type, rowId: subjectId, fields: [key.slice(type.length + 1)], readers: [readerOf(caller)] });
  return { valueId: made.id };
}
