import type { SchemaFinding } from '@hub/schema/check/schema-finding.js';

/** What nobody's word lets pass: subgraphs that do not compose, and terms that are lost on the way into the supergraph (5.4.3). */
export function approvedByNobody(findings: readonly SchemaFinding[]): readonly SchemaFinding[] {
  return findings.filter(({ kind }) => kind === 'COMPOSITION' || kind === 'TERMS_LOST');
}
