import type { DaySpan } from './day-span.js';

/**
 * The time in which seller and producer may object to a result, from the service of its notice on (异议期限, 产品质量法 15). It is a right and no duty:
 * nobody is late who lets it pass.
 */
export const objectionLimit: DaySpan = { amount: 15, unit: 'CALENDAR_DAY' };
