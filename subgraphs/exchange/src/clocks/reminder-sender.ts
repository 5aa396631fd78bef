import { setTimeout as delay } from 'node:timers/promises';
import { isDatabaseUnavailable } from '@hub/kernel/acts/is-database-unavailable.js';
import type { Logger } from '@hub/kernel/service/logger.js';
import type { RunningWork } from '@hub/kernel/service/subgraph-work.js';
import { createTransport } from 'nodemailer';
import { mailFailure } from '../domain/mail-failure.js';
import type { MailSettings } from '../domain/mail-settings.js';
import { reminderMail } from '../domain/reminder-mail.js';
import { retryDelay } from '@hub/kernel/outbound/retry-delay.js';
import type { ContactKeeping } from '../repository/contact-keeping.js';
import type { ExchangeDatabase } from '../repository/database.js';
import { reminders, type ClaimedReminder, type ReminderNote, type Reminders } from '../repository/reminders.js';

const answerWithin = 10_000;
/** Longer than a mail can take: connection, greeting and each answer have their own time. */
const leaseSeconds = 60;
const giveUpAfter = 72 * 3_600_000;

/**
 * Sends reminders by SMTP (RFC 5321), beside the sweep that writes them, which waits for no mail server: each at least once, again after a failure, and not
 * at all where the duty has ended or gone on meanwhile.
 */
export class ReminderSender implements RunningWork {
  readonly #settings: MailSettings;
  readonly #log: Logger;
  readonly #reminders: Reminders;
  readonly #transport: ReturnType<typeof transportTo>;
  readonly #stop = new AbortController();
  readonly #running: Promise<void>;

  constructor({ database, log }: { readonly database: ExchangeDatabase; readonly log: Logger }, settings: MailSettings, contacts: ContactKeeping) {
    this.#settings = settings;
    this.#log = log;
    this.#reminders = reminders(database, contacts);
    this.#transport = transportTo(settings.smtpUrl);
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    this.#transport.close();
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      try {
        for (let next = await this.#reminders.claim(leaseSeconds); next; next = signal.aborted ? undefined : await this.#reminders.claim(leaseSeconds)) {
          await this.#reminders.note(next, await this.#send(next));
        }
      } catch (error) {
        if (!isDatabaseUnavailable(error)) this.#log.error({ err: error }, 'reminders cannot be sent');
      }
      await delay(this.#settings.lookSeconds * 1000, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  async #send(reminder: ClaimedReminder): Promise<ReminderNote> {
    const { address, contactId, dutyId, stage, failures, writtenAt } = reminder;
    if (address === null || !reminder.stands) return { state: 'VOID' };
    const tooOld = Date.now() - writtenAt.getTime() >= giveUpAfter;
    // As where no mail server was set when it was written.
    if (tooOld && failures === 0) return { state: 'VOID' };
    try {
      const mail = reminderMail(reminder, this.#settings.link);
      // The same for each attempt, so that a repetition can be told.
      await this.#transport.sendMail({ ...mail, textEncoding: 'base64', messageId: `<${dutyId}.${stage}.${reminder.id}@hub>`, from: this.#settings.from, to: { name: '', address } });
      return { sentTo: contactId };
    } catch (error) {
      const failure = mailFailure(error, address);
      if (tooOld || isRefusedForGood(error)) {
        this.#log.warn({ reminder: reminder.id, failure }, 'a reminder could not be sent, and is given up');
        return { state: 'GIVEN_UP', failure };
      }
      return { failure, delay: retryDelay(failures + 1, this.#settings) };
    }
  }
}

/** Whether the server has no such mailbox, or takes nothing for it (RFC 5321 §4.2.1: a permanent negative completion of MAIL or RCPT). */
function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown };
  return code === 'EENVELOPE' && typeof responseCode === 'number' && responseCode >= 500;
}

function transportTo(url: string) {
  const patience = { connectionTimeout: answerWithin, greetingTimeout: answerWithin, socketTimeout: answerWithin };
  return createTransport({ url, ...patience, disableFileAccess: true, disableUrlAccess: true });
}
