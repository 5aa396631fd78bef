import { codeEntry, type CodeEntry, type CodeListContent, type CodeProperty } from './code-list.js';
import { dutyLimits, type DutyKind, type DutyLimit, type ElapsedSpan, type WorkingSpan } from './duty-limits.js';
import { inForceOn } from './in-force-on.js';

/** Name of the limits of duties among the code lists. */
export const dutyLimitListId = 'duty-limits';

type Span = ElapsedSpan | WorkingSpan;

/** The unit of a limit is counted by its owner and stays; the amount is a steward's (see DutyLimits). */
type SpanLike<S> = S extends WorkingSpan ? WorkingSpan : S extends ElapsedSpan ? ElapsedSpan : S;

/** The limits of all kinds of duties as they are in force: kinds and units are those of the build, the numbers may be a steward's. */
export type DutyLimits = { readonly [Kind in DutyKind]: LimitLike<(typeof dutyLimits)[Kind]> };

type LimitLike<Limit extends DutyLimit> = Omit<DutyLimit, 'within' | 'extension'> & { readonly within: SpanLike<Limit['within']> } & (Limit extends { readonly extension: infer S }
    ? { readonly extension: SpanLike<S> }
    : unknown);

/** The kinds of duties whose time runs in hours or days, which need no calendar. */
export type ElapsingDutyKind = { [Kind in DutyKind]: (typeof dutyLimits)[Kind]['within'] extends ElapsedSpan ? Kind : never }[DutyKind];

/** What a steward may set of a limit: so much time, and how often a clock may stand. */
export const numbersOfLimits = ['within', 'extension', 'dueSoon', 'escalatedAfter', 'pausedAtMost', 'pauses'] as const;

/** The limit of a kind; undefined where an owner opens one that is newer than this build. */
export function dutyLimitOf(limits: DutyLimits, kind: string): DutyLimit | undefined {
  return Object.hasOwn(limits, kind) ? limits[kind as DutyKind] : undefined;
}

/** The limits as a code list (时限): each kind of duty a code, with its numbers and, to be read beside them, what the program goes by. */
export function dutyLimitContent(limits: Readonly<Record<string, DutyLimit>> = dutyLimits): CodeListContent {
  return { id: dutyLimitListId, zh: '办理时限', en: 'limits of duties (5.4.3 b)', codes: Object.entries(limits).map(([kind, limit]) => limitCode(kind, limit)) };
}

function limitCode(kind: string, { zh, en, within, extension, dueSoon, escalation, pause, from, agreed, clause }: DutyLimit): CodeEntry {
  return codeEntry({
    code: kind,
    zh,
    en,
    properties: [
      ...spanProperty('within', within),
      ...spanProperty('extension', extension),
      ...spanProperty('dueSoon', dueSoon),
      ...spanProperty('escalatedAfter', escalation?.after),
      ...spanProperty('pausedAtMost', pause?.longest),
      ...(pause ? [{ name: 'pauses', values: [String(pause.times)] }] : []),
      { name: 'from', values: [from] },
      ...(agreed === null ? [] : [{ name: 'agreed', values: [agreed] }]),
      ...(escalation ? [{ name: 'escalatedTo', values: [escalation.to] }] : []),
      ...(pause ? [{ name: 'pausedBy', values: [...pause.by] }] : []),
      { name: 'clause', values: [clause] },
    ],
  });
}

function spanProperty(name: string, span: Span | null | undefined): CodeProperty[] {
  return span ? [{ name, values: [String(span.amount), span.unit] }] : [];
}

/** The limits that such codes tell on a day (YYYY-MM-DD); those of the build where they tell none. */
export function dutyLimitsOf(codes: readonly CodeEntry[], day: string): DutyLimits {
  const told = new Map(codes.filter((entry) => inForceOn(entry, day)).map((entry) => [entry.code, entry.properties]));
  const limits = Object.entries(dutyLimits).map(([kind, limit]) => [kind, limitAsTold(limit, told.get(kind) ?? [])]);
  return Object.fromEntries(limits) as DutyLimits;
}

function limitAsTold(limit: DutyLimit, properties: readonly CodeProperty[]): DutyLimit {
  const values = (named: string) => properties.find(({ name }) => name === named)?.values;
  const span = <S extends Span>(named: string, built: S): S => {
    const [amount, unit] = values(named) ?? [];
    return amount === undefined ? built : ({ amount: Number(amount), unit } as S);
  };
  const { within, extension, dueSoon, escalation, pause } = limit;
  return {
    ...limit,
    within: within && span('within', within),
    ...(extension && { extension: span('extension', extension) }),
    dueSoon: span('dueSoon', dueSoon),
    escalation: escalation && { ...escalation, after: span('escalatedAfter', escalation.after) },
    ...(pause && { pause: { ...pause, longest: span('pausedAtMost', pause.longest), times: Number(values('pauses')?.[0] ?? pause.times) } }),
  };
}
