import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { settingName } from '@hub/kernel/service/subgraph-environment.js';
import { owners, type Owner } from '@hub/prisma/owner.js';
import { demoIdentities } from '@hub/prisma/seed/demo-participants.js';
import { cloneDatabase, type ClonedDatabase } from '@hub/prisma/test-databases/clone-database.js';
import { request } from 'undici';
import type { Asker, GraphqlAnswer } from '../src/asking/asked-hub.js';
import { readEnvironment } from '../src/environment.js';
import { startHub, type Hub } from '../src/start/start-hub.js';
import { servicesHere } from './services-here.js';
import { copyStartedHub, embeddedDatabase } from './start/copy-started-hub.js';

/** The whole hub in the test's own process: on a copy of one that has started before, with its first data; without that data, on clones of the template databases. */
export interface HubOnClones {
  readonly hub: Hub;
  /** Where the development issuer's key lies. */
  readonly dataDir: string;
  databaseUrl(owner: Owner): Promise<string>;
  /** A bearer token by which the hub knows who asks. */
  tokenOf(asker: Asker): Promise<string>;
  ask(asker: Asker, query: string, variables?: object): Promise<GraphqlAnswer>;
  close(): Promise<void>;
}

export async function hubOnClones(settings: Readonly<Record<string, string>> = {}): Promise<HubOnClones> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'hub-on-clones-')));
  await chmod(folder, 0o755); // as root, PostgreSQL runs under an account that has to reach its data
  const dataDir = join(folder, 'data');
  const clones: ClonedDatabase[] = [];
  const remove = async () => {
    for (const clone of clones) await clone.drop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const urls: Record<string, string> = {};
    if (settings['DEMO_DATA'] !== 'off') await copyStartedHub(dataDir);
    else {
      for (const owner of owners) {
        const clone = await cloneDatabase(owner);
        clones.push(clone);
        urls[`DATABASE_URL_${settingName(owner)}`] = clone.url;
      }
    }
    const environment = readEnvironment({ ...urls, ...settings, PORT: '0', HUB_DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
    const hub = await startHub(environment, { runner: servicesHere(), stopping: new AbortController().signal, say: () => undefined });
    const tokenOf = ({ identity, role, user = 1 }: Asker) => {
      const known = demoIdentities.find(({ name }) => name === identity);
      return mintUserToken(dataDir, {
        userId: `${identity}.${user}`,
        partyId: known?.partyId ?? '',
        role: role ?? known?.defaultRole ?? '',
      });
    };
    return {
      hub,
      dataDir,
      databaseUrl: async (owner) => urls[`DATABASE_URL_${settingName(owner)}`] ?? embeddedDatabase(dataDir, owner),
      tokenOf,
      async ask(asker, query, variables = {}) {
        const response = await request(`${hub.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(asker)}`, 'accept-language': 'en' },
          body: JSON.stringify({ query, variables }),
        });
        return { status: response.statusCode, ...((await response.body.json()) as object) } as GraphqlAnswer;
      },
      async close() {
        await hub.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
