/** What a spreadsheet counts as 0, its leap year 1900 allowed for; it knows no zone, and is written in Asia/Shanghai. */
const serialZero = Date.UTC(1899, 11, 30);
const written = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})(?:\s*日\s*|[\sT]\s*)(\d{1,2}):(\d{2})(?::(\d{2}))?$/;
const withZone = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * A point in time as a cell has it, as ISO 8601 with zone: "2026-03-01 09:30", "2026/3/1 9:30:00", "2026年3月1日 9:30", all in Asia/Shanghai, the end of a day also as "2026-03-01 24:00", the serial number by which a spreadsheet keeps it (46082.3958), or with a zone
 * of its own. Undefined for anything else, also for a day alone: nobody could say which time of it is meant.
 */
export function timeInCell(text: string): string | undefined {
  if (withZone.test(text)) return Number.isNaN(Date.parse(text)) ? undefined : text;
  if (/^\d{5}\.\d+$/.test(text)) return `${new Date(serialZero + Math.round(Number(text) * 86_400) * 1_000).toISOString().slice(0, 19)}+08:00`;
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '00'] = written.exec(text) ?? [];
  if (year === '') return undefined;
  const [date, time] = [`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, `${hour.padStart(2, '0')}:${minute}:${second}`];
  const endsDay = time === '24:00:00';
  const read = new Date(`${date}T${endsDay ? '00:00:00' : time}Z`);
  if (Number.isNaN(read.getTime()) || !read.toISOString().startsWith(date)) return undefined;
  return `${new Date(read.getTime() + (endsDay ? 86_400_000 : 0)).toISOString().slice(0, 19)}+08:00`;
}
