/** An exception from a rule of the contract, as the registry tells it. */
export interface RuleException {
  readonly id: string;
  readonly subgraph: string;
  readonly rule: string;
  readonly coordinate: string | null;
  readonly severity: 'ERROR' | 'WARNING' | 'OFF';
  readonly reason: string;
  readonly until: string;
  readonly excepted: { readonly userId: string } | null;
  readonly endedAt: string | null;
}

/** An exception in one line. */
export function exceptionInWords({ id, subgraph, rule, coordinate, severity, reason, until, excepted, endedAt }: RuleException): string {
  const ended = endedAt === null ? '' : `, ended ${endedAt}`;
  return `${id}  ${subgraph}: ${rule}${{ OFF: ' off', ERROR: ' an error', WARNING: '' }[severity]} at ${coordinate ?? 'every place'} until ${until}${ended}, by ${excepted?.userId ?? 'nobody'}: ${reason}`;
}
