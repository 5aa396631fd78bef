/**
 * Hints of composition that say that terms got lost (codes of @apollo/composition): where subgraphs give one field
 * different terms, only those of the majority stay, and a directive that is not composed leaves the supergraph.
 */
const codes: ReadonlySet<string> = new Set([
  'INCONSISTENT_NON_REPEATABLE_DIRECTIVE_ARGUMENTS',
  'MERGED_NON_REPEATABLE_DIRECTIVE_ARGUMENTS',
  'DIRECTIVE_COMPOSITION_INFO',
  'DIRECTIVE_COMPOSITION_WARN',
]);

/** Whether a hint of composition must be taken as an error. */
export function losesTerms(hint: { readonly definition: { readonly code: string } }): boolean {
  return codes.has(hint.definition.code);
}
