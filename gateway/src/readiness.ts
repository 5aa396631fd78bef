import type { Hindrances } from '@hub/kernel/service/health-routes.js';
import type { Pool } from 'undici';
import type { SubgraphPools } from './upstream/subgraph-pools.js';

const keepFor = 1_000;
/** Of an answer that will be another soon. */
const keepHindrancesFor = 100;
const timeout = 2_000;

/**
 * What keeps the gateway from serving everything: each subgraph that is not ready, and a supergraph that may not be the one in force.
 * Asked anew once a second at most, and ten times while something is in the way.
 */
export function readiness(pools: SubgraphPools, supergraph: { readonly hindrance: string | undefined }): () => Promise<Hindrances> {
  let last: { readonly answer: Promise<Hindrances>; until: number } | undefined;
  return () => {
    if (last && Date.now() < last.until) return last.answer;
    const current = { answer: askAll(), until: Date.now() + keepFor };
    void current.answer.then((found) => {
      if (Object.keys(found).length > 0) current.until = Date.now() + keepHindrancesFor;
    });
    last = current;
    return current.answer;
  };

  async function askAll(): Promise<Hindrances> {
    const { hindrance } = supergraph;
    return { ...(await askSubgraphs(pools)), ...(hindrance === undefined ? {} : { supergraph: hindrance }) };
  }
}

async function askSubgraphs(pools: SubgraphPools): Promise<Hindrances> {
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
