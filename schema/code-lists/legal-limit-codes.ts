import { codeEntry, type CodeEntry, type CodeListContent } from './code-list.js';
import type { DaySpan } from './day-span.js';
import { inForceOn } from './in-force-on.js';
import { legalLimits, type LegalLimit } from './legal-limits.js';

/** Name of the limits that the law sets among the code lists. */
export const legalLimitListId = 'legal-limits';

type Right = keyof typeof legalLimits;

/** How much time the law gives, as it is in force: the units are those of the build, the numbers may be a steward's. */
export type LegalLimits = { readonly [Each in Right]: (typeof legalLimits)[Each]['within'] extends DaySpan ? DaySpan : (typeof legalLimits)[Each]['within'] & { readonly amount: number } };

/** The limits that the law sets as a code list (法定期限), each with its number and, to be read beside it, from when it runs and by which law. */
export function legalLimitContent(): CodeListContent {
  const codes = Object.entries<LegalLimit>(legalLimits).map(([right, { zh, en, within, from, clause }]) =>
    codeEntry({
      code: right,
      zh,
      en,
      properties: [
        { name: 'within', values: [String(within.amount), within.unit] },
        { name: 'from', values: [from] },
        { name: 'clause', values: [clause] },
      ],
    }),
  );
  return { id: legalLimitListId, zh: '法定期限', en: 'limits that the law sets (5.4.3 b)', codes };
}

/** The limits that such codes tell on a day (YYYY-MM-DD); those of the build where they tell none. */
export function legalLimitsOf(codes: readonly CodeEntry[], day: string): LegalLimits {
  const told = new Map(codes.filter((entry) => inForceOn(entry, day)).map((entry) => [entry.code, entry.properties.find(({ name }) => name === 'within')?.values]));
  const spans = Object.entries<LegalLimit>(legalLimits).map(([right, { within }]) => {
    const [amount] = told.get(right) ?? [];
    return [right, amount === undefined ? within : { amount: Number(amount), unit: within.unit }];
  });
  return Object.fromEntries(spans) as LegalLimits;
}
