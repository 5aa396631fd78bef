interface Version {
  readonly version: number;
  readonly contentHash: string;
}

/** How what was checked stands to what is in force by now. */
export interface CheckStanding {
  /** The version in force; 0 where nothing was published yet, as in what a check is made against. */
  readonly latest: number;
  /** Whether it is in force already. */
  readonly isPublished: boolean;
  /** Whether something else was published since. */
  readonly hasMoved: boolean;
}

/** How a check stands to the versions of its subgraph, the latest first. */
export function checkStanding({ baseVersion, contentHash }: { readonly baseVersion: number; readonly contentHash: string }, [inForce]: readonly Version[]): CheckStanding {
  const latest = inForce?.version ?? 0;
  const isPublished = inForce?.contentHash === contentHash;
  return { latest, isPublished, hasMoved: !isPublished && latest !== baseVersion };
}
