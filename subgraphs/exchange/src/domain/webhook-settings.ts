import type { RetryPace } from '@hub/kernel/outbound/retry-delay.js';
import type { AddressRules } from './webhook-address.js';

/** What the operator decides about webhooks; the settings are described in gateway/docs/subscriptions.md. */
export interface WebhookSettings extends AddressRules, RetryPace {
  /** Whether this process makes calls, or leaves them to others. */
  readonly delivers: boolean;
  /** How long an answer is waited for. */
  readonly timeoutSeconds: number;
  readonly giveUpHours: number;
  readonly perParty: number;
}
