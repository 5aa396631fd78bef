import { valueFromASTUntyped } from 'graphql';
import { fieldOf } from './contract.js';

interface Clause {
  readonly kinds?: readonly string[];
}

/** Whether the terms of a field give it to others than centres, such as labs and platforms; also where the contract says nothing of it. */
export function isReadBeyondCentre(type: string | undefined, field: string): boolean {
  const sharing = fieldOf(type, field)?.directives?.find(({ name }) => name.value === 'sharing');
  const audience = sharing?.arguments?.find(({ name }) => name.value === 'audience');
  if (!audience) return true;
  const clauses = valueFromASTUntyped(audience.value) as readonly Clause[];
  return clauses.some(({ kinds = [] }) => kinds.length === 0 || kinds.some((kind) => kind !== 'MONITORING_CENTER'));
}
