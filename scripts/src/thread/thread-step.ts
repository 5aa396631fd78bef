import type { AskedHub, Asker } from '../asking/asked-hub.js';
import { performAct } from '../asking/perform-act.js';
import type { ThreadState } from './thread-state.js';

export type Made = { readonly id: string } & Readonly<Record<string, unknown>>;

/** One act of the thread: it may be repeated, for its idempotency keys stay the same. */
export interface ThreadStep {
  readonly name: string;
  readonly by: Asker;
  readonly act: string;
  readonly items: (state: ThreadState) => readonly object[];
  /** A refusal that ends by itself when an event has arrived. */
  readonly until?: string;
  /** Fields that are read of what is made, besides id. */
  readonly reads?: string;
  readonly keeps?: (state: ThreadState, made: readonly Made[]) => void;
  /** Whether what it makes goes to another owner. */
  readonly sends: boolean;
}

/** Does the act of a step, all of whose items must be done. */
export async function takeThreadStep(hub: AskedHub, step: ThreadStep, state: ThreadState): Promise<void> {
  const items = step.items(state).map((item, n) => ({ idempotencyKey: `${state.run}-${step.act}-${n}`, ...item }));
  const outcomes = await performAct(hub, step.by, step.act, items, { until: step.until, selection: `value { id ${step.reads ?? ''} }` });
  const refused = outcomes.filter(({ value }) => value === null);
  if (refused.length > 0) throw new Error(`${step.act} is refused: ${JSON.stringify(refused, null, 1).slice(0, 3000)}`);
  step.keeps?.(state, outcomes.flatMap(({ value }) => value ?? []));
}

export function idsOf(made: readonly Made[]): string[] {
  return made.map(({ id }) => id);
}
