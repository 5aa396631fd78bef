import { demoParticipants, demoUsersOf } from '@hub/prisma/seed/demo-participants.js';
import { fingerprint } from './fingerprint.js';
import type { Load } from './load.js';

/** The participants (成员) of the demo with their users and roles. */
export const loadParticipants: Load = {
  name: 'demo-participants',
  title: 'Participants 成员',
  owner: 'exchange',
  fingerprint: () => fingerprint(demoParticipants.map((party) => [party, demoUsersOf(party)])),
  async run(databaseUrl, progress) {
    const [{ connectExchange }, { seedParticipants }] = await Promise.all([
      import('@hub/exchange/repository/database.js'),
      import('@hub/exchange/repository/seed-participants.js'),
    ]);
    const database = connectExchange(databaseUrl);
    try {
      const written = await seedParticipants(database);
      progress(demoParticipants.length, demoParticipants.length);
      return `${written} taken, ${demoParticipants.length - written} unchanged`;
    } finally {
      await database.$disconnect();
    }
  },
};
