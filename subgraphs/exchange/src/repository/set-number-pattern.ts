import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { NumberPatternSet } from '@hub/kernel/numbers/number-pattern-set.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireFuture } from '@hub/kernel/validation/require-time.js';
import { ruleThatCollides } from '../domain/rule-that-collides.js';
import { requireNumberPattern } from '../domain/require-number-pattern.js';
import type { NumberedKind, SetNumberPatternInput } from '../generated/graphql.js';
import type { ExchangeTransaction } from './database.js';
import { toEveryOwner } from './to-every-owner.js';

/**
 * Sets by which rule the caller's party numbers what it issues of a kind (编号规则设置, ADR 0031), and tells every owner. No two kinds of a party are numbered alike, nor
 * one kind now as it was by another rule before: a number names one thing at its party.
 *
 * @throws Refusal VALUE_INVALID, VALUE_REQUIRED, TIME_IN_PAST, NOTHING_CHANGED, NUMBER_PATTERN_COLLIDES
 */
export async function setNumberPattern({ unit, caller }: ActScope<ExchangeTransaction>, input: SetNumberPatternInput): Promise<ActResult> {
  const { tx, now } = unit;
  const holder = caller.partyId;
  // Of two at once the later one sees the other.
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext(${`numbers of ${holder}`}))::text`;
  const { kind: partyKind } = await tx.participant.findUniqueOrThrow({ where: { id: holder } });
  const { kind } = input;
  const pattern = requireNumberPattern(partyKind, kind, input.pattern);
  const beginsAt = input.beginsAt == null ? now : requireFuture('beginsAt', input.beginsAt, now);
  const standing = await tx.numberPattern.findMany({ where: { holder }, orderBy: [{ beginsAt: 'desc' }, { recordedAt: 'desc' }] });
  const inForceThen = standing.find((each) => each.kind === kind && each.beginsAt <= beginsAt);
  if (inForceThen?.pattern === pattern) throw new Refusal('NOTHING_CHANGED', { field: 'pattern', parameters: { type: 'NumberPattern' } });
  const collides = ruleThatCollides(partyKind, { kind, pattern }, standing.map((each) => ({ kind: each.kind as NumberedKind, pattern: each.pattern })));
  if (collides) throw new Refusal('NUMBER_PATTERN_COLLIDES', { field: 'pattern', parameters: { pattern, other: collides.pattern, kind: collides.kind } });
  const set = await tx.numberPattern.create({ data: { kind, pattern, beginsAt, recorded: { ...actRecord(unit) }, recordedAt: now, holder, concerned: [] } });
  const told: NumberPatternSet = { id: set.id, holder, kind, pattern, beginsAt: beginsAt.toISOString() };
  unit.emit({ kind: 'NumberPatternSet', subjectType: 'NumberPattern', subjectId: set.id, stamps: stampsOf(set), receivers: toEveryOwner(told) });
  return { valueId: set.id };
}
