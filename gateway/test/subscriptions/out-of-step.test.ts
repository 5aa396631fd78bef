import { eventually } from '@hub/kernel/testing/eventually.js';
import { supergraphSdl } from '@hub/schema/generated/supergraph.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyst, subscribedCentre, takenIn, type SubscribedCentre } from './subscribed-centre.js';

/** The supergraph with a field more of each of two owners, whose code has not got it yet: as in a roll-out. */
const ahead = [['RiskInformation', 'MONITORING_CENTER'], ['Participant', 'EXCHANGE']].reduce(
  (sdl, [type, graph]) => sdl.replace(new RegExp(`\ntype ${type} @[^\n]*{\n`), `$&  ahead: String @join__field(graph: ${graph})\n`),
  supergraphSdl,
);

let hub: SubscribedCentre;
beforeAll(async () => {
  hub = await subscribedCentre();
  await hub.gateway.registry.deliver(ahead);
  const has = async (type: string) => JSON.stringify((await hub.gateway.ask(`{ __type(name: "${type}") { fields { name } } }`)).data).includes('"ahead"');
  for (const type of ['RiskInformation', 'Participant']) await eventually(() => has(type), Boolean);
});
afterAll(() => hub.close());

describe('who subscribes to what is in force, and what an owner’s code has not got (a roll-out)', () => {
  it('is told so where that owner tells the events: nothing is wrong with the subscription, and it ends', async () => {
    const held = await hub.subscribe(analyst, {}, takenIn.replace('productName', 'productName ahead'));
    expect(await held.ended).toEqual({ code: 'UPSTREAM_OUT_OF_STEP', after: undefined, message: expect.stringContaining('monitoring-center') as unknown });
    expect(held.received).toEqual([]);
    await held.leave();
  });

  it('gets each event all the same where another owner adds to it, with what is missing told as such', async () => {
    const held = await hub.subscribe(analyst, { after: await hub.centre.cursorOfNow() }, takenIn.replace('name }', 'name ahead }'));
    const written = [await hub.takeIn(), await hub.takeIn()];
    const told = await held.until(2);
    expect(told.map(({ data: { riskInformationTakenIn: { riskInformation } } }) => riskInformation)).toMatchObject(written.map((id) => ({ id, productName: '电热水壶' })));
    for (const { errors } of told) expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_OUT_OF_STEP', owner: 'exchange' } }]);
    await held.leave();
  });
});
