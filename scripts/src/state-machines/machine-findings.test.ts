import { StateMachine } from '@hub/kernel/states/state-machine.js';
import { describe, expect, it } from 'vitest';
import { drawMachine } from './draw-machine.js';
import { machineFindings, type AnyMachine } from './machine-findings.js';
import { readStateContract } from './state-contract.js';

const contract = (states: string, from = 'FULL') =>
  readStateContract(
    'kitchen',
    `enum KettleState { ${states} }
    "Kettle (水壶, 5.2.2)."
    type Kettle { state: KettleState! }
    extend type Mutation {
      fillKettle: Kettle @act(owner: "kitchen", audience: [{kinds: [LAB], roles: [TECHNICIAN, REVIEWER], rows: OWN}])
      boilKettle: Kettle @act(owner: "kitchen", audience: [{kinds: [LAB]}], on: "Kettle", from: [${from}])
      polishKettle: Kettle @act(owner: "kitchen", audience: [{kinds: [LAB]}], on: "Kettle", from: [FULL])
    }`,
  );
const states = '"满" FULL BOILING';
const kettle = (transitions: Record<string, { from?: string[]; to: string[] }> = {}): AnyMachine =>
  new StateMachine<string, string>('Kettle', { fillKettle: { from: [], to: ['FULL'] }, boilKettle: { to: ['BOILING'] }, ...transitions });
const found = (machine: AnyMachine, ...of: Parameters<typeof contract>) => machineFindings([machine], contract(...of));

describe('a machine and the SDL say the same', () => {
  it('and nothing is found where they do', () => {
    expect(found(kettle({ 'power.Failed': { from: ['BOILING'], to: ['FULL'] } }), states)).toEqual([]);
  });

  it('or it is found: a state to which nothing leads, one that the SDL lacks, one that is left and never reached', () => {
    expect(found(kettle(), `${states} BROKEN`)).toEqual(['Kettle: nothing leads to BROKEN.']);
    expect(found(kettle({ 'power.Failed': { from: ['BOILING'], to: ['COLD'] } }), states)).toEqual(['Kettle: COLD is no state of the SDL.']);
    expect(found(kettle(), `${states} COLD`, 'COLD')).toEqual([
      'Kettle: nothing leads to COLD.',
      'Kettle: a transition leads from COLD, to which nothing leads.',
      'boilKettle is possible from COLD, which the machine of Kettle does not have.',
    ]);
  });

  it('or it is found: a cause that is no act, an event from nowhere, states that stand twice or nowhere', () => {
    expect(found(kettle({ dropKettle: { from: ['FULL'], to: ['FULL'] } }), states)).toEqual(['Kettle: dropKettle is no act of kitchen.']);
    expect(found(kettle({ 'power.Failed': { to: ['FULL'] } }), states)).toEqual(['Kettle: the event power.Failed does not say from which states it leads.']);
    expect(found(kettle({ boilKettle: { from: ['FULL'], to: ['BOILING'] } }), states)).toEqual([
      'Kettle: the states from which boilKettle leads stand in its terms, and again in the machine.',
    ]);
    expect(found(kettle({ fillKettle: { to: ['FULL'] } }), states)).toEqual([
      'Kettle: the terms of fillKettle do not say from which states of Kettle it leads, and the machine does not either.',
    ]);
  });

  it('or it is found: a type with states that has no machine', () => {
    expect(machineFindings([], contract(states))).toEqual(['KettleState has no machine: write one for Kettle and add it to src/domain/machines.ts.']);
  });

  it('and is drawn with the names of states, who acts, and what comes by event', () => {
    expect(drawMachine(kettle({ 'power.Failed': { from: ['BOILING'], to: ['FULL'] } }), contract(states))).toBe(`### Kettle 水壶

\`\`\`mermaid
stateDiagram-v2
  state "FULL<br/>满" as FULL
  state "BOILING" as BOILING
  [*] --> FULL: fillKettle<br/>LAB TECHNICIAN, REVIEWER
  FULL --> BOILING: boilKettle<br/>LAB
  BOILING --> FULL: ✉ power.Failed
\`\`\`

\`polishKettle\` (LAB) from FULL leads to no other state of it.`);
  });
});
