import { connectExchange } from '@hub/exchange/repository/database.js';
import { recordParticipant } from '@hub/exchange/repository/record-participant.js';
import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import type { Owner } from '@hub/prisma/owner.js';
import { demoIdentities } from '@hub/prisma/seed/demo-participants.js';
import { request } from 'undici';
import type { AskedHub, Asker, GraphqlAnswer } from '../../../scripts/src/asking/asked-hub.js';
import { performAct } from '../../../scripts/src/asking/perform-act.js';
import { takeThreadStep } from '../../../scripts/src/thread/thread-step.js';
import { thread } from '../../../scripts/src/thread/thread.js';
import { hubOnClones } from '../../../scripts/test/hub-on-clones.js';
import { onOtherSide, otherLabsScope, otherMerchant, sides, type Side } from './sides.js';

/** Where the hub is asked: at its gateway, or at the port of an owner. */
export type Place = 'gateway' | Owner;

/** A hub on which two rival sides have each walked the whole thread, and which both try to abuse. */
export interface AbusedHub extends AskedHub {
  readonly url: string;
  readonly sides: readonly [Side, Side];
  readonly owners: readonly Owner[];
  at(place: Place, asker: Asker, query: string, variables?: object, headers?: Readonly<Record<string, string>>): Promise<GraphqlAnswer>;
  /** Sends any body, such as one without a text. */
  post(asker: Asker, body: object): Promise<GraphqlAnswer>;
  bearer(asker: Asker): Promise<string>;
  close(): Promise<void>;
}

/** @param beforeTheThread what is asked while nothing has been bought yet */
export async function abusedHub(beforeTheThread: (hub: AbusedHub) => Promise<void>): Promise<AbusedHub> {
  // What is read is shown as soon as the logs of plans have been heard, so that nobody waits for a minute.
  const running = await hubOnClones({ EMBARGO_SETTLING_SECONDS: '0.1', EMBARGO_LOOK_SECONDS: '0.1', CATALOGUE_COUNT_SECONDS: '2' });
  const { hub, dataDir } = running;
  const both = sides();
  const tokens = new Map<string, Promise<string>>();
  const bearer = ({ identity, role, user = 1 }: Asker): Promise<string> => {
    const known = demoIdentities.find(({ name }) => name === identity) ?? { partyId: identity, defaultRole: 'OFFICER' };
    const key = `${identity}.${user} ${role ?? ''}`;
    const token = tokens.get(key) ?? mintUserToken(dataDir, { userId: `${identity}.${user}`, partyId: known.partyId, role: role ?? known.defaultRole });
    tokens.set(key, token);
    return token;
  };
  const post = async (place: Place, asker: Asker, body: object, headers: Readonly<Record<string, string>> = {}) => {
    const response = await request(`${place === 'gateway' ? hub.url : hub.subgraphs[place]}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await bearer(asker)}`, 'accept-language': 'en', ...headers },
      body: JSON.stringify(body),
    });
    return { status: response.statusCode, ...((await response.body.json()) as object) } as GraphqlAnswer;
  };
  const abused: AbusedHub = {
    url: hub.url,
    sides: both,
    owners: Object.keys(hub.subgraphs) as Owner[],
    at: (place, asker, query, variables = {}, headers = {}) => post(place, asker, { query, variables }, headers),
    post: (asker, body) => post('gateway', asker, body),
    ask: (asker, query, variables = {}) => post('gateway', asker, { query, variables }),
    bearer,
    close: () => running.close(),
  };
  try {
    await admit(await running.databaseUrl('exchange'));
    await known(abused);
    await performAct(abused, { identity: 'lab-2', role: 'SIGNATORY' }, 'recordAccreditation', [{ idempotencyKey: 'scope', ...otherLabsScope }]);
    await beforeTheThread(abused);
    for (const step of thread) {
      await Promise.all(both.map((side, index) => takeThreadStep(abused, index === 0 ? step : onOtherSide(step), side.state)));
    }
    return abused;
  } catch (error) {
    await running.close();
    throw error;
  }
}

/** The demo has one merchant with an account; here there are two. */
async function admit(databaseUrl: string): Promise<void> {
  const database = connectExchange(databaseUrl);
  await inUnitOfWork(database, { owner: 'exchange', at: new Date(), actor: null, causedBy: [] }, (unit) => recordParticipant(unit, otherMerchant, null));
  await database.$disconnect();
}

/** Waits until every owner knows the other merchant. */
async function known(hub: AbusedHub): Promise<void> {
  for (const owner of hub.owners) await eventually(() => hub.at(owner, { identity: otherMerchant.id }, '{ __typename }'), ({ status }) => status === 200);
}
