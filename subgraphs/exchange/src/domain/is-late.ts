/** Whether a duty is late at a time: open past its due time, or done late (5.4.3 b); one that was dropped is owed no more. */
export function isLate(
  duty: { readonly dueAt: Date; readonly closedAt: Date | null; readonly state: string },
  now: Date,
): boolean {
  return duty.state !== 'DROPPED' && (duty.closedAt ?? now) > duty.dueAt;
}
