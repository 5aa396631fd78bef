import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exchangeService } from '@hub/exchange/service.js';
import { createDevelopmentIssuer } from '@hub/kernel/identity/development-issuer.js';
import { startSubgraph } from '@hub/kernel/service/start-subgraph.js';
import { owners, readSubgraphEnvironment, settingName } from '@hub/kernel/service/subgraph-environment.js';
import { startEmbeddedPostgres } from '@hub/prisma/embedded/start-embedded-postgres.js';
import { createMissingDatabases } from '@hub/prisma/migrate/create-missing-databases.js';
import { migrateOwner } from '@hub/prisma/migrate/migrate-owner.js';
import { openConnection } from '@hub/prisma/migrate/open-connection.js';
import { answersGraphql } from '../answers-graphql.js';
import type { Bench } from '../bench.js';
import { admitParties, tokenOf, type BenchParty } from '../subscriptions/parties.js';
import { fillSearchIndex } from './fill-search-index.js';
import { keepTermsAsBuilt } from './keep-terms-as-built.js';
import { plainParts, searchers, searches } from './searches.js';

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
    const folder = await mkdtemp(join(await realpath(tmpdir()), 'hub-bench-'));
    await chmod(folder, 0o755); // as root, PostgreSQL runs under an account that has to reach its data
    try {
      const dataDir = join(folder, 'data');
      await createDevelopmentIssuer(dataDir);
      const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
      try {
        const url = postgres.urlFor('bench_search');
        await createMissingDatabases(postgres.urlFor('postgres'), ['bench_search']);
        await migrateOwner('exchange', url);
        await admitParties(url, searchers);
        await keepTermsAsBuilt(url);
        await fillSearchIndex(url, records, say);
        const nobody = Object.fromEntries(owners.filter((owner) => owner !== 'exchange').map((owner) => [`URL_${settingName(owner)}`, 'http://127.0.0.1:9']));
        const settings = { PORT_EXCHANGE: '0', DATABASE_URL_EXCHANGE: url, HUB_DATA_DIR: dataDir, MASK_KEY: 'a mask key for benches only', LOG_LEVEL: 'silent', ...nobody };
        const exchange = await startSubgraph(exchangeService, readSubgraphEnvironment('exchange', settings));
        try {
          say('Measuring.');
          await measure(`${exchange.url}/graphql`, dataDir, url, rounds, tell);
          say('Measured.');
        } finally {
          await exchange.close();
        }
      } finally {
        await postgres.stop();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

async function measure(url: string, dataDir: string, databaseUrl: string, rounds: number, tell: Parameters<Bench['run']>[0]): Promise<void> {
  const asking = await Promise.all(searchers.map(async (party) => ({ party, headers: await headersOf(dataDir, party) })));
  for (const { headers } of asking) while (!(await answersGraphql(url, headers))) await new Promise((resolve) => setTimeout(resolve, 100));
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

function tellRanks(name: string, subject: string, took: number[], tell: Parameters<Bench['run']>[0]): void {
  const sorted = [...took].sort((a, b) => a - b);
  for (const share of [50, 95, 99]) tell({ case: name, subject, metric: `p${share}`, value: sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * share) / 100))] ?? Number.NaN, unit: 'ms' });
}

async function headersOf(dataDir: string, party: BenchParty): Promise<Record<string, string>> {
  return { authorization: `Bearer ${await tokenOf(dataDir, party)}`, 'content-type': 'application/json', accept: 'application/json' };
}
