import { startOfDayInShanghai } from '@hub/kernel/calendar/start-of-day-in-shanghai.js';
import { CommandRefused } from '../command-refused.js';
import { withExitCode } from '../exit-code.js';
import { registryAt } from '../schema/registry-at.js';
import { exceptionInWords, type RuleException } from '../schema/rule-exception.js';
import type { SchemaPromoteOptions } from './schema-promote.js';

export interface SchemaExceptOptions extends SchemaPromoteOptions {
  readonly until?: string;
  readonly off: boolean;
  readonly error: boolean;
}

/** Excepts a place, or the whole schema of a subgraph, from a rule of the contract until a day: there it warns, is off, or is an error although the whole schema is excepted. */
export function schemaExcept(subgraph: string, rule: string, coordinate: string | undefined, options: SchemaExceptOptions): Promise<void> {
  return withExitCode(async () => {
    const { until, off, error, reason, json } = options;
    if (off && error) throw new CommandRefused('A rule is off or an error: name --off or --error.');
    if (!reason) throw new CommandRefused('Say why, for those who read the history: --reason "…".');
    if (!until || !/^\d{4}-\d{2}-\d{2}$/.test(until) || Number.isNaN(Date.parse(until))) throw new CommandRefused('Say until which day, a year from now at most: --until 2027-03-01.');
    const item = { subgraph, rule, coordinate, severity: off ? 'OFF' : error ? 'ERROR' : 'WARNING', reason, until: startOfDayInShanghai(until).toISOString() };
    const exception = await (await registryAt(options)).post<RuleException>('/registry/exceptions', item);
    console.log(json ? JSON.stringify(exception, null, 2) : exceptionInWords(exception));
    return 0;
  }, options);
}
