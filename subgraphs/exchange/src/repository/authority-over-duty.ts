import type { UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { Duty, Participant } from '@hub/prisma/exchange/generated/client.js';
import { escalationOf } from '../domain/duty-clock.js';
import { authorityAbove } from './authority-above.js';
import type { ExchangeTransaction } from './database.js';

/**
 * To whom a duty is passed on that nobody does (上报, 5.4.3 b): the centre that commissioned the work, or the regulator that it is owed to; where there is
 * none, or a regulator owes it, the one above the debtor. The word on a closing goes to one above who has not closed the field.
 *
 * @returns undefined where there is nobody
 */
export async function authorityOverDuty(unit: UnitOfWork<ExchangeTransaction>, { kind, holder, concerned }: Duty): Promise<Participant | undefined> {
  const { tx } = unit;
  const escalation = escalationOf(kind, await unit.limits());
  const parties = await tx.participant.findMany({ where: { id: { in: [holder, ...concerned] } } });
  const debtor = parties.find(({ id }) => id === holder);
  const wanted = escalation?.to === 'COMMISSIONER' ? 'MONITORING_CENTER' : 'REGULATOR';
  // Whom it concerns has done what is to be looked at, and does not look at it itself.
  if (escalation?.to === 'ABOVE_DEBTOR') return authorityAbove(tx, { holder, authorityId: null, applicantId: concerned[0] ?? holder });
  const owedTo = concerned.map((each) => parties.find(({ id }) => id === each)).find((party) => party?.kind === wanted && party.state === 'ACTIVE' && party.id !== holder);
  if (owedTo && debtor?.kind !== 'REGULATOR') return owedTo;
  return authorityAbove(tx, { holder, authorityId: null, applicantId: holder });
}
