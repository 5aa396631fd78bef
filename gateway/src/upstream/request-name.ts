import { randomUUID } from 'node:crypto';

const prefix = 'hub-';
/** A name that the caller may give its request; any other is replaced, and so is one that looks like the gateway's. */
const callersName = /^(?!hub-)[\w.-]{1,100}$/;

/** The name of a request, by which the entries of all owners about it are found in their audit logs: the caller's, or else a new one of the gateway's. */
export function requestName(given: string | string[] | undefined): string {
  return typeof given === 'string' && callersName.test(given) ? given : `${prefix}${randomUUID()}`;
}

/** Whether the caller has named the request itself: then it looks for entries of that name. */
export function isCallersName(name: string | undefined): boolean {
  return name !== undefined && !name.startsWith(prefix);
}
