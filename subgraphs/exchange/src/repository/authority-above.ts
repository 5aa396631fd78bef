import type { Participant, SharingRequest } from '@hub/prisma/exchange/generated/client.js';
import { isWithinRegionOf, levelsUpwards } from '../domain/is-within-region-of.js';
import type { ExchangeTransaction } from './database.js';

/**
 * Who answers a request where its holder is silent (5.4.3 b): of a lab the centre that commissioned it last, of anybody else the lowest
 * regulator in whose region it lies; and above a regulator the next one. Never the applicant, nor who is suspended: then the one above it.
 *
 * The applicant is told who answers. So only a commission counts that concerns it too, as plans and orders bring it to the regulators that follow them: to anybody else the
 * answering centre would tell that it has commissioned the lab.
 *
 * @returns undefined where there is nobody above
 */
export async function authorityAbove(tx: ExchangeTransaction, request: Pick<SharingRequest, 'holder' | 'authorityId' | 'applicantId'>): Promise<Participant | undefined> {
  const regulators = await tx.participant.findMany({ where: { kind: 'REGULATOR' }, orderBy: { id: 'asc' } });
  let at = await tx.participant.findUnique({ where: { id: request.authorityId ?? request.holder } });
  for (let steps = 0; at && steps <= levelsUpwards.length + 1; steps += 1) {
    at = (await commissionerOf(tx, at, request.applicantId)) ?? regulatorAbove(regulators, at) ?? null;
    if (at && at.id !== request.applicantId && at.id !== request.holder && at.state === 'ACTIVE') return at;
  }
  return undefined;
}

async function commissionerOf(tx: ExchangeTransaction, { id, kind }: Participant, applicantId: string): Promise<Participant | null> {
  if (kind !== 'LAB') return null;
  const commission = await tx.exchangeEvent.findFirst({
    where: { owner: 'monitoring-center', kind: 'InspectionCommissioned', concerned: { hasEvery: [id, applicantId] } },
    orderBy: { position: 'desc' },
  });
  return commission && tx.participant.findUnique({ where: { id: commission.holder } });
}

function regulatorAbove(regulators: readonly Participant[], { kind, level, regionCode }: Participant): Participant | undefined {
  const levels = kind === 'REGULATOR' ? levelsUpwards.slice(levelsUpwards.findIndex((each) => each === level) + 1) : levelsUpwards;
  return levels.flatMap((each) => regulators.filter((regulator) => regulator.level === each && isWithinRegionOf(regulator, regionCode)))[0];
}
