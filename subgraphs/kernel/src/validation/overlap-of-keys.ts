import { durationInMilliseconds } from '@hub/schema/identifiers/duration-in-milliseconds.js';
import { requireValid } from './require-valid.js';

const longest = 90 * 86_400_000;

/** For how long a key goes on signing beside the one that took its place, in milliseconds. @throws Refusal VALUE_INVALID */
export function overlapOfKeys(overlap: string): number {
  const duration = durationInMilliseconds(overlap);
  requireValid(
    duration !== undefined && duration <= longest,
    'overlap',
    { en: 'it is no duration of days, hours and minutes up to P90D', 'zh-CN': '不是 P90D 以内的日、时、分时长' },
    'P7D',
  );
  return duration;
}
