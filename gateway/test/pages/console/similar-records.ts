import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { AskedHub } from '../../../../scripts/src/asking/asked-hub.js';
import { performAct } from '../../../../scripts/src/asking/perform-act.js';

const analyst = { identity: 'center', role: 'ANALYST' } as const;
const patience = 120_000;

/** Two records of one product and one hazard, one in Chinese and one in English, taken in by the centre; answers the proposal to take them for one, once it is there. @throws Error where they never are */
export async function similarRecords(hub: AskedHub, brand: string, gtin: string): Promise<string> {
  const of = { channel: 'INTERNET', brand, hazardDegree: 'HIGH', scope: {}, observedOn: '2026-03-01' };
  const records = [
    { ...of, productName: `${brand} 充电宝 AB-100（${gtin}）`, hazardItem: '起火', hazardDescription: '充电时电池过热起火。' },
    { ...of, productName: `${brand} AB-100 Power Bank (${gtin})`, hazardItem: 'Fire', hazardDescription: 'The battery can overheat and catch fire while it is charged.' },
  ].map((record, n) => ({ idempotencyKey: randomUUID(), ...record, sourceRecord: { source: 'console', key: `${gtin}-${n}`, content: record.productName } }));
  const outcomes = await performAct(hub, analyst, 'takeInRiskInformation', records);
  const id = outcomes[0]?.value?.id;
  if (id === undefined) throw new Error(`They were not taken in: ${JSON.stringify(outcomes)}`);
  for (const giveUp = Date.now() + patience; ; await delay(500)) {
    const { data } = await hub.ask(analyst, 'query ($id: ID!) { clusterProposals(first: 1, filter: { riskInformationId: $id }) { nodes { id } } }', { id });
    const proposal = (data as unknown as { clusterProposals: { nodes: { id: string }[] } | null } | null)?.clusterProposals?.nodes[0];
    if (proposal) return proposal.id;
    if (Date.now() > giveUp) throw new Error(`${brand} was not proposed within ${patience / 1000} s.`);
  }
}
