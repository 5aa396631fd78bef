/**
 * How long checking a schema may take, in milliseconds: a hundred subgraphs of fifty types are composed in full in 30 to 45 seconds on two processors, and several may wait for each other.
 * What is published is checked inside its transaction, which must outlast both.
 */
export const checkLimits = {
  /** From when the checking thread began with it. */
  patience: 120_000,
  /** For those before it in the queue and for its own. */
  longest: 150_000,
  /** For an act in which a schema is checked. */
  act: { timeout: 170_000 },
} as const;
