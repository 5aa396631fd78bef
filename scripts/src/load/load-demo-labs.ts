import { demoLabs } from '@hub/prisma/seed/demo-labs.js';
import { fingerprint } from './fingerprint.js';
import type { Load } from './load.js';

/** The labs (检验机构) of the demo with their scopes of accreditation (能力附表). */
export const loadDemoLabs: Load = {
  name: 'demo-labs',
  title: 'Labs 检验机构',
  owner: 'labs',
  fingerprint: () => fingerprint([demoLabs]),
  async run(databaseUrl, progress) {
    const [{ connectLabs }, { seedLabs }] = await Promise.all([
      import('@hub/labs/repository/database.js'),
      import('@hub/labs/repository/seed-labs.js'),
    ]);
    const database = connectLabs(databaseUrl);
    try {
      await seedLabs(database);
      progress(demoLabs.length, demoLabs.length);
      return `${demoLabs.length} with their scopes`;
    } finally {
      await database.$disconnect();
    }
  },
};
