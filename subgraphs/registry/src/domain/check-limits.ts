/**
 * How long checking a schema may take, in milliseconds: a hundred subgraphs of fifty types are composed in full in 30 to 45 seconds on two processors, and several may wait for each other.
 */
export const checkLimits = {
  /** From when the checking thread began with it. */
  patience: 120_000,
  /** For those before it in the queue and for its own, and for all checks of one item of an act together. */
  longest: 150_000,
  /** For the transaction in which what comes with the hub is checked at a start: nobody is served yet. */
  atStart: { timeout: 170_000 },
  /** How many checks one user may have waiting at once. */
  ofOneUser: 8,
} as const;
