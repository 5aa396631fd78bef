import { CommandRefused } from '../command-refused.js';
import { withExitCode } from '../exit-code.js';
import { operationInWords, type PersistedOperation } from '../schema/persisted-operation.js';
import { registryAt } from '../schema/registry-at.js';
import type { SchemaPromoteOptions } from './schema-promote.js';

/** Retires a registered operation: no check asks after it any more, and no gateway takes it as listed. */
export function operationsRetire(operationId: string, options: SchemaPromoteOptions): Promise<void> {
  return withExitCode(async () => {
    const { reason, json } = options;
    if (!reason) throw new CommandRefused('Say why, for those who read the history: --reason "…".');
    const retired = await (await registryAt(options)).post<PersistedOperation>('/registry/operation-retirements', { operationId, reason });
    console.log(json ? JSON.stringify(retired, null, 2) : operationInWords(retired));
    return 0;
  }, options);
}
