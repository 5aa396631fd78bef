import { createHmac } from 'node:crypto';

/**
 * A person as a signed report names it: HMAC-SHA-256 under the owner's key over report and user. Who holds the key can
 * prove who it was; nobody else can tell, nor tell whether two reports name the same person.
 */
export function hashPerson(maskKey: string, reportId: string, userId: string): string {
  return `hmac-sha-256:${createHmac('sha256', maskKey).update(JSON.stringify(['report-person', reportId, userId])).digest('hex')}`;
}
