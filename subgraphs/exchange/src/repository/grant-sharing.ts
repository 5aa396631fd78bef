import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { writtenDueTime } from '@hub/kernel/calendar/written-due-time.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { SharingGranted } from '@hub/kernel/sharing/desk-events.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireFuture } from '@hub/kernel/validation/require-time.js';
import type { SharingRequest } from '@hub/prisma/exchange/generated/client.js';
import { sharingGrantMachine } from '../domain/sharing-grant-machine.js';
import type { GrantSharingInput } from '../generated/graphql.js';
import { admittedSharingRequest } from './admitted-sharing-request.js';
import type { ExchangeTransaction } from './database.js';
import { moveSharingRequest } from './move-sharing-request.js';
import { answerDuty } from './open-answer-duty.js';
import { toEveryOwner } from './to-every-owner.js';

/** Grants a request, all or part (共享授权, 5.4.3 a), and tells every owner. */
export async function grantSharing(scope: ActScope<ExchangeTransaction>, input: GrantSharingInput): Promise<ActResult> {
  const { unit, caller } = scope;
  const request = await admittedSharingRequest(scope, input, 'answering');
  const fields = fieldsGranted(request, input.fields);
  const until = requireFuture('until', input.until ?? request.until, unit.now);
  if (until > request.until) throw wider('until', { en: `asked for until ${writtenDueTime(request.until)} (UTC+8)`, 'zh-CN': `申请期限至 ${writtenDueTime(request.until)}（北京时间）` });
  const inStead = caller.partyId === request.holder ? [] : [caller.partyId];
  const by = { ...actRecord(unit) };
  const grant = await unit.tx.sharingGrant.create({
    data: {
      ...{ requestId: request.id, granteeId: request.applicantId, fields, purpose: request.purpose, until, granted: by, grantedAt: unit.now },
      ...{ holder: request.holder, concerned: [request.applicantId, ...inStead], ...sharingGrantMachine.begin('grantSharing') },
    },
  });
  const told: SharingGranted = {
    ...{ id: grant.id, granteeId: grant.granteeId, holderId: grant.holder, coordinates: fields },
    ...{ purpose: grant.purpose, until: until.toISOString() },
  };
  unit.emit({ kind: 'SharingGranted', subjectType: 'SharingGrant', subjectId: grant.id, stamps: stampsOf(grant), receivers: toEveryOwner(told) });
  await unit.closeDuties(answerDuty, request.id);
  const whole = fields.length === request.fields.length && until.getTime() === request.until.getTime();
  return moveSharingRequest(unit, 'grantSharing', request, { decided: by }, whole ? 'GRANTED' : 'GRANTED_IN_PART');
}

function fieldsGranted(request: SharingRequest, named: readonly string[] | null | undefined): string[] {
  if (named == null) return request.fields;
  const beyond = named.findIndex((name) => !request.fields.includes(name));
  if (beyond !== -1) throw wider(`fields.${beyond}`, { en: `${named[beyond]} is not among ${request.fields.join(', ')}`, 'zh-CN': `${named[beyond]} 不在 ${request.fields.join('、')} 之列` });
  if (named.length === 0) throw new Refusal('VALUE_REQUIRED', { field: 'fields', parameters: { field: 'fields', problem: { en: 'it is empty', 'zh-CN': '内容为空' } } });
  return [...new Set(named)];
}

function wider(field: string, problem: { readonly en: string; readonly 'zh-CN': string }): Refusal {
  return new Refusal('SHARING_GRANT_WIDER', { field, parameters: { field, problem } });
}
