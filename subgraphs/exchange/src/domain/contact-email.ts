import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';

/** One mailbox, without a name and without anything that a mail header could take for another. */
const mailbox = /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i;

/**
 * An e-mail address as it is kept (RFC 5321 §4.5.3); null where none is told.
 * @throws Refusal VALUE_REQUIRED, VALUE_TOO_LONG or VALUE_INVALID
 */
export function contactEmail(told: string | null | undefined): string | null {
  if (told == null) return null;
  const address = requireText('contactEmail', told, 254);
  requireValid(mailbox.test(address), 'contactEmail', { en: 'it is no e-mail address', 'zh-CN': '不是电子邮箱地址' }, 'office@example.cn');
  return address;
}
