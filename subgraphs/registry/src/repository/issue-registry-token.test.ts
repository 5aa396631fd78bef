import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { expect, it } from 'vitest';
import type { RegistryTransaction } from './database.js';
import { issueRegistryToken } from './issue-registry-token.js';

it('a system issues no registry token, whatever role it acts in', async () => {
  const caller = { userId: 'center.lims', partyId: 'center', kind: 'MONITORING_CENTER', regionCode: '', role: 'DATA_STEWARD', keyId: 'k1' };
  const scope = { unit: {}, caller } as unknown as ActScope<RegistryTransaction>;
  const issued = issueRegistryToken(() => undefined)(scope, { idempotencyKey: 'a', subgraph: 'labs', name: 'CI', expiresAt: '2027-01-01T00:00:00Z' } as never);
  await expect(issued).rejects.toMatchObject({ code: 'REGISTRY_TOKEN_BY_SYSTEM' });
});
