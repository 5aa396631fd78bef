import type { StateMachine } from '@hub/kernel/states/state-machine.js';
import type { StateContract } from './state-contract.js';

export type AnyMachine = StateMachine<string, string>;

/** What a cause of a machine is: an act of this owner, an event, or a deed of the operator, for which there is no act. */
export function kindOfCause(cause: string): 'act' | 'event' | 'operator' {
  if (cause.startsWith('operator.')) return 'operator';
  return cause.includes('.') || /^[A-Z]/.test(cause) ? 'event' : 'act';
}

/** The states from which a cause leads: those of the machine, or of the act's terms where the act is on this type. */
export function originsOf({ type, transitions }: AnyMachine, cause: string, { acts }: StateContract): readonly string[] {
  return transitions[cause]?.from ?? acts.find(({ name, on }) => name === cause && on === type)?.from ?? [];
}

/** Where the machines of an owner and its SDL do not say the same, in words. */
export function machineFindings(machines: readonly AnyMachine[], contract: StateContract): string[] {
  const without = [...contract.types.values()]
    .filter(({ name }) => !machines.some(({ type }) => type === name))
    .map(({ name, stateEnum }) => `${stateEnum} has no machine: write one for ${name} and add it to src/domain/machines.ts.`);
  return [...without, ...machines.flatMap((machine) => findingsOf(machine, contract))];
}

function findingsOf(machine: AnyMachine, contract: StateContract): string[] {
  const { type, transitions } = machine;
  const declared = contract.types.get(type)?.states;
  const reached = new Set(Object.values(transitions).flatMap(({ to }) => to));
  const named = new Set([...reached, ...Object.keys(transitions).flatMap((cause) => originsOf(machine, cause, contract))]);
  const actsHere = contract.acts.filter(({ on, from }) => on === type && from.length > 0);
  return [
    ...[...(declared?.keys() ?? [])].filter((state) => !reached.has(state)).map((state) => `${type}: nothing leads to ${state}.`),
    ...[...named].filter((state) => declared && !declared.has(state)).map((state) => `${type}: ${state} is no state of the SDL.`),
    ...[...named].filter((state) => !reached.has(state)).map((state) => `${type}: a transition leads from ${state}, to which nothing leads.`),
    ...actsHere.flatMap(({ name, from }) =>
      from.filter((state) => !reached.has(state)).map((state) => `${name} is possible from ${state}, which the machine of ${type} does not have.`),
    ),
    ...Object.entries(transitions).flatMap(([cause, { from }]) => {
      if (kindOfCause(cause) !== 'act') return from === undefined ? [`${type}: the event ${cause} does not say from which states it leads.`] : [];
      const act = contract.acts.find(({ name }) => name === cause);
      if (!act) return [`${type}: ${cause} is no act of ${contract.owner}.`];
      if (from === undefined && (act.on !== type || act.from.length === 0)) {
        return [`${type}: the terms of ${cause} do not say from which states of ${type} it leads, and the machine does not either.`];
      }
      if (from !== undefined && from.length > 0 && act.on === type) {
        return [`${type}: the states from which ${cause} leads stand in its terms, and again in the machine.`];
      }
      return [];
    }),
  ];
}
