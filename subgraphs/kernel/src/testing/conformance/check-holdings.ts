import { request } from 'undici';
import type { Holding } from '../../holdings/holding.js';
import { serviceTokens } from '../../identity/service-token.js';
import type { Database } from '../../unit-of-work/transaction.js';
import type { SubgraphUnderTest } from '../subgraph-under-test.js';
import type { WrittenRow } from './conformance-fixture.js';

/** Asks an owner how many rows it has of whom, as the exchange and as others do, and compares with the rows of the matrix. */
export async function checkHoldings(subgraph: SubgraphUnderTest<Database>, written: ReadonlyMap<string, readonly WrittenRow[]>): Promise<string[]> {
  const ask = async (authorization: string) => {
    const response = await request(new URL('/holdings', subgraph.url), { headers: { authorization } });
    return { status: response.statusCode, body: (await response.body.json()) as { holdings?: readonly Holding[] } };
  };
  const asService = async (service: string) => ask(`Bearer ${await serviceTokens({ ...subgraph.environment, service })()}`);
  const mismatches: string[] = [];
  for (const answer of [await asService('gateway'), await ask(`Bearer ${await subgraph.tokenOf('center')}`)]) {
    if (answer.status < 400 || answer.body.holdings) mismatches.push(`somebody else is told what is held: ${answer.status}`);
  }
  const { holdings = [] } = (await asService('exchange')).body;
  for (const [type, rows] of written) {
    const told = new Map(holdings.filter((each) => each.type === type).map(({ holder, records }) => [holder, records]));
    for (const holder of new Set(rows.map(({ row }) => row.holder))) {
      const there = rows.filter(({ row }) => row.holder === holder).length;
      // The acts of the suite write rows besides.
      if ((told.get(holder) ?? 0) < there) mismatches.push(`${type} of ${holder}: ${told.get(holder) ?? 'nothing'} is told, ${there} are there`);
    }
  }
  return mismatches;
}
