import type { ActTerms } from '../terms/vocabulary.js';
import type { LintRule } from './lint-rule.js';
import type { OwnerContract } from './owner-contract.js';
import { statesOf } from './states-of.js';

export const actStartsFromStates: LintRule = {
  name: 'act-starts-from-states',
  title: 'An act starts from states of its own type',
  sentence: 'Whatever stands under Mutation is an act; it starts from states of the type it is on, and its audience neither masks nor waits for a state.',
  clause: '4',
  check: (contract) => [
    ...[...contract.table.acts].flatMap(([act, terms]) =>
      problemsOf(contract, terms).map((message) => ({ coordinate: `Mutation.${act}`, message })),
    ),
    ...[...contract.table.fields.keys()]
      .filter((coordinate) => coordinate.startsWith('Mutation.'))
      .map((coordinate) => ({ coordinate, message: 'It has terms of a field; give it those of an act with @act.' })),
  ],
};

function problemsOf(contract: OwnerContract, { audience, on, from }: ActTerms): readonly string[] {
  const states = on === undefined ? undefined : statesOf(contract, on);
  const unknown = states && from?.filter((state) => !states.includes(state));
  return [
    ...(from && on === undefined ? ['It starts from states without a type; name the type with `on`.'] : []),
    ...(on !== undefined && !contract.schema.getType(on) ? [`It is on ${on}, which ${contract.owner} does not have.`] : []),
    ...(from && on !== undefined && !states ? [`It starts from states of ${on}, which has no field state with an enum.`] : []),
    ...(unknown?.length ? [`It starts from ${unknown.join(', ')}; ${on} has the states ${states?.join(', ')}.`] : []),
    ...(on === undefined && audience.some(({ rows }) => rows !== 'ALL') ? ['Its audience has rows, but it is on no type; name the type with `on`.'] : []),
    ...(audience.some(({ mask }) => mask !== undefined) ? ['An act shows nothing that could be masked; leave the mask out.'] : []),
    ...(audience.some(({ visibleFrom }) => visibleFrom !== undefined) ? ['States of an act stand in `from`; leave visibleFrom out.'] : []),
  ];
}
