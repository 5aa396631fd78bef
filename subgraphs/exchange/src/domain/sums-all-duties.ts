/** Whether a caller's board sums the duties of all parties (5.4.3 b): regulators and centres look after everybody's timeliness. Lists, and the board of one party, show them their own duties and those that concern them. */
export function sumsAllDuties({ kind }: { readonly kind: string }): boolean {
  return kind === 'REGULATOR' || kind === 'MONITORING_CENTER';
}
