/** The instant some days after another. */
export function daysFrom(at: string, days: number): string {
  return new Date(Date.parse(at) + days * 86_400_000).toISOString();
}
