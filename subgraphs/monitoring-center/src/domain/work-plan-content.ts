import { writtenDueTime } from '@hub/kernel/calendar/written-due-time.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { durationInMilliseconds } from '@hub/schema/identifiers/duration-in-milliseconds.js';
import { optionalText } from '@hub/kernel/validation/require-text.js';
import { requireFuture, requireNotBeforeDayOf } from '@hub/kernel/validation/require-time.js';
import type { AmendWorkPlanInput } from '../generated/graphql.js';
import type { DutyLimits } from '@hub/schema/code-lists/duty-limit-codes.js';
import { timeLimits } from './time-limits.js';

/** What a work plan says (5.2.1), in the words of its input. */
export interface WorkPlanContent {
  readonly scope: string | null;
  readonly method: string | null;
  readonly platformIds: string[];
  readonly samplingFrom: Date | null;
  readonly samplingUntil: Date | null;
  readonly shipWithin: string;
  readonly verifyWithin: string;
  readonly warehouseWithin: string;
  readonly dispatchWithin: string;
  readonly receivingPlace: string | null;
  readonly samplerIds: string[];
  readonly labIds: string[];
}

/** A work plan that says nothing yet: its times are the usual ones. */
export function emptyWorkPlan(limits: DutyLimits): WorkPlanContent {
  const { shipWithin, verifyWithin, warehouseWithin, dispatchWithin } = timeLimits(limits);
  return {
    ...{ scope: null, method: null, platformIds: [], samplingFrom: null, samplingUntil: null },
    ...{ shipWithin, verifyWithin, warehouseWithin, dispatchWithin },
    ...{ receivingPlace: null, samplerIds: [], labIds: [] },
  };
}

type Told = Partial<Omit<AmendWorkPlanInput, 'idempotencyKey' | 'workPlanId' | 'expectedRevision' | 'reason'>>;

type Duration = 'shipWithin' | 'verifyWithin' | 'warehouseWithin' | 'dispatchWithin';

/**
 * What a work plan says after what is told: what is left out stays, null empties, or sets the default where there is one.
 * @throws Refusal VALUE_TOO_LONG, VALUE_INVALID, DURATION_INVALID, PERIOD_REVERSED, TIME_IN_PAST, TIMES_OUT_OF_ORDER, SAMPLING_AFTER_DEADLINE, PLATFORM_NOT_IN_PLAN
 */
export function workPlanContent(
  before: WorkPlanContent,
  told: Told,
  plan: { readonly platformIds: readonly string[]; readonly deadline: Date; readonly receivedAt: Date },
  { now, empty }: { readonly now: Date; readonly empty: WorkPlanContent },
): WorkPlanContent {
  const said = <Value>(value: Value | null | undefined, stood: Value, empty: Value) => (value === undefined ? stood : (value ?? empty));
  const text = (field: 'scope' | 'receivingPlace', limit?: number) => optionalText(field, said(told[field], before[field], null), limit);
  const time = (field: 'samplingFrom' | 'samplingUntil') => said(told[field], before[field], null);
  const duration = (field: Duration) => requireDuration(field, said(told[field], before[field], empty[field]));
  const ids = (field: 'platformIds' | 'samplerIds' | 'labIds') => [...new Set(said(told[field], before[field], []))];
  const content: WorkPlanContent = {
    scope: text('scope'),
    method: said(told.method, before.method, null),
    platformIds: ids('platformIds'),
    samplingFrom: time('samplingFrom'),
    samplingUntil: time('samplingUntil'),
    shipWithin: duration('shipWithin'),
    verifyWithin: duration('verifyWithin'),
    warehouseWithin: duration('warehouseWithin'),
    dispatchWithin: duration('dispatchWithin'),
    receivingPlace: text('receivingPlace', 500),
    samplerIds: ids('samplerIds'),
    labIds: ids('labIds'),
  };
  requirePlatformsOfPlan(content.platformIds, plan.platformIds);
  const planCame = { what: { en: 'the day on which the plan came in', 'zh-CN': '收到计划之日' }, at: plan.receivedAt };
  if (told.samplingFrom != null) requireNotBeforeDayOf('samplingFrom', told.samplingFrom, planCame);
  if (told.samplingUntil != null) requireFuture('samplingUntil', told.samplingUntil, now);
  requirePeriod(content, plan.deadline);
  return content;
}

function requireDuration(field: string, value: string): string {
  if (durationInMilliseconds(value) === undefined) throw new Refusal('DURATION_INVALID', { field, parameters: { field, value: value.slice(0, 40) } });
  return value;
}

function requirePlatformsOfPlan(platformIds: readonly string[], ofPlan: readonly string[]): void {
  const other = platformIds.find((id) => !ofPlan.includes(id));
  if (other === undefined) return;
  throw new Refusal('PLATFORM_NOT_IN_PLAN', { field: 'platformIds', parameters: { id: other, named: ofPlan.join(', ') } });
}

function requirePeriod({ samplingFrom, samplingUntil }: WorkPlanContent, deadline: Date): void {
  if (samplingFrom && samplingUntil && samplingFrom >= samplingUntil) {
    throw new Refusal('PERIOD_REVERSED', { field: 'samplingUntil', parameters: { from: 'samplingFrom', until: 'samplingUntil' } });
  }
  for (const [field, time] of Object.entries({ samplingFrom, samplingUntil })) {
    if (time && time > deadline) throw new Refusal('SAMPLING_AFTER_DEADLINE', { field, parameters: { field, deadline: writtenDueTime(deadline) } });
  }
}
