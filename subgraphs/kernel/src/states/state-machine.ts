import type { Stamps } from '@hub/schema/policy/decision/stamps.js';

/** What one cause does to a row of a type. */
export interface Transition<State extends string> {
  /**
   * The states it leads from. Absent for an act on this type: those stand in the act's terms and nowhere else. Empty where
   * the row begins with it.
   */
  readonly from?: readonly State[];
  /** The states it leads to; several where what the act finds decides. */
  readonly to: readonly State[];
}

/** A row that a cause moves. */
export type MovedRow = Pick<Stamps, 'state' | 'reached'>;

/**
 * The states of a type and what leads from one to another (clause 4: every arrow is an act of somebody).
 *
 * A cause is an act of this owner by its name, an event taken in as `owner.Kind`, or an event of this owner that follows
 * from others by its kind; `operator.doSomething` is what the hub's operator does, for which there is no act. The
 * page of state machines is drawn from here, and rows are moved by nothing else.
 */
export class StateMachine<State extends string, Cause extends string> {
  readonly type: string;
  readonly transitions: Readonly<Record<Cause, Transition<State>>>;

  constructor(type: string, transitions: Readonly<Record<Cause, Transition<State>>>) {
    this.type = type;
    this.transitions = transitions;
  }

  /** State and states reached of a row that begins with this cause. */
  begin(cause: Cause, to?: State): { state: State; reached: State[] } {
    const state = this.#target(cause, to);
    return { state, reached: [state] };
  }

  /**
   * What a row's columns become: data of a Prisma update. Whether the cause is possible is asked before, by the act's
   * terms or by `leadsFrom`.
   *
   * @param to which of the states, where the cause leads to several
   */
  move(cause: Cause, row: MovedRow, to?: State): { state: State; reached: string[]; revision: { increment: 1 } } {
    const state = this.#target(cause, to);
    return { state, reached: [...new Set([...row.reached, state])], revision: { increment: 1 } };
  }

  /**
   * For a statement that moves many rows at once: the states that a cause leads on from, and where it leads. Of an act on
   * this type the former stand in its terms.
   */
  arrow(cause: Cause, to?: State): { readonly from: State[]; readonly to: State } {
    return { from: [...(this.transitions[cause].from ?? [])], to: this.#target(cause, to) };
  }

  /** Whether an event or another type's act finds the row in a state that it leads on from; what comes late does not. */
  leadsFrom(cause: Cause, row: Pick<MovedRow, 'state'>): boolean {
    return this.transitions[cause].from?.includes(row.state as State) ?? false;
  }

  #target(cause: Cause, to: State | undefined): State {
    const states = this.transitions[cause].to;
    const target = to ?? (states.length === 1 ? states[0] : undefined);
    if (target === undefined || !states.includes(target)) {
      throw new Error(`${cause} leads a ${this.type} to ${states.join(' or ')}, not to ${to ?? 'one of them by itself'}.`);
    }
    return target;
  }
}
