import { codedError } from '@hub/kernel/refusals/coded-error.js';
import type { Locale } from '@hub/schema/errors/locale.js';

/** How far back usage can be asked for, and how many lines of it come at most. */
const limits = { days: 3_650, first: 1_000 } as const;

/** Refuses numbers of days or lines that nobody can have. @throws GraphQLError VALUE_INVALID */
export function requireUsageArguments(asked: Readonly<Partial<Record<keyof typeof limits, number>>>, locale: Locale): void {
  for (const [name, value] of Object.entries(asked)) {
    const limit = limits[name as keyof typeof limits];
    if (value >= 1 && value <= limit) continue;
    const problem = { en: `${value} is not from 1 to ${limit}`, 'zh-CN': `${value} 不在 1 至 ${limit} 之间` };
    throw codedError('VALUE_INVALID', locale, { field: name, problem, example: '30' });
  }
}
