import type { Verdict } from '../generated/graphql.js';

/** The conclusion (检验结论) that follows from the verdicts (5.3.4): one failure decides; a pass needs every item to pass. */
export function conclusionOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('NONCONFORMING')) return 'NONCONFORMING';
  return verdicts.every((verdict) => verdict === 'CONFORMING') ? 'CONFORMING' : 'NOT_JUDGED';
}
