import { setTimeout as delay } from 'node:timers/promises';
import { serviceTokens } from '@hub/kernel/identity/service-token.js';
import type { SearchedRows, SearchedSelection } from '@hub/kernel/searched/searched-rows.js';
import type { SearchedTerms } from '@hub/kernel/searched/searched-route.js';
import { repeatedWork } from '@hub/kernel/service/repeated-work.js';
import type { RunningWork, SubgraphEngine } from '@hub/kernel/service/subgraph-work.js';
import { keyTerms } from '@hub/schema/generated/key-terms.js';
import { request } from 'undici';
import type { Context } from '../context.js';
import { searchedTypes } from '../domain/searched-types.js';
import { beginSearchWalks } from '../repository/begin-search-walks.js';
import type { ExchangeDatabase } from '../repository/database.js';
import { keepSearchTerms } from '../repository/keep-search-terms.js';
import { searchTurn } from '../repository/search-turn.js';
import { indexed, indexFormat } from './indexed.js';

const rowsOfATurn = 200;
const patience = 10_000;
const types = Object.values(searchedTypes);
const ownerOf = (type: string): string => keyTerms.get(type)?.owner ?? '';

export interface IndexingPace {
  /** Seconds between two looks whether something happened to a record; terms are asked for as often. */
  readonly seconds: number;
  /** Hours after which all rows are read again. */
  readonly hours: number;
}

/**
 * Keeps the index of the search (5.4.4): asks owners for records to which something happened, and walks through all rows where the index is new, another code has
 * written it, or the last walk is long ago. Owners tell with which terms they share; what an owner has not told yet is open to nobody. An owner that is away is asked again.
 */
export function searchIndexer({ environment, database, log }: SubgraphEngine<ExchangeDatabase, Context>, { seconds, hours }: IndexingPace): RunningWork {
  const token = serviceTokens({ ...environment, service: 'exchange' });
  const told = new Map<string, string>();
  return repeatedWork({ seconds, log, failed: 'the index of the search could not be kept' }, async (signal) => {
    for (let progress = true; progress && !signal.aborted; ) {
      progress = false;
      await Promise.all([...new Set(types.map(ownerOf))].map((owner) => hearTerms(owner, signal)));
      for (const type of await beginSearchWalks(database, types, { format: indexFormat, hours })) {
        const began = performance.now();
        const did = await searchTurn(database, { type, limit: rowsOfATurn, ask: (selection) => ask(type, selection, signal) });
        if (did !== 'NOTHING') progress = true;
        // Half of the time is left to those who wait for an answer.
        if (did === 'WALK') await delay(performance.now() - began, undefined, { signal, ref: false }).catch(() => undefined);
      }
    }
  });

  async function hearTerms(owner: string, signal: AbortSignal): Promise<void> {
    const answer = await from<SearchedTerms>(owner, '/searched/terms', undefined, signal);
    if (!answer) return;
    const text = JSON.stringify(answer.terms);
    if (told.get(owner) === text) return;
    await keepSearchTerms(database, owner, answer.terms);
    told.set(owner, text);
  }

  async function ask(type: string, selection: SearchedSelection, signal: AbortSignal) {
    const rows = await from<SearchedRows>(ownerOf(type), '/searched', { type, ...selection }, signal);
    return rows && indexed(type, rows);
  }

  /** Undefined where the owner does not answer. */
  async function from<Answer>(owner: string, path: string, body: object | undefined, signal: AbortSignal): Promise<Answer | undefined> {
    const peer = environment.peers[owner];
    if (peer === undefined) return undefined;
    try {
      const answer = await request(new URL(path, peer), {
        ...(body === undefined ? {} : { method: 'POST' as const, body: JSON.stringify(body) }),
        headers: { authorization: `Bearer ${await token()}`, ...(body && { 'content-type': 'application/json' }) },
        ...{ headersTimeout: patience, bodyTimeout: patience, signal },
      });
      if (answer.statusCode === 200) return (await answer.body.json()) as Answer;
      await answer.body.dump();
      log.warn({ owner, path, statusCode: answer.statusCode }, 'an owner does not tell what is searched');
    } catch {
      // It is away.
    }
    return undefined;
  }
}
