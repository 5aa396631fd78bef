import { requireText } from './require-text.js';
import { requireValid } from './require-valid.js';

/** A party's answer to a proposed correction (协商更正, clause 4). */
export type Agreement = { readonly answer: 'AGREED'; readonly answerReason: null } | { readonly answer: 'REFUSED'; readonly answerReason: string };

/**
 * An answer to what another party proposes, checked: who does not agree says why.
 * @throws Refusal VALUE_REQUIRED, VALUE_INVALID, VALUE_TOO_LONG
 */
export function requireAgreement({ answer, reason }: { readonly answer: 'AGREE' | 'REFUSE'; readonly reason?: string | null | undefined }): Agreement {
  if (answer === 'REFUSE') return { answer: 'REFUSED', answerReason: requireText('reason', reason ?? '', 1000) };
  requireValid(reason == null || reason.trim() === '', 'reason', { en: 'a reason belongs to a refusal', 'zh-CN': '仅在不同意时填写理由' }, { en: 'no reason with AGREE', 'zh-CN': 'AGREE 时不填 reason' });
  return { answer: 'AGREED', answerReason: null };
}
