import { Kind, type SelectionNode } from 'graphql';
import { times, type Figure, type Variables } from './figure.js';
import type { VariableDefaults } from './list-figure.js';

/** 1 where a selection is included by its `@skip` and `@include`, else 0 (GraphQL §3.13). */
export function inclusionFigure({ directives = [] }: SelectionNode, defaults: VariableDefaults): Figure {
  let figure: Figure = 1;
  for (const { name, arguments: given } of directives) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const included = name.value === 'include';
    const condition = given?.find((argument) => argument.name.value === 'if')?.value;
    if (condition?.kind === Kind.BOOLEAN) figure = times(figure, condition.value === included ? 1 : 0);
    if (condition?.kind !== Kind.VARIABLE) continue;
    const variable = condition.name.value;
    const standard = defaults.get(variable);
    const byDefault = standard?.kind === Kind.BOOLEAN ? standard.value : undefined;
    figure = times(figure, (variables: Variables) => ((variables.has(variable) ? variables.get(variable) : byDefault) === !included ? 0 : 1));
  }
  return figure;
}
