import { expect, it, vi } from 'vitest';
import { tellUses } from './tell-uses.js';

it('who used a field is told with the operation, by its name where it has one, and the client where it says which it is', () => {
  const told = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const use = { coordinate: 'Lab.scope', operationHash: 'a'.repeat(64), partyId: 'platform-1', requests: 12_345 };
  tellUses([{ ...use, operation: 'Labs', client: 'desk' }, { ...use, operation: '', client: '' }]);
  expect(told.mock.calls.flat()).toEqual([
    '        Lab.scope: platform-1 by desk, with Labs (aaaaaaaaaaaa), 12,345 times',
    '        Lab.scope: platform-1, with operation aaaaaaaaaaaa, 12,345 times',
  ]);
  told.mockRestore();
});
