/** Kinds of errors that somebody may let pass; what else is wrong must be mended. */
export const approvableKinds: readonly string[] = ['NARROWED', 'WIDENED', 'BREAKING', 'CODE_ENDED', 'CODE_CHANGED'];

/** The kinds of errors that were found and are not approved yet. */
export function kindsToApprove(
  findings: readonly { readonly kind: string; readonly severity: string }[],
  approvals: readonly { readonly kinds: readonly string[] }[],
): readonly string[] {
  const approved = new Set(approvals.flatMap(({ kinds }) => kinds));
  const errors = findings.filter(({ severity }) => severity === 'ERROR').map(({ kind }) => kind);
  return [...new Set(errors)].filter((kind) => !approved.has(kind));
}
