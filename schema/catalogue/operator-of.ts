import type { PartyKind } from '../policy/terms/vocabulary.js';

const operators: Readonly<Record<string, PartyKind>> = { regulator: 'REGULATOR', labs: 'LAB', platforms: 'PLATFORM' };

/** The kind of party that operates an owner's subgraph; what belongs to all is kept by the centre (5.4.4). */
export function operatorOf(owner: string): PartyKind {
  return operators[owner] ?? 'MONITORING_CENTER';
}
