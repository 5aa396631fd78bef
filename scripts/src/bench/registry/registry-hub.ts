import { join } from 'node:path';
import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { startEmbeddedPostgres } from '@hub/prisma/embedded/start-embedded-postgres.js';
import { createMissingDatabases } from '@hub/prisma/migrate/create-missing-databases.js';
import { settingName } from '@hub/kernel/service/subgraph-environment.js';
import { owners } from '@hub/prisma/owner.js';
import { connectRegistry, type RegistryDatabase } from '@hub/registry/repository/database.js';
import { startHubProcess } from '../../hub-process.js';
import { recordsCompared, searchFilled } from '../../after-first-start.js';

/** A hub in separate processes, whose registry is asked at its own address, and whose database can be filled. */
export interface RegistryHub {
  readonly url: string;
  /** Where labs listens. */
  readonly labsUrl: string;
  readonly database: RegistryDatabase;
  /** Headers of a data steward's request. */
  readonly headers: Readonly<Record<string, string>>;
  get<Answer>(path: string): Promise<Answer>;
  post<Answer>(path: string, body: object): Promise<Answer>;
  stop(): Promise<void>;
}

export async function startRegistryHub(folder: string): Promise<RegistryHub> {
  const dataDir = join(folder, 'data');
  const postgres = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres') });
  const nameOf = (owner: string) => `bench_${owner.replaceAll('-', '_')}`;
  await createMissingDatabases(postgres.urlFor('postgres'), owners.map(nameOf));
  const variables = Object.fromEntries(owners.map((owner) => [`DATABASE_URL_${settingName(owner)}`, postgres.urlFor(nameOf(owner))]));
  const hub = await startHubProcess({ dataDir, separate: true, variables });
  // Filling it takes a processor, which whoever is measured next would lack.
  await Promise.all([searchFilled(postgres.urlFor(nameOf('exchange'))), recordsCompared(postgres.urlFor(nameOf('monitoring-center')))]);
  const database = connectRegistry(postgres.urlFor(nameOf('registry')));
  const token = await mintUserToken(dataDir, { userId: 'steward.1', partyId: 'center', role: 'DATA_STEWARD' }, '4h');
  const headers = { authorization: `Bearer ${token}`, 'accept-language': 'en' };
  const ask = async <Answer>(path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(new URL(path, hub.subgraphs['registry']), init);
    const answer = (await response.json()) as Answer;
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer).slice(0, 1000)}`);
    return answer;
  };
  return {
    url: `${hub.url}/graphql`,
    labsUrl: hub.subgraphs['labs'] ?? '',
    database,
    headers,
    get: (path) => ask(path, { headers }),
    post: (path, body) => ask(path, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    async stop() {
      await database.$disconnect();
      await hub.stop();
      await postgres.stop();
    },
  };
}
