import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { requireParticipant } from '@hub/kernel/members/require-participant.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { DirectPlatformInput } from '../generated/graphql.js';
import type { RegulatorTransaction } from './database.js';
import { issueDirection } from './issue-direction.js';

/** Directs a platform on whose pages the products of the case stand: stop of sale, or delisting (3.1 d, 3.4 b). */
export function directPlatform(scope: ActScope<RegulatorTransaction>, input: DirectPlatformInput): Promise<ActResult> {
  const { platformId } = input;
  return issueDirection(scope, 'directPlatform', input.kind, input, async (data, number) => {
    const directed = data.filter((row) => row.platformId === platformId);
    if (directed.length === 0) {
      throw new Refusal('ADDRESSEE_NOT_CONCERNED', {
        field: 'platformId',
        parameters: { number, addressee: platformId, concerned: [...new Set(data.map((row) => row.platformId))].join(', ') },
      });
    }
    const { name, uscc, regionCode } = await requireParticipant(scope.unit.tx, 'PLATFORM', platformId, 'platformId');
    return { kind: 'PLATFORM', id: platformId, name, uscc, regionCode, monitoringDataIds: directed.map(({ id }) => id) };
  });
}
