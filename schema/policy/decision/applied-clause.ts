import type { Clause } from '../terms/vocabulary.js';

/** A clause as it applies to a caller once the sharing desk's decisions are counted in (5.4.3 a). */
export interface AppliedClause extends Clause {
  /** Only rows of these holders: those who have granted the field. Absent where no grant is needed. */
  readonly holders?: readonly string[] | undefined;
  /** Not the rows of these holders: those who have closed the field. */
  readonly exceptHolders?: readonly string[] | undefined;
}
