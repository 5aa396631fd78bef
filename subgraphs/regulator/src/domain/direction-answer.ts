import type { DirectionAnswer } from '../generated/graphql.js';

/** An answer to a direction as it is kept beside it: its time is text, for it lies in JSON. */
export type KeptAnswer = Omit<DirectionAnswer, 'reportedAt'> & { readonly reportedAt: string };

/** The answers of a direction as they are read. */
export function directionAnswers(kept: unknown): DirectionAnswer[] {
  return (kept as readonly KeptAnswer[]).map((answer) => ({ ...answer, reportedAt: new Date(answer.reportedAt) }));
}

/** Units concerned, as last told. */
export function unitsAffected(answers: readonly DirectionAnswer[]): number | null {
  return answers.findLast((answer) => answer.unitsAffected != null)?.unitsAffected ?? null;
}

/** The largest Int of GraphQL. */
const most = 2_147_483_647;

/** Units recovered, all answers together (3.1 d). */
export function unitsRecovered(answers: readonly DirectionAnswer[]): number {
  return Math.min(most, answers.reduce((sum, answer) => sum + answer.unitsRecovered, 0));
}
