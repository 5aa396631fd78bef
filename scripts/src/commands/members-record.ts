import { readFile } from 'node:fs/promises';
import { connectExchange } from '@hub/exchange/repository/database.js';
import { recordParticipant } from '@hub/exchange/repository/record-participant.js';
import { userKeepingIn } from '@hub/exchange/users/user-keeping-of.js';
import { preparePersonalKey } from '@hub/kernel/personal/prepare-personal-key.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { databaseAddresses } from '../audit/database-addresses.js';
import { CommandRefused } from '../command-refused.js';
import { readEnvironment } from '../environment.js';
import { withExitCode } from '../exit-code.js';
import { readMemberFile } from '../members/member-file.js';

/**
 * Records the first members of a hub, of whom nobody is there to admit them (5.4.4): as a rule the centre with its stewards and administrators. Who takes part already
 * stays as it is, for its own administrator keeps its users.
 */
export function membersRecord(path: string): Promise<void> {
  return withExitCode(async () => {
    const json = await readFile(path, 'utf8').catch((error: Error) => {
      throw new CommandRefused(`${path} cannot be read (${error.message}).`);
    });
    const members = readMemberFile(json, path);
    const environment = readEnvironment();
    const { exchange } = await databaseAddresses(environment, {});
    if (exchange === undefined) throw new CommandRefused('The database of the exchange is nowhere: start the hub once, or set DATABASE_URL_EXCHANGE.');
    const database = connectExchange(exchange);
    try {
      await preparePersonalKey(database, environment.dataDir, 'names of users');
      const keeping = userKeepingIn(environment.dataDir);
      for (const member of members) {
        const taken = await inUnitOfWork(database, { owner: 'exchange', at: new Date(), actor: null, causedBy: [] }, async (unit) => {
          if (await unit.tx.participant.findUnique({ where: { id: member.id } })) return false;
          const known = await unit.tx.participantUser.findFirst({ where: { id: { in: member.users.map(({ id }) => id) } } });
          if (known) throw new CommandRefused(`${member.id} was not recorded: the user ${known.id} is one of ${known.participantId} already. What stands before it in ${path} was.`);
          return recordParticipant(unit, member, keeping);
        });
        console.log(`${member.id}  ${taken ? `recorded, with ${member.users.length} users` : 'takes part already: nothing changed'}`);
      }
    } finally {
      await database.$disconnect();
    }
    return 0;
  });
}
