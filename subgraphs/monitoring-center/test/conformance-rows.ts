import type { MatrixRow } from '@hub/kernel/testing/conformance/row-matrix.js';

/** What the rows of the conformance fixtures have in common. */
export const now = new Date('2026-03-01T00:00:00Z');
export const acted = { userId: 'u', partyId: 'p', role: 'ANALYST', at: now.toISOString() };
export const stamps = ({ holder, concerned, state, reached }: MatrixRow) => ({ holder, concerned: [...concerned], state, reached: [...reached] });
export const placed = (row: MatrixRow) => ({ ...stamps(row), sellerRegion: row.sellerRegion ?? '', producerRegion: row.producerRegion });

/** A disposal that was witnessed. */
export const disposal = { method: 'DESTROYED', place: 'a place', quantity: 1, reason: 'a reason', disposed: acted, witness: { agrees: true, remark: 'a remark', signed: acted } };

/** A correction of a seller that was proposed. */
export const proposedCorrection = {
  kind: 'SELLER',
  planId: 'plan',
  askedOf: 'regulator-province',
  commissionId: 'c',
  monitoringDataId: 'm',
  sampleIds: [],
  seller: { shopName: 'a shop', merchantName: 'a merchant', merchantUscc: 'a code', sellerRegion: '330105', repeatReason: null },
  reason: 'a reason',
  proposed: acted,
  proposedAt: now,
  answeredAt: now,
  answerReason: 'a reason',
  withdrawn: acted,
  withdrawalReason: 'a reason',
};
