/** Whether a duty is late at a time: open past its due time while its clock runs, or done late (5.4.3 b); one that was dropped is owed no more. */
export function isLate(
  duty: { readonly dueAt: Date; readonly closedAt: Date | null; readonly pausedAt: Date | null; readonly state: string },
  now: Date,
): boolean {
  return duty.state !== 'DROPPED' && (duty.closedAt ?? duty.pausedAt ?? now) > duty.dueAt;
}
