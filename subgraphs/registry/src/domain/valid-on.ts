/** The condition of a code that is valid on a day (YYYY-MM-DD): from its first day on, and before the day from which on it is not. */
export function validOn(day: string) {
  const at = new Date(`${day}T00:00:00Z`);
  return {
    AND: [{ OR: [{ validFrom: null }, { validFrom: { lte: at } }] }, { OR: [{ validTo: null }, { validTo: { gt: at } }] }],
  };
}
