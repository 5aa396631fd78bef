import { randomUUID } from 'node:crypto';
import type { ReminderState } from '../domain/reminder-state.js';
import type { RemindedDuty } from '../domain/reminder-mail.js';
import type { ContactKeeping } from './contact-keeping.js';
import type { ExchangeDatabase } from './database.js';

/** A reminder that this process alone may send, until the lease ends. */
export interface ClaimedReminder extends RemindedDuty {
  readonly id: string;
  readonly leaseId: string;
  readonly failures: number;
  readonly writtenAt: Date;
  /** Null where the party has none any more. */
  readonly address: string | null;
  /** Whose the address is. */
  readonly contactId: string | null;
  /** Whether the duty is open and has come no further. */
  readonly stands: boolean;
}

/** What came of a reminder: sent, and to whose address, to be tried again in so many milliseconds, or never. */
export type ReminderNote =
  | { readonly sentTo: string | null }
  | { readonly failure: string; readonly delay: number }
  | { readonly state: Extract<ReminderState, 'VOID' | 'GIVEN_UP'>; readonly failure?: string };

const waiting: ReminderState = 'WAITING';
const sent: ReminderState = 'SENT';

/** The reminders that wait to be sent. As with webhooks, a lease keeps two processes from the same one, and the database's clock says when it ends. */
export function reminders(database: ExchangeDatabase, contacts: ContactKeeping) {
  return {
    async claim(leaseSeconds: number): Promise<ClaimedReminder | undefined> {
      const leaseId = randomUUID();
      const taken = await database.$executeRaw`
        UPDATE duty_reminder SET lease_id = ${leaseId}, leased_until = now() + make_interval(secs => ${leaseSeconds}::float8)
        WHERE id = (
          SELECT id FROM duty_reminder
          WHERE state = ${waiting} AND next_attempt_at <= now() AND (leased_until IS NULL OR leased_until <= now())
          ORDER BY next_attempt_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)`;
      if (taken === 0) return undefined;
      const [claimed] = await database.$queryRaw<(Omit<ClaimedReminder, 'address'> & { readonly sealed: string | null; readonly ofBefore: string | null })[]>`
        SELECT r.id, r.lease_id AS "leaseId", r.failures, r.written_at AS "writtenAt", r.stage, d.id AS "dutyId", d.kind, d.due_at AS "dueAt",
               p.contact_id AS "contactId", p.sealed_contact_email AS sealed, p.contact_email AS "ofBefore", d.state = 'OPEN' AND d.paused_at IS NULL AND d.stage = r.stage AS stands
        FROM duty_reminder r JOIN duty d ON d.id = r.duty_id JOIN participant p ON p.id = r.party_id
        WHERE r.lease_id = ${leaseId}`;
      if (!claimed) return undefined;
      const { sealed, ofBefore, ...reminder } = claimed;
      const { contactId } = reminder;
      const [opened] = contactId === null || sealed === null ? [] : await contacts.open(database, [{ personId: contactId, sealed }]);
      return { ...reminder, address: ofBefore ?? opened?.address ?? null };
    },

    /** Notes what came of it; nothing where the lease has passed to another. */
    async note({ id, leaseId }: ClaimedReminder, note: ReminderNote): Promise<void> {
      const free = { leaseId: null, leasedUntil: null };
      if ('sentTo' in note) {
        await database.dutyReminder.updateMany({ where: { id, leaseId }, data: { ...free, state: sent, sentTo: note.sentTo, sentAt: new Date() } });
      } else if ('state' in note) {
        await database.dutyReminder.updateMany({ where: { id, leaseId }, data: { ...free, state: note.state, ...(note.failure !== undefined && { lastFailure: note.failure }) } });
      } else {
        await database.$executeRaw`
          UPDATE duty_reminder SET lease_id = NULL, leased_until = NULL, failures = failures + 1, last_failure = ${note.failure},
                 next_attempt_at = now() + make_interval(secs => ${note.delay / 1000}::float8)
          WHERE id = ${id} AND lease_id = ${leaseId}`;
      }
    },
  };
}

export type Reminders = ReturnType<typeof reminders>;
