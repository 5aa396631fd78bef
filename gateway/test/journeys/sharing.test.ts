import { randomUUID } from 'node:crypto';
import { purposeHeader } from '@hub/kernel/identity/authenticate.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { hold, subscriptionClient, type HeldSubscription } from '@hub/kernel/testing/subscription-client.js';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Asker } from '../../../scripts/src/asking/asked-hub.js';
import { JourneyHub } from './journey-hub.js';

/** An embargo on reads that ends as soon as the owners of plans and commissions have been heard. */
const variables = { EMBARGO_SETTLING_SECONDS: '0.1', EMBARGO_LOOK_SECONDS: '0.1' };
const province: Asker = { identity: 'regulator-province' };
const city: Asker = { identity: 'regulator-city' };
const analyst: Asker = { identity: 'center', role: 'ANALYST' };
const steward: Asker = { identity: 'steward' };
const forSupervision = { [purposeHeader]: 'SUPERVISION' };
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();

interface Shops {
  readonly shops: { readonly nodes: readonly { readonly listingsOnSale: number | null; readonly merchant: { readonly contactPhone: string | null }; readonly platform: { readonly id: string } }[] };
}
interface Application {
  readonly mutation: string;
  readonly variables: { readonly items: readonly { readonly holderIds: readonly string[] }[] };
}
interface RequestSeen {
  readonly id: string;
  readonly state: string;
  readonly dueAt: string;
  readonly holder: { readonly id: string };
}
interface TakenIn {
  readonly riskInformationTakenIn: { readonly riskInformation: { readonly id: string; readonly sourceText: string | null } };
}

let hub: JourneyHub;
beforeAll(async () => {
  hub = await JourneyHub.start({ separate: false, variables });
  await hub.ready();
}, 180_000);
afterAll(() => hub?.stop(), 60_000);

const shopsQuery = '{ shops(first: 100) { nodes { listingsOnSale merchant { contactPhone } platform { id } } } }';
async function readShops(headers: Readonly<Record<string, string>> = forSupervision) {
  const answer = await hub.ask(province, shopsQuery, {}, headers);
  const nodes = (answer.data as unknown as Shops).shops.nodes;
  const of = (platform: string) => nodes.filter((shop) => shop.platform.id === platform).map((shop) => shop.listingsOnSale);
  const denied = answer.errors?.find(({ extensions }) => extensions['coordinate'] === 'Shop.listingsOnSale');
  const sharing = answer.extensions?.sharing as { grants?: string[]; masked: { coordinate: string }[]; refused: { coordinate: string; holders?: string[] }[] } | undefined;
  return { nodes, of, denied, sharing };
}

async function act<Value>(asker: Asker, name: string, item: object, selection: string): Promise<Value> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Input`;
  const mutation = `mutation ($items: [${type}!]!) { ${name}(items: $items) { outcomes { value { ${selection} } refusal { code message } } } }`;
  const { data, errors } = await hub.ask(asker, mutation, { items: [{ idempotencyKey: randomUUID(), ...item }] });
  const [outcome] = (data?.[name] as unknown as { outcomes: { value: Value; refusal: unknown }[] } | null)?.outcomes ?? [];
  expect({ errors, refusal: outcome?.refusal }).toEqual({ errors: undefined, refusal: null });
  return outcome?.value as Value;
}

describe('a provincial regulator that wants to know how many listings shops have on sale', () => {
  let application: Application;
  let requests: readonly RequestSeen[];
  let grantId: string;

  it('is denied, and told by clause, rule and holder whom to ask, with the act to send', async () => {
    const { denied, of, sharing } = await readShops();
    expect(of('platform-1').length).toBeGreaterThan(0);
    expect([...new Set([...of('platform-1'), ...of('platform-2')])]).toEqual([null]);
    expect(denied?.extensions).toMatchObject({ code: 'SHARING_NEEDS_GRANT', clause: '5.4.3 a, 电子商务法 25', terms: 'shopBusiness' });
    expect((denied?.extensions['holders'] as string[]).sort()).toEqual(['platform-1', 'platform-2']);
    expect(sharing?.refused.find(({ coordinate }) => coordinate === 'Shop.listingsOnSale')?.holders?.sort()).toEqual(['platform-1', 'platform-2']);
    application = denied?.extensions['apply'] as Application;
  });

  it('applies by sending what it was told to: one request to each platform, with a clock', async () => {
    const { data, errors } = await hub.ask(province, application.mutation, application.variables);
    expect(errors).toBeUndefined();
    const [outcome] = (data?.['requestSharing'] as unknown as { outcomes: { value: { requests: RequestSeen[] }; refusal: unknown }[] }).outcomes;
    expect(outcome?.refusal).toBeNull();
    requests = outcome?.value.requests ?? [];
    expect(requests.map(({ holder, state }) => [holder.id, state]).sort()).toEqual([['platform-1', 'SUBMITTED'], ['platform-2', 'SUBMITTED']]);
    const duties = '{ duties(first: 50, filter: { kind: ["AnswerSharingRequest"], state: OPEN }) { nodes { subjectId dueAt } } }';
    const asked = requests.find(({ holder }) => holder.id === 'platform-1');
    await eventually(
      async () => ((await hub.ask({ identity: 'platform-1' }, duties)).data as unknown as { duties: { nodes: { subjectId: string; dueAt: string }[] } }).duties.nodes,
      (nodes) => nodes.some(({ subjectId, dueAt }) => subjectId === asked?.id && dueAt === asked.dueAt),
    );
  });

  it('is granted by one platform for a month instead of three, and refused by the other on a legal ground', async () => {
    const idOf = (platform: string) => requests.find(({ holder }) => holder.id === platform)?.id;
    const granted = await act<{ state: string; grants: { id: string }[] }>({ identity: 'platform-1' }, 'grantSharing', { requestId: idOf('platform-1'), until: inDays(30) }, 'state grants { id }');
    expect(granted.state).toBe('GRANTED_IN_PART');
    grantId = granted.grants[0]?.id ?? '';
    const given = performance.now();
    await eventually(readShops, (read) => read.of('platform-1').every((count) => count !== null));
    expect(performance.now() - given).toBeLessThan(2_000);
    await act({ identity: 'platform-2' }, 'refuseSharing', { requestId: idOf('platform-2'), ground: '商业秘密，反不正当竞争法第九条' }, 'state');
  });

  it('reads it with the purpose granted, of that platform alone, sees by which grant, and what is masked stays masked', async () => {
    const { of, denied, nodes, sharing } = await eventually(readShops, (read) => read.of('platform-1').every((count) => count !== null));
    expect(of('platform-1').some((count) => (count ?? 0) > 0)).toBe(true);
    expect([...new Set(of('platform-2'))]).toEqual([null]);
    expect(denied?.extensions).toMatchObject({ code: 'SHARING_NEEDS_GRANT', holders: ['platform-2'] });
    expect(sharing?.grants).toEqual([grantId]);
    const phones = nodes.flatMap(({ merchant }) => merchant.contactPhone ?? []);
    expect(phones.length).toBeGreaterThan(0);
    expect(phones.filter((phone) => !phone.includes('***'))).toEqual([]);
    expect(sharing?.masked).toContainEqual(expect.objectContaining({ coordinate: 'Merchant.contactPhone' }));
    for (const otherwise of [{}, { [purposeHeader]: 'HAZARD_HANDLING' }]) expect([...new Set((await readShops(otherwise)).of('platform-1'))]).toEqual([null]);
  });

  it('is seen by the platform: which party read it, in which role and for what purpose, and what it was refused of another nobody sees', async () => {
    interface Reads {
      readonly accessRecords: { readonly nodes: readonly { readonly partyId: string; readonly role: string; readonly purpose: string | null; readonly coordinates: readonly string[]; readonly refused: readonly { readonly coordinate: string }[] }[] };
    }
    const query = '{ accessRecords(first: 100, filter: { partyId: ["regulator-province"] }) { nodes { partyId role purpose coordinates refused { coordinate } } } }';
    const readsAt = async (platform: string) =>
      ((await hub.ask({ identity: platform }, query)).data as unknown as Reads).accessRecords.nodes.filter(({ coordinates }) => coordinates.includes('Shop.listingsOnSale'));
    const isRefused = ({ refused }: { readonly refused: readonly { readonly coordinate: string }[] }) => refused.some(({ coordinate }) => coordinate === 'Shop.listingsOnSale');
    // Owners that have nothing to tell are heard twice a minute, and the embargo asks for those of plans and commissions.
    const read = await vi.waitUntil(async () => (await readsAt('platform-1')).find((node) => !isRefused(node)), { timeout: 75_000, interval: 500 });
    expect(read).toMatchObject({ partyId: 'regulator-province', role: 'OFFICER', purpose: 'SUPERVISION' });
    expect((await readsAt('platform-2')).every(isRefused)).toBe(true);
  }, 90_000);

  it('is denied again within two seconds after the platform has withdrawn it', async () => {
    await act({ identity: 'platform-1' }, 'withdrawSharing', { grantId, reason: '核查已结束' }, 'state');
    const withdrawn = performance.now();
    const { denied, sharing } = await eventually(readShops, (read) => read.of('platform-1').every((count) => count === null));
    expect(performance.now() - withdrawn).toBeLessThan(2_000);
    expect(denied?.extensions).toMatchObject({ code: 'SHARING_NEEDS_GRANT' });
    expect(sharing?.grants).toBeUndefined();
  });
});

describe('a city regulator that follows risk information with its source text', () => {
  let heard: HeldSubscription<TakenIn>;
  let grantId: string;
  afterAll(() => heard?.leave());

  const takeIn = async () => {
    const key = randomUUID();
    const { id } = await act<{ id: string }>(
      analyst,
      'takeInRiskInformation',
      { channel: 'INTERNET', productName: '电热水壶', hazardItem: '触电', scope: {}, observedOn: '2026-03-01', sourceRecord: { source: 'news', key, content: `{"key":"${key}"}` } },
      'id',
    );
    return id;
  };
  const told = async (id: string) => {
    const received = await eventually(async () => heard.received, (all) => all.some(({ data }) => data.riskInformationTakenIn.riskInformation.id === id));
    return received.find(({ data }) => data.riskInformationTakenIn.riskInformation.id === id)!;
  };

  it('reads it live from when the centre has granted it', async () => {
    const item = { fields: ['RiskInformation.sourceText'], holderIds: ['center'], purpose: 'SUPERVISION', until: inDays(20) };
    const { requests } = await act<{ requests: RequestSeen[] }>(city, 'requestSharing', item, 'requests { id }');
    const { grants } = await act<{ grants: { id: string }[] }>(steward, 'grantSharing', { requestId: requests[0]?.id }, 'grants { id }');
    grantId = grants[0]?.id ?? '';
    const client = subscriptionClient(hub.url, { authorization: `Bearer ${await hub.token(city)}`, 'accept-language': 'en', ...forSupervision });
    heard = hold<TakenIn>(client, { query: 'subscription { riskInformationTakenIn { riskInformation { id sourceText } } }' });
    const event = await eventually(async () => told(await takeIn()), ({ data }) => data.riskInformationTakenIn.riskInformation.sourceText !== null);
    expect(event.extensions.sharing).toMatchObject({ grants: [grantId] });
  });

  it('goes on with what needs no grant, and loses the source text within two seconds after it was withdrawn', async () => {
    await act(steward, 'withdrawSharing', { grantId, reason: '数据有误' }, 'state');
    const withdrawn = performance.now();
    const event = await eventually(async () => told(await takeIn()), ({ data }) => data.riskInformationTakenIn.riskInformation.sourceText === null);
    expect(performance.now() - withdrawn).toBeLessThan(2_000);
    expect(event.errors).toMatchObject([{ extensions: { code: 'SHARING_NEEDS_GRANT' } }]);
  });
});

describe('a city regulator that wants to know who may sign at a lab', () => {
  const deniedAt = async (lab: string) => {
    const { errors = [] } = await hub.ask(city, 'query ($id: ID!) { lab(id: $id) { signatories { userId } } }', { id: lab }, forSupervision);
    return errors.map(({ extensions }) => extensions['code']);
  };
  const within = async (change: Promise<unknown>, lab: string, codes: readonly string[]) => {
    await change;
    const changed = performance.now();
    await eventually(() => deniedAt(lab), (denied) => denied.join() === codes.join());
    expect(performance.now() - changed).toBeLessThan(2_000);
  };

  it('reads it within two seconds after that lab has granted it, of no other lab, and no more within two seconds after the end', async () => {
    const item = { fields: ['Lab.signatories'], holderIds: ['lab-1'], purpose: 'SUPERVISION', until: inDays(20) };
    const { requests } = await act<{ requests: RequestSeen[] }>(city, 'requestSharing', item, 'requests { id }');
    const signatory: Asker = { identity: 'lab-1', role: 'SIGNATORY' };
    let grantId = '';
    const grant = async () => {
      const { grants } = await act<{ grants: { id: string }[] }>(signatory, 'grantSharing', { requestId: requests[0]?.id }, 'grants { id }');
      grantId = grants[0]?.id ?? '';
    };
    expect(await deniedAt('lab-1')).toEqual(['SHARING_NEEDS_GRANT']);
    await within(grant(), 'lab-1', []);
    expect(await deniedAt('lab-2')).toEqual(['SHARING_NEEDS_GRANT']);
    await within(act(signatory, 'withdrawSharing', { grantId, reason: '核查已结束' }, 'state'), 'lab-1', ['SHARING_NEEDS_GRANT']);
  });
});

describe('an incident', () => {
  it('closes a field at once on the rows of who closes it, with the ground, until a steward reopens it', async () => {
    const brands = async (platform: string) => {
      const { data, errors } = await hub.ask(province, `{ listings(first: 20, filter: { platformId: "${platform}" }) { nodes { brand } } }`);
      const values = (data as unknown as { listings: { nodes: { brand: string | null }[] } }).listings.nodes.map(({ brand }) => brand);
      return { open: values.some((brand) => brand !== null), errors };
    };
    expect([(await brands('platform-1')).open, (await brands('platform-2')).open]).toEqual([true, true]);
    const { id } = await act<{ id: string }>({ identity: 'platform-1' }, 'closeField', { field: 'Listing.brand', groundKind: 'INCIDENT', ground: '品牌字段被篡改' }, 'id');
    const { errors } = await eventually(() => brands('platform-1'), ({ open }) => !open);
    expect(errors).toMatchObject([{ message: expect.stringContaining('品牌字段被篡改'), extensions: { code: 'SHARING_CLOSED', holders: ['platform-1'] } }]);
    expect((await brands('platform-2')).open).toBe(true);
    await act(steward, 'reopenField', { closingId: id, reason: '已恢复' }, 'id');
    await eventually(() => brands('platform-1'), ({ open }) => open);
  });
});
