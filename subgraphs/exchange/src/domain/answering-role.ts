/** In which role a party of a kind answers for its data at the sharing desk (5.4.3 b). */
export function answeringRole(kind: string): 'OFFICER' | 'DATA_STEWARD' | 'SIGNATORY' {
  if (kind === 'LAB') return 'SIGNATORY';
  return kind === 'MONITORING_CENTER' ? 'DATA_STEWARD' : 'OFFICER';
}
