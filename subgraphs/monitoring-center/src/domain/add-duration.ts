const pattern = /^P(?:(?<days>\d+)D)?(?:T(?:(?<hours>\d+)H)?(?:(?<minutes>\d+)M)?)?$/;

/** Days of feedback where a plan tells none that can be read (5.4.1). */
const usualDays = 10;

/** A time plus an ISO 8601 duration of days, hours and minutes. A day has 24 hours: Asia/Shanghai knows no other. */
export function addDuration(time: Date, duration: string): Date {
  const { days, hours, minutes } = pattern.exec(duration)?.groups ?? { days: String(usualDays) };
  const total = (Number(days ?? 0) * 24 + Number(hours ?? 0)) * 60 + Number(minutes ?? 0);
  return new Date(time.getTime() + total * 60_000);
}
