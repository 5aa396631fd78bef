import type { MatrixRow } from '@hub/kernel/testing/conformance/row-matrix.js';

/** What the rows of the conformance fixtures have in common. */
export const now = new Date('2026-03-01T00:00:00Z');
export const later = '2099-01-01T00:00:00Z';
export const acted = { userId: 'u', partyId: 'p', role: 'OFFICER', at: now.toISOString() };
export const stamps = ({ holder, concerned, state, reached }: MatrixRow) => ({ holder, concerned: [...concerned], state, reached: [...reached] });
export const regions = ({ sellerRegion, producerRegion }: MatrixRow) => ({ sellerRegion, producerRegion });
