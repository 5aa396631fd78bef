import type { CycleTimelinessQuery } from '../../generated/operations.js';

export type BoardRow = NonNullable<CycleTimelinessQuery['timelinessBoard']>[number];

/** How timely the duties of some kinds are done (5.4.3 b). */
export interface Timeliness {
  readonly open: number;
  readonly dueSoon: number;
  readonly late: number;
  readonly done: number;
  readonly doneLate: number;
}

/** Adds up the rows of the board for these kinds of duty, over all periods. */
export function timelinessOf(board: readonly BoardRow[], kinds: readonly string[]): Timeliness {
  const rows = board.filter(({ kind }) => kinds.includes(kind));
  const sum = (figure: keyof Timeliness) => rows.reduce((total, row) => total + row[figure], 0);
  return { open: sum('open'), dueSoon: sum('dueSoon'), late: sum('late'), done: sum('done'), doneLate: sum('doneLate') };
}
