import { openConnection } from '@hub/prisma/migrate/open-connection.js';
import type { Bench } from '../bench.js';
import { plainParts, searchers, searches } from './searches.js';
import { tellRanks } from './tell-ranks.js';
import { withSearchIndex, type FilledExchange } from './with-search-index.js';

const standard = { records: 1_000_000, rounds: 5 };
const say = (line: string) => console.error(line);
const query = `query ($text: String!, $criteria: SearchCriteria) { search(text: $text, criteria: $criteria, first: 20) {
  nodes { type score highlights { field fragments { text matched } } } pageInfo { hasNextPage endCursor totalCountCapped } totalCount corrected
  facets { type { value count } channel { value count } category { value count } hazardItem { value count } sellerRegion { value count } capped } } }`;

/** The search of the exchange, at its own address, with terms and audit on: hits with highlights, counted, with all facets; beside it ILIKE over a plain table of the same texts, without and with trigrams, which knows neither rights nor ranks nor counts. */
export const searchBench: Bench = {
  name: 'search',
  description: 'the search over 1,000,000 records by five kinds of party, beside ILIKE over the same texts',
  async run(tell, { records: [records = standard.records] = [], rounds = standard.rounds }) {
    await withSearchIndex({ records, say }, (exchange) => measure(exchange, rounds, tell));
  },
};

async function measure({ url, databaseUrl, headersOf }: FilledExchange, rounds: number, tell: Parameters<Bench['run']>[0]): Promise<void> {
  const asking = await Promise.all(searchers.map(async (party) => ({ party, headers: await headersOf(party) })));
  const all: number[] = [];
  const byParty = new Map<string, number[]>();
  for (const [kind, asked] of Object.entries(searches)) {
    const took: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      for (const variables of asked) {
        for (const { party, headers } of asking) {
          const began = performance.now();
          const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
          const answer = await response.text();
          if (answer.includes('"errors"')) throw new Error(`${variables.text} was answered with ${answer.slice(0, 300)}`);
          // The first round brings pages into memory and statements into shape.
          if (round === 0) continue;
          took.push(performance.now() - began);
          byParty.set(party.kind, [...(byParty.get(party.kind) ?? []), performance.now() - began]);
        }
      }
    }
    all.push(...took);
    tellRanks(kind, 'hub', took, tell);
  }
  for (const [kind, took] of byParty) tellRanks(`asked by ${kind}`, 'hub', took, tell);
  tellRanks('all', 'hub', all, tell);
  await measurePeers(databaseUrl, tell);
}

/** The latest twenty records with each part of the text anywhere, of the plain table: as it is, and with trigrams beside it where this PostgreSQL has them. */
async function measurePeers(databaseUrl: string, tell: Parameters<Bench['run']>[0]): Promise<void> {
  const connection = await openConnection(databaseUrl, 'the embedded server');
  try {
    const measurePeer = async (subject: string) => {
      const all: number[] = [];
      for (const [kind, asked] of Object.entries(searches)) {
        const took: number[] = [];
        for (let round = 0; round <= 1; round += 1) {
          for (const { text } of asked) {
            const parts = plainParts(text);
            const began = performance.now();
            await connection.query(`SELECT id FROM plain_record WHERE ${parts.map((_part, index) => `content ILIKE $${index + 1}`).join(' AND ')} ORDER BY day DESC LIMIT 20`, parts);
            if (round > 0) took.push(performance.now() - began);
          }
        }
        all.push(...took);
        tellRanks(kind, subject, took, tell);
      }
      tellRanks('all', subject, all, tell);
    };
    await measurePeer('PostgreSQL, ILIKE');
    const { rowCount } = await connection.query("SELECT FROM pg_available_extensions WHERE name = 'pg_trgm'");
    if (rowCount === 0) return say('This PostgreSQL has no pg_trgm.');
    say('The trigrams of the peer.');
    await connection.query('CREATE EXTENSION pg_trgm');
    await connection.query("SET maintenance_work_mem = '512MB'");
    await connection.query('CREATE INDEX ON plain_record USING gin (content gin_trgm_ops)');
    await connection.query('VACUUM ANALYZE plain_record');
    await measurePeer('PostgreSQL, ILIKE with pg_trgm');
  } finally {
    await connection.end();
  }
}
