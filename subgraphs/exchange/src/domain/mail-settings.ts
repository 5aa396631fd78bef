import type { RetryPace } from '@hub/kernel/outbound/retry-delay.js';

/** What the operator decides about reminders by e-mail; see the README of the exchange. */
export interface MailSettings extends RetryPace {
  /** Where mail is handed over, such as smtps://user:password@mail.example.cn. */
  readonly smtpUrl: string;
  readonly from: string;
  /** Where a duty is looked at; {id} stands for its id. */
  readonly link: string;
  /** How often it is looked whether there is mail to be sent. */
  readonly lookSeconds: number;
}
