/** What stands empty in a report says nothing. */
export function said<Column extends string>(texts: Readonly<Record<Column, string>>): Record<Column, string | null> {
  return Object.fromEntries(Object.entries<string>(texts).map(([column, text]) => [column, text === '' ? null : text])) as Record<Column, string | null>;
}
