import type { MonitoringDataDeskState } from '../generated/graphql.js';

/**
 * Where monitoring data lands at the desk (3.1 d): what does not conform is to be handled, or joins the open case on the version
 * that it supersedes; anything else is filed (备案).
 */
export function deskState(conclusion: string, ofOpenCase: boolean): MonitoringDataDeskState {
  if (conclusion !== 'NONCONFORMING') return 'FILED';
  return ofOpenCase ? 'IN_HANDLING' : 'RECEIVED';
}
