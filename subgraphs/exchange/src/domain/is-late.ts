/** Whether a duty is late at a time: open past its due time, or closed late (5.4.3 b). */
export function isLate(duty: { readonly dueAt: Date; readonly closedAt: Date | null }, now: Date): boolean {
  return (duty.closedAt ?? now) > duty.dueAt;
}
