import { randomUUID } from 'node:crypto';
import type { Purpose } from '../terms/vocabulary.js';
import type { MayApply } from './may-apply.js';

/** How to apply for a field (共享申请, 5.4.3 b): to be sent as it stands, by who acts for the party. */
export interface Application {
  readonly mutation: string;
  readonly variables: { readonly items: readonly ApplicationToSend[] };
}

/** An item of the act `requestSharing`. */
export interface ApplicationToSend {
  readonly idempotencyKey: string;
  readonly fields: readonly string[];
  readonly holderIds: readonly string[];
  readonly purpose: Purpose;
  /** ISO 8601. */
  readonly until: string;
}

/** The act of the exchange by which fields of 有条件共享 are applied for; a journey sends it as it stands. */
export const applicationMutation =
  'mutation ($items: [RequestSharingInput!]!) { requestSharing(items: $items) { outcomes { value { id requests { id number state dueAt holder { id name } } } refusal { code message field } } } }';

const days = 90;

/** @param holders who is asked, kept by reference, for further rows add theirs; none where no row is known: then each that may hold such rows is */
export function applyFor(coordinate: string, holders: readonly string[], purpose: Purpose | undefined, may: NonNullable<MayApply>, now: Date): Application {
  const allowed = may.purposes === 'any' || (purpose !== undefined && may.purposes.includes(purpose)) ? purpose : may.purposes[0];
  const until = new Date(now.getTime() + days * 86_400_000).toISOString();
  return {
    mutation: applicationMutation,
    variables: { items: [{ idempotencyKey: randomUUID(), fields: [coordinate], holderIds: holders, purpose: allowed ?? 'SUPERVISION', until }] },
  };
}
