/** What nobody's word lets pass: subgraphs that do not compose, and terms that are lost on the way into the supergraph (5.4.3). */
export function approvedByNobody<Found extends { readonly kind: string }>(findings: readonly Found[]): readonly Found[] {
  return findings.filter(({ kind }) => kind === 'COMPOSITION' || kind === 'TERMS_LOST');
}
