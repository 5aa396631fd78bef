/** A duration of ISO 8601 in days, hours and minutes, such as P1D or PT5M, with the words for these; another stays as it is. */
export function durationInWords(iso: string, units: Readonly<Record<'D' | 'H' | 'M', string>>): string {
  const [, days, hours, minutes] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(iso) ?? [];
  const parts = [days && days + units.D, hours && hours + units.H, minutes && minutes + units.M].filter(Boolean);
  return parts.length === 0 ? iso : parts.join(' ');
}
