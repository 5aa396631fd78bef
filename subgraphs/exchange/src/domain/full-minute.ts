/**
 * The full minute before a time. The hub hears from each owner at least twice a minute, so that minutes go on whether
 * something happened or not: who watches them learns nothing of events that are hidden from him.
 */
export function fullMinute(time: Date): Date {
  return new Date(Math.floor(time.getTime() / 60_000) * 60_000);
}
