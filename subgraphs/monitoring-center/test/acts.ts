import type { SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import type { MonitoringCenterDatabase } from '../src/repository/database.js';

export type Hub = SubgraphUnderTest<MonitoringCenterDatabase>;

/** The outcome of one item as the tests read it. */
export interface TestedOutcome {
  readonly value: { readonly id: string; readonly number: string; readonly state: string; readonly revision: number; readonly [field: string]: unknown };
  readonly disposition?: string;
  readonly refusal: { readonly code: string; readonly field: string | null; readonly message: string } | null;
}

export const analyst = 'center';
export const sampler = { identity: 'center', role: 'SAMPLER' };
export const storekeeper = { identity: 'center', role: 'STOREKEEPER' };

/** Does an act on items and gives their outcomes. */
export async function act(
  hub: Hub,
  asker: Parameters<Hub['ask']>[0],
  name: string,
  items: readonly object[],
  fields = 'id number state revision',
): Promise<TestedOutcome[]> {
  const input = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const disposition = name === 'takeInRiskInformation' ? 'disposition' : '';
  const answer = await hub.ask<Record<string, { outcomes: TestedOutcome[] } | null>>(
    asker,
    `mutation ($items: [${input}!]!) { ${name}(items: $items) { outcomes { value { ${fields} } ${disposition} refusal { code field message state possibleFrom } } } }`,
    { items },
  );
  const payload = answer.data?.[name];
  if (!payload) throw new Error(JSON.stringify(answer));
  return payload.outcomes;
}
