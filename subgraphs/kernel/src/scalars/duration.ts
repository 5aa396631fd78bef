import { durationInMilliseconds } from '@hub/schema/identifiers/duration-in-milliseconds.js';
import { textScalar } from './text-scalar.js';

/** A duration of days, hours and minutes (时长, ISO 8601). */
export const durationScalar = textScalar('Duration', 'P10D', (text) =>
  durationInMilliseconds(text) === undefined
    ? { problem: { en: 'it is no ISO 8601 duration of days, hours and minutes', 'zh-CN': '不是以日、时、分表示的 ISO 8601 时长' } }
    : { text },
);
