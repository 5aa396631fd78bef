import type { CheckFactsFragment, ConsoleViewerQuery, SchemaFindingKind } from '../../generated/operations';

type Viewer = NonNullable<ConsoleViewerQuery['viewer']>;

interface Approver {
  readonly kind: string;
  readonly level?: string;
  readonly role: string;
}

/** Who may let which kind of finding pass (5.4.3 a); all other kinds are let pass by nobody. */
export const approvers: Partial<Record<SchemaFindingKind, Approver>> = {
  NARROWED: { kind: 'REGULATOR', level: 'PROVINCE', role: 'OFFICER' },
  WIDENED: { kind: 'MONITORING_CENTER', role: 'SECURITY_ADMINISTRATOR' },
  BREAKING: { kind: 'MONITORING_CENTER', role: 'DATA_STEWARD' },
  CODE_ENDED: { kind: 'MONITORING_CENTER', role: 'DATA_STEWARD' },
  CODE_CHANGED: { kind: 'REGULATOR', level: 'PROVINCE', role: 'OFFICER' },
};

type Found = Pick<CheckFactsFragment, 'findings' | 'approvals'>;

/** Kinds of what a check found that somebody has still to let pass. */
export function waitingKinds({ findings, approvals }: Found): readonly SchemaFindingKind[] {
  const approved = approvals.flatMap(({ kinds }) => kinds);
  return [...new Set(errorsOf(findings))].filter((kind) => kind in approvers && !approved.includes(kind));
}

/** Whether it found something that nobody may let pass. */
export function isBeyondApproval({ findings }: Found): boolean {
  return errorsOf(findings).some((kind) => !(kind in approvers));
}

function errorsOf(findings: Found['findings']): readonly SchemaFindingKind[] {
  return findings.filter(({ severity, letPass }) => severity === 'ERROR' && letPass === null).map(({ kind }) => kind);
}

/** Whether a viewer is one of those who let this kind pass; the hub refuses the one who asked for it himself. */
export function mayApprove(kind: SchemaFindingKind, viewer: Viewer | undefined): boolean {
  const approver = approvers[kind];
  if (approver === undefined || viewer === undefined) return false;
  const { role, participant } = viewer;
  return approver.role === role && approver.kind === participant.kind && (approver.level === undefined || approver.level === participant.level);
}

/** Whether a viewer is one of those who decide on changes at all, and so may reject one. */
export function decides(viewer: Viewer | undefined): boolean {
  return (Object.keys(approvers) as SchemaFindingKind[]).some((kind) => mayApprove(kind, viewer));
}

/** Whether somebody else of the same office lets this kind pass than who asked for it. */
export function isAnothers(kind: SchemaFindingKind): boolean {
  return kind === 'BREAKING' || kind === 'CODE_ENDED';
}
