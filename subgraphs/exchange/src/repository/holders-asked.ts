import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { Participant } from '@hub/prisma/exchange/generated/client.js';
import { keyTerms } from '@hub/schema/generated/key-terms.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import { subjectScope } from '@hub/schema/policy/decision/subject-scope.js';
import type { FieldsAppliedFor } from './fields-applied-for.js';
import type { RequestSharingInput } from '../generated/graphql.js';
import type { ExchangeTransaction } from './database.js';

const most = 200;

/**
 * Who is asked for what: the holders that are named; else the holder of the thing that is named, if the applicant may see it; else every
 * active party that may hold such rows. Which kinds those are stands in the terms, in the clauses on OWN rows. One that has left may be named: its rows have stayed, and the authority above it answers.
 *
 * @throws Refusal SHARING_HOLDER_UNKNOWN, SHARING_HOLDER_SUSPENDED, VALUE_INVALID
 */
export async function holdersAsked(
  tx: ExchangeTransaction,
  fields: FieldsAppliedFor,
  input: RequestSharingInput,
  applicant: Caller,
): Promise<{ readonly holder: Participant; readonly fields: string[] }[]> {
  const candidates = (await candidatesOf(tx, fields, input, applicant)).filter(({ id }) => id !== applicant.partyId);
  const asked = candidates.map((holder) => ({ holder, fields: [...fields].filter(([, terms]) => kindsOf(terms).includes(holder.kind)).map(([name]) => name) }));
  const useful = asked.filter((each) => each.fields.length > 0);
  const unasked = [...fields.keys()].find((name) => !useful.some((each) => each.fields.includes(name)));
  if (unasked !== undefined) throw unknown('holderIds', { en: `nobody who is asked holds ${unasked}`, 'zh-CN': `所列单位均不持有 ${unasked}` });
  return useful;
}

async function candidatesOf(tx: ExchangeTransaction, fields: FieldsAppliedFor, input: RequestSharingInput, applicant: Caller): Promise<Participant[]> {
  const named = [...new Set(input.holderIds ?? [])];
  requireValid(named.length <= most, 'holderIds', { en: `it has more than ${most} entries`, 'zh-CN': `超过 ${most} 项` }, 'lab-1');
  requireValid(named.length === 0 || input.subjectId == null, 'subjectId', { en: 'holders are named as well, so that it says nothing', 'zh-CN': '已写明持有单位，不必再写资源编号' }, { en: 'left out', 'zh-CN': '不填' });
  if (named.length > 0) return Promise.all(named.map((id) => requireAskable(tx, id, `holderIds.${named.indexOf(id)}`)));
  if (input.subjectId != null) return [await requireAskable(tx, await holderOf(tx, input.resource, input.subjectId, applicant), 'subjectId')];
  const kinds = [...new Set([...fields.values()].flatMap(kindsOf))];
  return tx.participant.findMany({ where: { kind: { in: kinds }, state: 'ACTIVE' }, orderBy: { id: 'asc' }, take: most });
}

/** As the feed has it, of what the applicant may see: who could ask for anything would learn what there is. */
async function holderOf(tx: ExchangeTransaction, resource: string | null | undefined, subjectId: string, applicant: Caller): Promise<string> {
  requireValid(resource != null, 'resource', { en: 'it is missing, so that subjectId names nothing', 'zh-CN': '缺少资源类型，无法确定 subjectId 所指' }, 'Lab');
  const event = await tx.exchangeEvent.findFirst({
    where: { AND: [subjectScope(keyTerms, applicant), { subjectType: resource, subjectId }] } as never,
    orderBy: { position: 'desc' },
  });
  if (!event) throw unknown('subjectId', { en: `the feed knows no ${resource} ${subjectId} for you`, 'zh-CN': `贵方可见的动态中没有 ${resource} ${subjectId}` });
  return event.holder;
}

async function requireAskable(tx: ExchangeTransaction, id: string, field: string): Promise<Participant> {
  const participant = await tx.participant.findUnique({ where: { id } });
  if (!participant) throw unknown(field, { en: `there is no party ${id}`, 'zh-CN': `没有单位 ${id}` });
  if (participant.state === 'SUSPENDED') throw new Refusal('SHARING_HOLDER_SUSPENDED', { field, parameters: { id } });
  return participant;
}

function kindsOf({ audience }: { readonly audience: readonly { readonly rows: string; readonly kinds: readonly string[] }[] }): string[] {
  return audience.filter(({ rows }) => rows === 'OWN').flatMap(({ kinds }) => kinds);
}

function unknown(field: string, problem: { readonly en: string; readonly 'zh-CN': string }): Refusal {
  return new Refusal('SHARING_HOLDER_UNKNOWN', { field, parameters: { problem } });
}
