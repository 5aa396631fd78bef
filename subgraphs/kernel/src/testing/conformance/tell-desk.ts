import { randomUUID } from 'node:crypto';
import { inUnitOfWork } from '../../unit-of-work/unit-of-work.js';
import type { Database } from '../../unit-of-work/transaction.js';
import { eventually } from '../eventually.js';
import type { SubgraphUnderTest } from '../subgraph-under-test.js';

/** An event of the exchange that tells what the sharing desk has decided. */
export interface ToldByDesk {
  readonly kind: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly payload: { readonly [key: string]: string | readonly string[] | null };
}

/** Tells an owner what the desk has decided, or that it has ended, and waits until that has taken effect. */
export async function tellDesk(subgraph: SubgraphUnderTest<Database>, owner: string, told: readonly ToldByDesk[]): Promise<void> {
  const say = owner === 'exchange' ? inItsOwnLog(subgraph) : inThePlayedLog(subgraph);
  const isEnd = told.every(({ kind }) => kind === 'FieldReopened' || kind === 'SharingGrantEnded');
  await say(told);
  const found = (statement: string, ...values: unknown[]) => subgraph.database.$queryRawUnsafe<{ count: number }[]>(statement, ...values);
  const ids = told.map(({ subjectId }) => subjectId);
  const decided = 'SELECT ((SELECT count(*) FROM kernel.sharing_grant WHERE id = ANY($1)) + (SELECT count(*) FROM kernel.field_closing WHERE id = ANY($1)))::int AS count';
  await eventually(() => found(decided, ids), ([row]) => row?.count === (isEnd ? 0 : told.length));
  // A reader asks for what comes next when what it had taken in has been told: what is said thereafter and taken in says that it has.
  const [id] = await say([{ kind: 'NothingOfInterest', subjectType: 'Nothing', subjectId: randomUUID(), payload: {} }]);
  const heard = `SELECT count(*)::int AS count FROM kernel.inbox_event WHERE source = 'exchange' AND event_id = $1::uuid`;
  await eventually(() => found(heard, id), ([row]) => row?.count === 1);
}

/** Says events in the log of the exchange, and tells their ids. */
type Say = (events: readonly ToldByDesk[]) => Promise<readonly string[]>;

function inThePlayedLog(subgraph: SubgraphUnderTest<Database>): Say {
  return async (events) => Promise.resolve(events.map((event) => subgraph.logOf('exchange').say(event)));
}

/** The exchange hears of its desk by its own log, as every other owner does. */
function inItsOwnLog({ database }: SubgraphUnderTest<Database>): Say {
  const stamps = { holder: 'center', concerned: [], sellerRegion: null, producerRegion: null, platformRegion: null, state: '', reached: [] };
  return async (events) => {
    await inUnitOfWork(database, { owner: 'exchange', at: new Date(), actor: null, causedBy: [] }, async (unit) => {
      for (const { payload, ...event } of events) unit.emit({ ...event, stamps, receivers: { exchange: payload } });
      return Promise.resolve();
    });
    const said = await database.$queryRawUnsafe<{ id: string }[]>('SELECT id::text FROM kernel.event WHERE subject_id = ANY($1) ORDER BY position', events.map(({ subjectId }) => subjectId));
    return said.map(({ id }) => id);
  };
}
