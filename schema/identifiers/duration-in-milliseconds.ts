const pattern = /^P(?=\d|T\d)(?:(?<days>\d{1,4})D)?(?:T(?=\d)(?:(?<hours>\d{1,5})H)?(?:(?<minutes>\d{1,7})M)?)?$/;

/**
 * An ISO 8601 duration of days, hours and minutes, in milliseconds; undefined for anything else, and for no time at all.
 * A day has 24 hours: Asia/Shanghai knows no other.
 */
export function durationInMilliseconds(duration: string): number | undefined {
  const { days = '0', hours = '0', minutes = '0' } = pattern.exec(duration)?.groups ?? {};
  const total = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60_000;
  return total === 0 ? undefined : total;
}
