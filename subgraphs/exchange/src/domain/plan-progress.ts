/** The duties of one kind at one desk in one plan, counted. */
export interface DeskCount {
  readonly planId: string;
  readonly kind: string;
  readonly partyId: string;
  readonly role: string;
  readonly open: number;
  readonly done: number;
  readonly late: number;
  readonly doneLate: number;
}

/** Progress of one step: all duties of a kind, and the desks at which some are open. */
export interface StepProgress extends Counts {
  readonly kind: string;
  readonly desks: DeskCount[];
}

/** Progress of a plan (计划进度, 3.1 a). */
export interface PlanProgress extends Counts {
  readonly steps: StepProgress[];
}

type Counts = Pick<DeskCount, 'open' | 'done' | 'late' | 'doneLate'>;

/** Sums counts of one plan by step; steps stay in the order in which they come. */
export function planProgress(counts: readonly DeskCount[]): PlanProgress {
  const steps = [...new Set(counts.map(({ kind }) => kind))].map((kind) => {
    const desks = counts.filter((count) => count.kind === kind);
    return { kind, ...sum(desks), desks: desks.filter(({ open }) => open > 0) };
  });
  return { ...sum(counts), steps };
}

function sum(counts: readonly Counts[]): Counts {
  const total = (of: keyof Counts) => counts.reduce((before, count) => before + count[of], 0);
  return { open: total('open'), done: total('done'), late: total('late'), doneLate: total('doneLate') };
}
