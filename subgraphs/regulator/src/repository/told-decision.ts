import type { Json } from '@hub/kernel/log/event.js';
import type { Objection } from '@hub/prisma/regulator/generated/client.js';

/** To whom the word on an objection is told: to its author, where that has an account, also on what was entered for it. */
export function toldDecision({ noticeId, state, decisionReason, objectorId, onBehalf }: Objection, decidedAt: Date): Readonly<Record<string, Json>> {
  const payload = { noticeId, onBehalf, outcome: state, reason: decisionReason, decidedAt: decidedAt.toISOString() };
  return objectorId === null ? {} : { platforms: payload };
}
