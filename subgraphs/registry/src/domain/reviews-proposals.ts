/** Who reads a proposal, as far as that matters. */
export interface ProposalReader {
  readonly kind: string;
  readonly level?: string | undefined;
  readonly role: string;
}

const rolesOfCenter = ['DATA_STEWARD', 'SECURITY_ADMINISTRATOR', 'AUDITOR'];

/** Whether somebody decides on proposals, or looks after who does: the others read what would change, and not who of their rivals says what (5.4.3 c). */
export function reviewsProposals({ kind, level, role }: ProposalReader): boolean {
  if (kind === 'MONITORING_CENTER') return rolesOfCenter.includes(role);
  return kind === 'REGULATOR' && level === 'PROVINCE' && role === 'OFFICER';
}
