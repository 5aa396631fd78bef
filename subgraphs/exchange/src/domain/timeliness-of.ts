import { durationInMilliseconds } from '@hub/schema/identifiers/duration-in-milliseconds.js';
import type { SharingTimeliness } from '../generated/graphql.js';

/**
 * Whether what is known of an owner is as fresh as a limit asks for (时效, 5.4.3 b); undefined where there is no limit. Nothing that happened at the owner is missing up to `heard`, so it is
 * the silence that makes stale: a row that has not changed for a year is as it is.
 *
 * @param limit ISO 8601 duration
 * @param heard until when everything is known that happened at the owner; undefined where it was never heard
 */
export function timelinessOf(limit: string | null | undefined, heard: Date | undefined, now: Date): SharingTimeliness | undefined {
  const allowed = limit == null ? undefined : durationInMilliseconds(limit);
  if (allowed === undefined) return undefined;
  return heard !== undefined && now.getTime() - heard.getTime() <= allowed ? 'IN_TIME' : 'STALE';
}
