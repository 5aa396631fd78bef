/** After how many milliseconds a server wants to be asked again (Retry-After, RFC 9110 §10.2.3): seconds, or a date; undefined where it says neither. */
export function retryAfter(header: string | null, now: Date): number | undefined {
  const told = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(told)) return Number(told) * 1000;
  // Dates begin with the day of the week; anything else that a clock would read is none.
  const at = /^[A-Z][a-z]{2,8},? /.test(told) ? Date.parse(told) : NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
