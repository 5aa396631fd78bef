import { Pool } from 'undici';

const connections = 32;

/** The connections to the subgraphs, by owner; every part of the gateway that asks a subgraph asks through them. */
export class SubgraphPools {
  readonly #pools: ReadonlyMap<string, Pool>;

  constructor(urls: Readonly<Record<string, string>>) {
    this.#pools = new Map(
      Object.entries(urls).map(([owner, url]) => [owner, new Pool(new URL(url).origin, { connections, pipelining: 1 })]),
    );
  }

  get owners(): readonly string[] {
    return [...this.#pools.keys()];
  }

  of(owner: string): Pool | undefined {
    return this.#pools.get(owner);
  }

  /** Lets the requests under way finish, then closes every connection. */
  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.close()));
  }
}
