import { createServer } from 'node:http';
import { replaceParticipant } from '@hub/kernel/identity/membership-events.js';
import { startSubgraph, type RunningSubgraph } from '@hub/kernel/service/start-subgraph.js';
import { readSubgraphEnvironment, settingName } from '@hub/kernel/service/subgraph-environment.js';
import type { SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { connectLabs } from '@hub/labs/repository/database.js';
import { seedLabs } from '@hub/labs/repository/seed-labs.js';
import { labsService } from '@hub/labs/service.js';
import { owners } from '@hub/prisma/owner.js';
import { demoParticipants, demoUsersOf } from '@hub/prisma/seed/demo-participants.js';
import { cloneDatabase } from '@hub/prisma/test-databases/clone-database.js';
import { sdl } from '@hub/schema/generated/labs.js';
import { request } from 'undici';

const field = (name: string) => new RegExp(`(  ${name}: [^@\\n]*(?:@listSize\\([^)]*\\) )?)(@sharing\\(owner: "labs", terms: "lab(?:Register|Scope)"[^\\n]*\\))`);
const termsOf = (name: string) => field(name).exec(sdl)?.[2] ?? '';
const given = (text: string, name: string, terms: string) => text.replace(field(name), (_whole, before: string) => before + terms);

/** The schema of labs that new code has: a lab’s remark, for labs alone; its scope for all who may read its certificates, and these for whoever might read its scope. */
export const newLabsSdl = given(given(sdl, 'cnas', termsOf('scope')), 'scope', termsOf('cnas')).replace(
  /(?=\n {2}revision: Int! @sharing\(owner: "labs", terms: "labRegister")/,
  `\n  "What the lab says of itself (备注, 3.3)."\n  remark: String @sharing(owner: "labs", terms: "labRemark", class: UNCONDITIONAL, audience: [{kinds: [LAB], basis: {kind: STATUTE, reference: "3.3"}}], grade: GENERAL, freshness: "P1D")`,
);

const newLabsService: typeof labsService = {
  ...labsService,
  sdl: newLabsSdl,
  resolvers: { ...labsService.resolvers, Lab: { ...labsService.resolvers['Lab'], remark: () => '公正' } },
};

/** Labs as in a roll-out: a process of the code as it is and one of new code, on one database, behind one address at which they answer in turn. */
export interface LabsRolledOut {
  readonly url: string;
  /** Starts both, beside a registry. */
  start(registry: Pick<SubgraphUnderTest<unknown>, 'url' | 'environment' | 'others'>): Promise<{ readonly old: RunningSubgraph; readonly renewed: RunningSubgraph }>;
  /** Stops the process of the old code; the new one answers alone. */
  stopOld(): Promise<void>;
  close(): Promise<void>;
}

export async function labsRolledOut(): Promise<LabsRolledOut> {
  let running: RunningSubgraph[] = [];
  let dropDatabase = () => Promise.resolve();
  let turn = 0;
  const server = createServer((asked, answer) => {
    const { url } = running[(turn += 1) % running.length] ?? { url: '' };
    const { connection: _connection, ...headers } = asked.headers;
    request(url + (asked.url ?? ''), { method: 'POST', headers: headers as Record<string, string>, body: asked }).then(
      ({ statusCode, headers, body }) => body.pipe(answer.writeHead(statusCode, headers as Record<string, string>)),
      () => answer.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`,
    async start(registry) {
      const clone = await cloneDatabase('labs');
      dropDatabase = () => clone.drop();
      const database = connectLabs(clone.url);
      for (const party of demoParticipants) await replaceParticipant(database, { ...party, state: 'ACTIVE', users: demoUsersOf(party) });
      await seedLabs(database);
      await database.$disconnect();
      const environment = readSubgraphEnvironment('labs', {
        ...{ PORT_LABS: '0', DATABASE_URL_LABS: clone.url, HUB_DATA_DIR: registry.environment.dataDir, MASK_KEY: 'a mask key for tests only', LOG_LEVEL: 'silent' },
        ...Object.fromEntries(owners.map((owner) => [`URL_${settingName(owner)}`, owner === 'registry' ? registry.url : registry.others.url])),
      });
      const old = await startSubgraph(labsService, environment);
      running = [old];
      const renewed = await startSubgraph(newLabsService, environment);
      running = [old, renewed];
      return { old, renewed };
    },
    async stopOld() {
      const [old] = running.splice(0, 1);
      await old?.close();
    },
    async close() {
      for (const each of running) await each.close();
      server.close();
      server.closeAllConnections();
      await dropDatabase();
    },
  };
}
