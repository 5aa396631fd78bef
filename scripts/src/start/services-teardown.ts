import type { ServiceName } from './plan.js';
import { Teardown, type End } from './teardown.js';

/** Remembers how to end services, and ends the gateway before the subgraphs that it asks, in whichever order they were started. */
export class ServicesTeardown {
  readonly #gateway = new Teardown();
  readonly #subgraphs = new Teardown();

  add(name: ServiceName | 'thread of the subgraphs', end: End): void {
    (name === 'gateway' ? this.#gateway : this.#subgraphs).add(`The ${name}`, end);
  }

  /** @returns what did not end as it should, in words */
  async run(): Promise<string[]> {
    return [...(await this.#gateway.run()), ...(await this.#subgraphs.run())];
  }
}
