import type { Hindrances } from '@hub/kernel/service/health-routes.js';
import type { Pool } from 'undici';
import type { SubgraphPools } from './upstream/subgraph-pools.js';

const keepFor = 1_000;
const timeout = 2_000;

/** What keeps the gateway from serving everything: each subgraph that is not ready. Asked anew once a second at most. */
export function readiness(pools: SubgraphPools): () => Promise<Hindrances> {
  let last: { answer: Promise<Hindrances>; until: number } | undefined;
  return () => {
    if (!last || last.until < Date.now()) last = { answer: askAll(pools), until: Date.now() + keepFor };
    return last.answer;
  };
}

async function askAll(pools: SubgraphPools): Promise<Hindrances> {
  const found = await Promise.all(
    pools.owners.map(async (owner) => {
      const pool = pools.of(owner);
      const hindrance = pool && (await ask(pool));
      return hindrance ? [[owner, hindrance] as const] : [];
    }),
  );
  return Object.fromEntries(found.flat());
}

async function ask(pool: Pool): Promise<string | undefined> {
  try {
    const { statusCode, body } = await pool.request({ method: 'GET', path: '/health/ready', signal: AbortSignal.timeout(timeout) });
    await body.dump();
    return statusCode === 200 ? undefined : 'is not ready; its own /health/ready says why';
  } catch {
    return 'does not answer';
  }
}
