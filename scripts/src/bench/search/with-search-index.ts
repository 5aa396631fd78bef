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
import { answersGraphql } from '../answers-graphql.js';
import { admitParties, tokenOf, type BenchParty } from '../subscriptions/parties.js';
import { fillSearchIndex, type IndexedRow } from './fill-search-index.js';
import { keepTermsAsBuilt } from './keep-terms-as-built.js';
import { randomRecords } from './random-records.js';
import { searchers } from './searches.js';

/** The exchange at its own address, with terms and audit on, over an index that was filled. */
export interface FilledExchange {
  /** Where it answers GraphQL. */
  readonly url: string;
  readonly databaseUrl: string;
  /** Headers of a request of one of `searchers`. */
  readonly headersOf: (party: BenchParty) => Promise<Record<string, string>>;
}

/** Starts the exchange over an index of so many random records, and these; measures, and leaves nothing behind. */
export async function withSearchIndex({ records, more = [], say }: { readonly records: number; readonly more?: readonly IndexedRow[]; readonly say: (line: string) => void }, measure: (exchange: FilledExchange) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'hub-bench-'));
  await chmod(folder, 0o755); // as root, PostgreSQL runs under an account that has to reach its data
  try {
    const dataDir = join(folder, 'data');
    await createDevelopmentIssuer(dataDir);
    const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
    try {
      const databaseUrl = postgres.urlFor('bench_search');
      await createMissingDatabases(postgres.urlFor('postgres'), ['bench_search']);
      await migrateOwner('exchange', databaseUrl);
      await admitParties(databaseUrl, searchers);
      await keepTermsAsBuilt(databaseUrl);
      await fillSearchIndex(databaseUrl, randomRecords(records), more, say);
      const nobody = Object.fromEntries(owners.filter((owner) => owner !== 'exchange').map((owner) => [`URL_${settingName(owner)}`, 'http://127.0.0.1:9']));
      const settings = { PORT_EXCHANGE: '0', DATABASE_URL_EXCHANGE: databaseUrl, HUB_DATA_DIR: dataDir, MASK_KEY: 'a mask key for benches only', LOG_LEVEL: 'silent', ...nobody };
      const exchange = await startSubgraph(exchangeService, readSubgraphEnvironment('exchange', settings));
      try {
        const url = `${exchange.url}/graphql`;
        const headersOf = async (party: BenchParty) => ({ authorization: `Bearer ${await tokenOf(dataDir, party)}`, 'content-type': 'application/json', accept: 'application/json' });
        for (const party of searchers) while (!(await answersGraphql(url, await headersOf(party)))) await new Promise((resolve) => setTimeout(resolve, 100));
        say('Measuring.');
        await measure({ url, databaseUrl, headersOf });
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
}
