/** A grant of the sharing desk (共享授权, 5.4.3 a): a holder opens fields of its rows to a party for a purpose, until a time. */
export interface Grant {
  readonly id: string;
  /** The party whose rows it opens. */
  readonly holder: string;
  /** The CONDITIONAL fields that it opens, such as `Lab.signatories`. */
  readonly coordinates: readonly string[];
}

/** A closing (紧急关闭, 5.4.3 a): an overlay on the terms of a field, for a legal duty or an incident. */
export interface Closing {
  readonly coordinate: string;
  /** The holder whose rows are closed; null closes the field on every row of the owner. */
  readonly holder: string | null;
  readonly ground: string;
}

/** What the sharing desk has decided that bears on one caller at the instant at which an operation starts. */
export interface DeskDecisions {
  /** Grants in force to the caller's party, under the purpose for which it asks. */
  readonly grants: readonly Grant[];
  readonly closings: readonly Closing[];
  /** Whether the owner has not heard of the desk lately: then no grant counts, for it may have ended. */
  readonly stale: boolean;
}

/** What of that bears on one field. */
export interface FieldDecisions {
  readonly grants: readonly Grant[];
  readonly closings: readonly Closing[];
}

export const nothingDecided: DeskDecisions = { grants: [], closings: [], stale: false };

const untouched: FieldDecisions = { grants: [], closings: [] };

/** The decisions that bear on a field. On a stale replica grants do not count, and closings that are known go on. */
export function decisionsOn(coordinate: string, { grants, closings, stale }: DeskDecisions): FieldDecisions {
  if (grants.length === 0 && closings.length === 0) return untouched;
  return {
    grants: stale ? [] : grants.filter(({ coordinates }) => coordinates.includes(coordinate)),
    closings: closings.filter((closing) => closing.coordinate === coordinate),
  };
}
