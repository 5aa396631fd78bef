import { Pool } from 'undici';
import { SubgraphClient } from './subgraph-client.js';

const connections = 32;

/** How all subgraphs are asked. */
export interface AskingSettings {
  /** Milliseconds for one answer. */
  readonly timeout: number;
  /** Whether identical queries under way for the same caller are asked once. */
  readonly share: boolean;
}

/** The connections to the subgraphs, by owner; every part of the gateway that asks a subgraph asks through them. */
export class SubgraphPools {
  readonly #pools: ReadonlyMap<string, Pool>;
  readonly #clients: ReadonlyMap<string, SubgraphClient>;

  /** Where the subgraphs listen, by owner; GraphQL is at the address's own path or, where it has none, at /graphql. */
  constructor(urls: Readonly<Record<string, string>>, { timeout, share }: AskingSettings) {
    const pools = Object.entries(urls).map(([owner, url]) => {
      const { origin, pathname, search } = new URL(url);
      const pool = new Pool(origin, { connections, pipelining: 1 });
      const path = pathname === '/' && search === '' ? '/graphql' : `${pathname}${search}`;
      return { owner, pool, client: new SubgraphClient({ pool, path, timeout, share }) };
    });
    this.#pools = new Map(pools.map(({ owner, pool }) => [owner, pool]));
    this.#clients = new Map(pools.map(({ owner, client }) => [owner, client]));
  }

  get owners(): readonly string[] {
    return [...this.#pools.keys()];
  }

  of(owner: string): Pool | undefined {
    return this.#pools.get(owner);
  }

  /** Asks an owner's GraphQL. */
  clientOf(owner: string): SubgraphClient | undefined {
    return this.#clients.get(owner);
  }

  /** Lets the requests under way finish, then closes every connection. */
  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.close()));
  }
}
