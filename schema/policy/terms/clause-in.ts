/** A clause of the standard that demands something: of the terms (2), the tasks (3) and the process (4, 5), with its item where one is named. */
const clause = /(?<![\d.])(?:2\.[1-5]|3\.[1-5]|5\.[1-4](?:\.[1-5])?)(?!\.?\d)(?: [a-e]\b)?|\bclauses? [2-5]\b/;

/** The first clause of the standard that a description names, such as `5.4.3 b`. */
export function clauseIn(description: string): string | undefined {
  return clause.exec(description)?.[0];
}
