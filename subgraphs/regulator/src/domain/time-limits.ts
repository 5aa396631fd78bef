/**
 * Days within which a regulator acts. The law sets none of them: these are defaults of the hub, until a steward keeps them as
 * a list (5.4.3 b).
 */
export const timeLimits = {
  /** A decision on an assessment report (3.1 b). */
  decideAssessmentReport: 10,
  /** A case on monitoring data that tells of a product that does not conform (3.1 d). */
  openHazardHandling: 7,
  /** The end of a case, from its beginning. */
  closeHazardHandling: 30,
  /** A word on the final answer to a direction. */
  endDirection: 7,
} as const;

/** By when something that begins at a time is due. */
export function dueAfter(limit: keyof typeof timeLimits, from: Date): Date {
  return new Date(from.getTime() + timeLimits[limit] * 86_400_000);
}
