import { drawMachine } from './draw-machine.js';
import type { OwnerMachines } from './owner-machines.js';

/** Where the page of state machines lies. */
export const stateMachinesPath = 'gateway/docs/state-machines.md';

/** The page of all state machines, drawn from the code that moves the rows and from the terms of the acts. */
export function stateMachinesPage(owners: readonly OwnerMachines[]): string {
  const parts = owners
    .filter(({ machines }) => machines.length > 0)
    .map(({ contract, machines }) => {
      const sorted = [...machines].sort((a, b) => (a.type < b.type ? -1 : 1));
      return [`## ${contract.owner}`, ...sorted.map((machine) => drawMachine(machine, contract))].join('\n\n');
    });
  return `${[head, ...parts].join('\n\n')}\n`;
}

const head = `<!-- Generated from src/domain/machines.ts of each subgraph and from the terms of acts by \`npm run generate:docs -w scripts\`. Do not edit. -->

# State machines

What leads a thing from one state to the next (clause 4): an act, with the kind of party and the roles that do it, or an
event (✉) that its owner takes in. From any other state an act is refused with \`STATE_NOT_POSSIBLE\`, which names the states
from which it is possible. Rows are moved by these machines and by nothing else.`;
