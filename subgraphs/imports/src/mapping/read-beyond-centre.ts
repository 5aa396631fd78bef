import { Kind, valueFromASTUntyped } from 'graphql';
import { fieldOf } from './contract.js';

interface Clause {
  readonly kinds?: readonly string[];
}

/** Whether the terms of a field keep it in the centre that has it: what is personal may become it (NOT_SHARED, 5.1.1 a). */
export function isKeptInCentre(type: string | undefined, field: string): boolean {
  const kind = sharingOf(type, field)?.find(({ name }) => name.value === 'class')?.value;
  return kind?.kind === Kind.ENUM && kind.value === 'NOT_SHARED' && !isReadBeyondCentre(type, field);
}

/** Whether the terms of a field give it to others than centres, such as labs and platforms; also where the contract says nothing of it. */
export function isReadBeyondCentre(type: string | undefined, field: string): boolean {
  const audience = sharingOf(type, field)?.find(({ name }) => name.value === 'audience');
  if (!audience) return true;
  const clauses = valueFromASTUntyped(audience.value) as readonly Clause[];
  return clauses.some(({ kinds = [] }) => kinds.length === 0 || kinds.some((kind) => kind !== 'MONITORING_CENTER'));
}

function sharingOf(type: string | undefined, field: string) {
  return fieldOf(type, field)?.directives?.find(({ name }) => name.value === 'sharing')?.arguments;
}
