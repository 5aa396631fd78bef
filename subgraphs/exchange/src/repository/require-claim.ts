import { mayBeRead } from '@hub/kernel/identity/role-mappings.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';

/**
 * The claim of a token in which a mapping looks: its name (RFC 7519 §4), or a JSON pointer to it (RFC 6901), which begins with a slash.
 *
 * @throws Refusal VALUE_REQUIRED, VALUE_TOO_LONG, VALUE_INVALID, CLAIM_OF_EVERY_TOKEN
 */
export function requireClaim(field: string, given: string): string {
  const claim = requireText(field, given, 200);
  const isPointer = claim.startsWith('/');
  requireValid(!isPointer || !/~(?![01])/.test(claim), field, { en: 'it is no JSON pointer: a ~ is written ~0 there, and a / within a name ~1', 'zh-CN': '不是有效的 JSON 指针：其中的 ~ 应写作 ~0，名称内的 / 应写作 ~1' }, '/resource_access/hub/roles');
  if (!mayBeRead(claim)) throw new Refusal('CLAIM_OF_EVERY_TOKEN', { field, parameters: { claim } });
  return claim;
}
