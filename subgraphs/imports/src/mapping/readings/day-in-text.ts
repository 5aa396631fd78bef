const written = [
  /(?<!\d)(?<year>(?:19|20)\d\d)\s*[-./年]\s*(?<month>\d{1,2})\s*[-./月]\s*(?<day>\d{1,2})(?!\d)/,
  /(?<!\d)(?<year>(?:19|20)\d\d)(?<month>\d\d)(?<day>\d\d)(?!\d)/,
];
/** The day that spreadsheets count as 0, their leap year 1900 allowed for. */
const serialZero = Date.UTC(1899, 11, 30);

/**
 * The first calendar day in a text, as YYYY-MM-DD: "2026-03-01", "2026.3.1", "2026年3月1日", "20260301", or the serial number by
 * which a spreadsheet keeps a day (46082). A text without one is given back, so that the refusal shows it.
 */
export function dayInText(text: string): string | undefined {
  const plain = text.trim();
  if (plain === '') return undefined;
  if (/^\d{5}(\.\d+)?$/.test(plain)) return new Date(serialZero + Math.floor(Number(plain)) * 86_400_000).toISOString().slice(0, 10);
  for (const pattern of written) {
    const { year, month, day } = pattern.exec(plain)?.groups ?? {};
    if (year && month && day) return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  }
  return plain;
}
