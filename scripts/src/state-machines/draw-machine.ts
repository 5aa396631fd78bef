import { kindOfCause, originsOf, type AnyMachine } from './machine-findings.js';
import type { StateContract } from './state-contract.js';

/** One machine as a heading, a state diagram (mermaid), and the acts that leave the state as it is. */
export function drawMachine(machine: AnyMachine, contract: StateContract): string {
  const { type, transitions } = machine;
  const declared = contract.types.get(type);
  const states = new Map([...(declared?.states ?? []), ...Object.values(transitions).flatMap(({ to }) => to.map((state) => [state, declared?.states.get(state) ?? ''] as const))]);
  const names = [...states].map(([state, term]) => `  state "${state}${term && `<br/>${term}`}" as ${state}`);
  const arrows = Object.entries(transitions).flatMap(([cause, { from, to }]) => {
    const origins = from?.length === 0 ? ['[*]'] : originsOf(machine, cause, contract);
    return origins.flatMap((origin) => to.map((target) => `  ${origin} --> ${target}: ${label(cause, contract)}`));
  });
  const targets = new Set(Object.keys(transitions));
  const staying = contract.acts.filter(({ name, on, from }) => on === type && from.length > 0 && !targets.has(name));
  return [
    `### ${type}${declared?.term ? ` ${declared.term}` : ''}`,
    '',
    ...(declared ? [] : ['Kept by the owner; no field shows it.', '']),
    '```mermaid',
    'stateDiagram-v2',
    ...names,
    ...arrows,
    '```',
    ...staying.flatMap(({ name, from, by }) => ['', `\`${name}\` (${by.join('; ')}) from ${from.join(', ')} leads to no other state of it.`]),
  ].join('\n');
}

/** An act with who does it; an event with a sign, for nobody does it at this owner. */
function label(cause: string, { acts }: StateContract): string {
  const kind = kindOfCause(cause);
  if (kind === 'event') return `✉ ${cause.replace('*', 'any owner')}`;
  if (kind === 'operator') return `${cause.slice('operator.'.length)}<br/>operator`;
  const by = acts.find(({ name }) => name === cause)?.by ?? [];
  return [cause, ...by].join('<br/>');
}
