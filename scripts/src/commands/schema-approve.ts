import { CommandRefused } from '../command-refused.js';
import { withExitCode } from '../schema/exit-code.js';
import { registryAt } from '../schema/registry-at.js';
import type { SchemaPromoteOptions } from './schema-promote.js';

const approvable = ['NARROWED', 'WIDENED', 'BREAKING'];

/** Lets findings of a check pass, as whom they concern. */
export function schemaApprove(checkId: string, kinds: readonly string[], options: SchemaPromoteOptions): Promise<void> {
  return withExitCode(async () => {
    const { reason, json } = options;
    if (!reason) throw new CommandRefused('Say why, for those who read the history: --reason "…".');
    const wrong = kinds.find((kind) => !approvable.includes(kind));
    if (wrong !== undefined) throw new CommandRefused(`"${wrong}" is nothing to approve; there are ${approvable.join(', ')}.`);
    const check = await (await registryAt(options)).post<{ subgraph: string }>('/registry/approvals', { checkId, kinds, reason });
    console.log(json ? JSON.stringify(check, null, 2) : `${check.subgraph}: ${kinds.join(', ')} may pass, for the text of check ${checkId}.`);
    return 0;
  });
}
