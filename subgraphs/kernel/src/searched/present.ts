/** The texts among values of which some are absent. */
export function present(...values: readonly (string | null | undefined)[]): string[] {
  return values.filter((value): value is string => value != null && value !== '');
}
