import { randomUUID } from 'node:crypto';
import { conformanceSuite } from '@hub/kernel/testing/conformance/conformance-suite.js';
import type { MatrixRow } from '@hub/kernel/testing/conformance/row-matrix.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { sdl } from '@hub/schema/generated/exchange.js';
import { afterAll, beforeAll } from 'vitest';
import type { ExchangeDatabase } from '../src/repository/database.js';
import { seedParticipants } from '../src/repository/seed-participants.js';
import { exchangeService } from '../src/service.js';

const now = new Date('2026-03-01T00:00:00Z');
const stamps = ({ holder, concerned, state, reached }: MatrixRow) => ({
  holder,
  concerned: [...concerned],
  state,
  reached: [...reached],
});
const party = (id: string) => ({ id, kind: 'LAB', level: 'CITY', name: id, uscc: 'a code', regionCode: '330100', admittedAt: now });

let hub: SubgraphUnderTest<ExchangeDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(exchangeService);
  await seedParticipants(hub.database);
  // The matrix has rows of a party that is none of the demo's.
  await hub.database.participant.create({
    data: { ...party('nobody'), holder: 'nobody', concerned: [], state: 'ACTIVE', reached: ['ACTIVE'] },
  });
});
afterAll(() => hub.close());

conformanceSuite(() => hub, {
  owner: 'exchange',
  sdl,
  subscriptions: { participantChanged: 'ParticipantChanged' },
  entities: {
    Participant: {
      paths: [['ACTIVE', 'SUSPENDED']],
      insert: async (row) => {
        const { id } = await hub.database.participant.create({ data: { ...party(randomUUID()), ...stamps(row) } });
        return id;
      },
    },
    ParticipantUser: {
      paths: [['']],
      insert: async (row) => {
        const { holder, concerned } = stamps(row);
        const { id } = await hub.database.participantUser.create({
          data: { id: randomUUID(), participantId: 'nobody', name: 'a name', roles: ['OFFICER'], active: true, holder, concerned },
        });
        return id;
      },
    },
    Duty: {
      paths: [['OPEN', 'DONE'], ['OPEN', 'DROPPED']],
      insert: async (row) => {
        const { id } = await hub.database.duty.create({
          data: {
            ...{ id: randomUUID(), owner: 'labs', kind: 'a kind', subjectType: 'Lab', subjectId: 'x', role: 'OFFICER' },
            ...{ openedAt: now, dueAt: now, closedAt: now, partOf: 'plan' },
            ...stamps(row),
          },
        });
        return id;
      },
    },
  },
  acts: {},
  // Its rows follow the terms of its subjects, see exchange-events.test.ts.
  except: ['ExchangeEvent'],
});
