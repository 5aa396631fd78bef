import { demoParticipants, demoUsersOf } from '@hub/prisma/seed/demo-participants.js';
import { fingerprint } from './fingerprint.js';
import type { Load } from './load.js';

/** The participants (成员) of the demo with their users and roles. */
export const loadParticipants: Load = {
  name: 'demo-participants',
  title: 'Participants 成员',
  owner: 'exchange',
  fingerprint: () => fingerprint(demoParticipants.map((party) => [party, demoUsersOf(party)])),
  async run(databaseUrl, progress, _stopping, dataDir) {
    const [{ connectExchange }, { seedParticipants }, { userKeepingIn }, { preparePersonalKey }] = await Promise.all([
      import('@hub/exchange/repository/database.js'),
      import('@hub/exchange/repository/seed-participants.js'),
      import('@hub/exchange/users/user-keeping-of.js'),
      import('@hub/kernel/personal/prepare-personal-key.js'),
    ]);
    const database = connectExchange(databaseUrl);
    try {
      await preparePersonalKey(database, dataDir, 'names of users and addresses of parties');
      const written = await seedParticipants(database, userKeepingIn(dataDir));
      progress(demoParticipants.length, demoParticipants.length);
      return `${written} taken, ${demoParticipants.length - written} unchanged`;
    } finally {
      await database.$disconnect();
    }
  },
};
