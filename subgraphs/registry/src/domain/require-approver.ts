import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';

/** Who approves, as far as that matters. */
export interface Approver {
  readonly userId: string;
  readonly kind: string;
  readonly role: string;
  /** The user in whose stead; who acts for another is both. */
  readonly onBehalfOf?: string | undefined;
}

/** A check of which findings are to be approved. */
export interface CheckToApprove {
  /** Users who had it checked or proposed it, in whichever check and proposal; of a registry token also who has issued it. */
  readonly checkedBy: readonly string[];
  /** Kinds of its errors. */
  readonly found: readonly string[];
}

/**
 * Who may let which kind of finding pass: what takes something back, the regulators above the holders (5.4.3 a); what opens something, the centre's security administrators;
 * what breaks clients, or ends a code of a code list, another data steward than those who had it checked or proposed it; what makes a code say something else, the regulators again, for limits are counted and findings
 * read by what codes mean (5.4.3 c). Composition and the rules of the contract are approved by nobody.
 */
const approvers: Readonly<Record<string, { readonly kind: string; readonly role: string }>> = {
  NARROWED: { kind: 'REGULATOR', role: 'OFFICER' },
  WIDENED: { kind: 'MONITORING_CENTER', role: 'SECURITY_ADMINISTRATOR' },
  BREAKING: { kind: 'MONITORING_CENTER', role: 'DATA_STEWARD' },
  CODE_ENDED: { kind: 'MONITORING_CENTER', role: 'DATA_STEWARD' },
  CODE_CHANGED: { kind: 'REGULATOR', role: 'OFFICER' },
};

/** Refuses an approval that is not the approver's to give, or of what the check has not found. @throws Refusal VALUE_INVALID, SCHEMA_APPROVAL_NOT_YOURS */
export function requireApprover(kinds: readonly string[], approver: Approver, { checkedBy, found }: CheckToApprove): void {
  requireValid(kinds.length > 0, 'kinds', { en: 'nothing is named', 'zh-CN': '未写明批准的内容' }, 'NARROWED');
  kinds.forEach((kind, index) => {
    const field = `kinds.${index}`;
    requireValid(found.includes(kind), field, { en: 'the check has found nothing of the kind', 'zh-CN': '检查未发现此类变更' }, found.join(', ') || 'NARROWED');
    const right = approvers[kind];
    const his = right?.kind === approver.kind && right.role === approver.role && ![approver.userId, approver.onBehalfOf].some((user) => user !== undefined && checkedBy.includes(user));
    if (!his) throw new Refusal('SCHEMA_APPROVAL_NOT_YOURS', { field, parameters: { kind, who: approverOf(kind) } });
  });
}

/** Who approves a kind of finding, by kind of party and role. */
export function approverOf(kind: string): string {
  const right = approvers[kind];
  return right ? `${right.kind} ${right.role}` : '–';
}
