import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { RegisterWebhookInput } from '../generated/graphql.js';
import { addressFault, type AddressRules } from './webhook-address.js';

/** The checked content of a webhook. */
export interface WebhookContent {
  readonly url: string;
  readonly kinds: string[];
  readonly description: string;
}

const example = 'https://receiver.example.cn/hub-events';

/**
 * Checks what is registered.
 * @throws Refusal VALUE_REQUIRED, VALUE_TOO_LONG, VALUE_INVALID, WEBHOOK_ADDRESS_FORBIDDEN
 */
export function webhookContent(input: RegisterWebhookInput, rules: AddressRules): WebhookContent {
  return { url: urlOf(input.url, rules), kinds: kindsOf(input.kinds ?? []), description: requireText('description', input.description, 500) };
}

function urlOf(given: string, rules: AddressRules): string {
  const field = 'url';
  const text = requireText(field, given, 2000);
  const fault = addressFault(text, rules);
  if (fault === 'FORBIDDEN') throw new Refusal('WEBHOOK_ADDRESS_FORBIDDEN', { field });
  requireValid(fault !== 'NO_URL', field, { en: 'it is no URL', 'zh-CN': '不是网址' }, example);
  requireValid(fault !== 'USER', field, { en: 'it holds a user or password', 'zh-CN': '含有用户名或口令' }, example);
  requireValid(fault === undefined, field, { en: 'it does not begin with https', 'zh-CN': '不以 https 开头' }, example);
  const url = new URL(text);
  url.hash = '';
  return url.href;
}

function kindsOf(kinds: readonly string[]): string[] {
  const field = 'kinds';
  requireValid(kinds.length <= 100, field, { en: 'it has more than 100 entries', 'zh-CN': '超过 100 项' }, 'MonitoringPlanIssued');
  for (const [index, kind] of kinds.entries()) {
    requireValid(/^[A-Z][A-Za-z]{0,99}$/.test(kind), `${field}.${index}`, { en: 'it is no kind of event', 'zh-CN': '不是事件类型' }, 'MonitoringPlanIssued');
  }
  return [...new Set(kinds)];
}
