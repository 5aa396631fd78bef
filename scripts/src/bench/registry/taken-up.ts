import { setTimeout as sleep } from 'node:timers/promises';
import type { RegistryHub } from './registry-hub.js';

/** Milliseconds after a publication was answered at which it was first served by the gateway and enforced by its subgraph; undefined where it was not within half a minute. */
export interface TakenUp {
  readonly byGateway: number | undefined;
  readonly bySubgraph: number | undefined;
}

const every = 20;
const longest = 30_000;

/** Asks both until they have a version of labs, or a later one. @param published the version, and a type that it has and no version before it */
export async function takenUpFrom(hub: RegistryHub, { version, type }: { readonly version: number; readonly type: string }): Promise<TakenUp> {
  const query = JSON.stringify({ query: `{ __type(name: "${type}") { name } }` });
  const served = async () => {
    const answer = await fetch(hub.url, { method: 'POST', headers: { ...hub.headers, 'content-type': 'application/json' }, body: query });
    const { data } = (await answer.json()) as { data?: { __type: object | null } };
    return data?.__type != null;
  };
  const enforced = async () => {
    const { inForce } = (await (await fetch(new URL('/health/schema', hub.labsUrl))).json()) as { inForce: { version: number } | null };
    return (inForce?.version ?? 0) >= version;
  };
  const begin = performance.now();
  const [byGateway, bySubgraph] = await Promise.all([until(served, begin), until(enforced, begin)]);
  return { byGateway, bySubgraph };
}

async function until(there: () => Promise<boolean>, begin: number): Promise<number | undefined> {
  while (performance.now() - begin < longest) {
    if (await there()) return performance.now() - begin;
    await sleep(every);
  }
  return undefined;
}
