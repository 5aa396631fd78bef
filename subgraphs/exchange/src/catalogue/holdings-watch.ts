import { countHoldings } from '@hub/kernel/holdings/count-holdings.js';
import type { Holding } from '@hub/kernel/holdings/holding.js';
import { serviceTokens } from '@hub/kernel/identity/service-token.js';
import { repeatedWork } from '@hub/kernel/service/repeated-work.js';
import { owners } from '@hub/kernel/service/subgraph-environment.js';
import type { RunningWork, SubgraphEngine } from '@hub/kernel/service/subgraph-work.js';
import { keyTerms } from '@hub/schema/generated/key-terms.js';
import { request } from 'undici';
import type { Context } from '../context.js';
import type { ExchangeDatabase } from '../repository/database.js';
import { keepHoldings } from '../repository/keep-holdings.js';
import { uncountedTypes } from '../repository/uncounted-types.js';

/** Seconds after which it is looked again whose count is due: whoever did not answer is asked again by then. */
const lookEvery = 10;
const patience = 60_000;

/**
 * Asks each owner now and then how many rows it has of whom, for the catalogue (5.4.4): a count is a pass over its tables, so no request waits for one. An owner that
 * does not answer keeps its last numbers.
 *
 * @param seconds between two counts of an owner
 */
export function holdingsWatch({ environment, database, log }: SubgraphEngine<ExchangeDatabase, Context>, seconds: number): RunningWork {
  const token = serviceTokens({ ...environment, service: 'exchange' });
  const due = new Map<string, number>();
  return repeatedWork({ seconds: Math.min(seconds, lookEvery), log, failed: 'what the owners hold could not be kept' }, async (signal) => {
    for (const owner of owners) {
      if (signal.aborted || (due.get(owner) ?? 0) > Date.now()) continue;
      const types = [...keyTerms].filter(([type, terms]) => terms.owner === owner && !uncountedTypes.has(type)).map(([type]) => type);
      const held = owner === 'exchange' ? await countHoldings(database, types) : await heldBy(owner, signal);
      if (!held) continue;
      await keepHoldings(database, types, held, new Date());
      due.set(owner, Date.now() + seconds * 1000);
    }
  });

  /** Undefined where the owner does not answer: that is told by its inbox. */
  async function heldBy(owner: string, signal: AbortSignal): Promise<readonly Holding[] | undefined> {
    const peer = environment.peers[owner];
    if (peer === undefined) return undefined;
    try {
      const { statusCode, body } = await request(new URL('/holdings', peer), {
        headers: { authorization: `Bearer ${await token()}` },
        headersTimeout: patience,
        bodyTimeout: patience,
        signal,
      });
      if (statusCode === 200) return ((await body.json()) as { holdings: readonly Holding[] }).holdings;
      await body.dump();
      log.warn({ owner, statusCode }, 'an owner does not tell what it holds');
    } catch {
      // It is away.
    }
    return undefined;
  }
}
