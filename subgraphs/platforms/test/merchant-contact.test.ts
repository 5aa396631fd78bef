import { randomUUID } from 'node:crypto';
import { recordStatements } from '@hub/prisma/clients/record-statements.js';
import { dumpOf, toldIn } from '@hub/kernel/testing/dump-of.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { planAmongMany } from '@hub/kernel/testing/plan-among-many.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { inUnitOfWork, type UnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { demoMerchants } from '@hub/prisma/seed/demo-merchants.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactKeepingOf } from '../src/contacts/contact-keeping-of.js';
import type { PlatformsDatabase, PlatformsTransaction } from '../src/repository/database.js';
import { expireContacts } from '../src/repository/expire-contacts.js';
import { sealContactsOfBefore } from '../src/repository/seal-contacts-of-before.js';
import { seedPlatforms } from '../src/repository/seed-platforms.js';
import { platformsService } from '../src/service.js';

let hub: SubgraphUnderTest<PlatformsDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(platformsService);
  await seedPlatforms(hub.database, contactKeepingOf(hub.environment));
});
afterAll(() => hub.close());

const fields = 'id contactName contactPhone contactRecord { keptUntil contentHash erased { userId } erasureReason }';
interface Contact {
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly contactRecord: { readonly keptUntil: string | null; readonly contentHash: string };
}
const read = async (id: string, platform = 'platform-1') => (await hub.ask<{ merchant: Contact }>(platform, `{ merchant(id: "${id}") { ${fields} } }`)).data.merchant;
const found = async (contactPhone: string) => (await hub.ask<{ merchants: { totalCount: number } }>('platform-1', 'query ($filter: MerchantFilter) { merchants(filter: $filter) { totalCount } }', { filter: { contactPhone } })).data.merchants.totalCount;
const erase = async (merchantId: string) =>
  (await hub.ask<{ eraseMerchantContact: { outcomes: { value: Contact | null; refusal: { code: string; field: string } | null }[] } }>(
    'platform-1',
    `mutation ($items: [EraseMerchantContactInput!]!) { eraseMerchantContact(items: $items) { outcomes { value { ${fields} } refusal { code field } } } }`,
    { items: [{ idempotencyKey: randomUUID(), merchantId, reason: '本人书面要求' }] },
  )).data.eraseMerchantContact.outcomes[0]!;
const inUnit = <Result>(work: (unit: UnitOfWork<PlatformsTransaction>) => Promise<Result>, at = new Date()) => inUnitOfWork(hub.database, { owner: 'platforms', at, actor: null, causedBy: [] }, work);
/** Keeps a contact as a version before does. */
const asBefore = (id: string, contactNameOfBefore: string, contactPhoneOfBefore: string) =>
  hub.database.merchant.update({ where: { id }, data: { contactId: null, sealedContact: null, contactNameOfBefore, contactPhoneOfBefore } });
const rowOf = (id: string) => hub.database.merchant.findUniqueOrThrow({ where: { id } });

describe('the contact of a merchant (联系人, 2.4)', () => {
  it('stands in no table in the clear, and is told, masked and found as before', async () => {
    // One of them has a shop under his name.
    const words = demoMerchants.flatMap(({ name, contactName, contactPhone }) => [...(name.includes(contactName) ? [] : [contactName]), contactPhone]);
    const text = await dumpOf(hub.database);
    expect(text).toContain('p1-merchant-01');
    expect(toldIn(text, words)).toEqual([]);
    expect(await read('p1-merchant-01')).toMatchObject({ contactName: '苏小满', contactPhone: '0571-5550101', contactRecord: { erased: null } });
    expect([await found('0571-5550101'), await found('0571')]).toEqual([1, 0]);
  });

  it('is erased on request: the key goes, hash and act remain, no copy opens, and no catalogue brings it back', async () => {
    const before = await rowOf('p1-merchant-02');
    const { value, refusal } = await erase('p1-merchant-02');
    expect([value, refusal]).toMatchObject([{ contactName: null, contactPhone: null, contactRecord: { keptUntil: null, contentHash: expect.stringMatching(/^sha-256:/), erased: { userId: 'platform-1.1' }, erasureReason: '本人书面要求' } }, null]);
    expect(await contactKeepingOf(hub.environment).open(hub.database, [{ personId: before.contactId ?? '', sealed: before.sealedContact ?? '' }])).toEqual([undefined]);
    expect(await dumpOf(hub.database)).not.toContain(before.sealedContact);
    expect((await erase('p1-merchant-02')).refusal).toMatchObject({ code: 'NOTHING_CHANGED', field: 'merchantId' });
    await seedPlatforms(hub.database, contactKeepingOf(hub.environment));
    expect(await read('p1-merchant-02')).toMatchObject({ contactName: null, contactPhone: null });
    expect((await erase('p2-merchant-02')).refusal).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('that a version before kept in the clear is encrypted before anybody is served', async () => {
    await asBefore('p1-merchant-03', '上官旧版', '0571-9990000');
    await platformsService.prepare?.(hub.database, hub.environment);
    expect(toldIn(await dumpOf(hub.database), ['上官旧版', '0571-9990000'])).toEqual([]);
    expect(await read('p1-merchant-03')).toMatchObject({ contactName: '上官旧版', contactPhone: '0571-9990000' });
  });

  it('that a process of the version before writes is encrypted while this one runs', async () => {
    await hub.restart({ PERSONAL_SWEEP_SECONDS: '0.1' });
    await asBefore('p1-merchant-04', '公孙并行', '0571-9990001');
    expect(await eventually(async () => toldIn(await dumpOf(hub.database), ['公孙并行', '0571-9990001']), (told) => told.length === 0)).toEqual([]);
    await hub.restart();
    expect(await read('p1-merchant-04')).toMatchObject({ contactName: '公孙并行', contactPhone: '0571-9990001' });
  });

  it('that a version before kept in the clear is found by an index, however many merchants there are', async () => {
    const { statements } = await recordStatements(() => inUnit((unit) => sealContactsOfBefore(unit, contactKeepingOf(hub.environment))));
    expect(await planAmongMany(hub.database, 'merchant', [], statements.find(({ sql }) => sql.includes('FROM merchant')))).toContain('merchant_of_before_idx');
  });
});

describe('how long the contact of a merchant is kept (保存期限, 电子商务法 art. 31)', () => {
  const year = 365 * 86_400_000;
  const sweep = (at: Date) => inUnit((unit) => expireContacts(unit, contactKeepingOf(hub.environment)), at);
  const until = async (id: string) => new Date((await read(id)).contactRecord.keptUntil ?? 0);
  const listingsOf = async (merchantId: string) => ({ shopId: { in: (await hub.database.shop.findMany({ where: { merchantId }, select: { id: true } })).map(({ id }) => id) } });

  it('is three years from when it was told, where nothing was on sale since', async () => {
    await hub.database.listing.deleteMany({ where: await listingsOf('p1-merchant-03') });
    const ends = await until('p1-merchant-03');
    const days = (ends.getTime() - Date.now()) / 86_400_000;
    expect([days > 1095, days <= 1096]).toEqual([true, true]);
    await sweep(new Date(ends.getTime() - 1));
    expect(await read('p1-merchant-03')).toMatchObject({ contactName: '上官旧版' });
    await sweep(ends);
    expect(await read('p1-merchant-03')).toMatchObject({ contactName: null, contactRecord: { keptUntil: null, erased: { userId: 'service:platforms' }, erasureReason: null } });
    expect(await rowOf('p1-merchant-03')).toMatchObject({ contactId: expect.any(String), sealedContact: null });
  });

  it('is as many days as the setting says, where there is one', async () => {
    const shorter = contactKeepingOf({ ...hub.environment, variables: { ...hub.environment.variables, CONTACTS_KEPT: 'P30D' } });
    await asBefore('p1-merchant-07', '一月联系', '0571-9990003');
    await inUnit((unit) => sealContactsOfBefore(unit, shorter), new Date('2026-03-01T00:00:00Z'));
    expect(await until('p1-merchant-07')).toEqual(new Date('2026-03-31T00:00:00Z'));
  });

  it('is as long as any merchant sells whose contact has the same telephone number, and no longer for those of another platform', async () => {
    hub.rowsAreWrittenByHand();
    const [sells, sellsNot] = ['p1-merchant-05', 'p1-merchant-06'];
    await asBefore(sells, '一人两店', '0571-9990002');
    await asBefore(sellsNot, '一人两店', '0571-9990002');
    await asBefore('p2-merchant-05', '一人两店', '0571-9990002');
    while (await inUnit((unit) => sealContactsOfBefore(unit, contactKeepingOf(hub.environment))));
    for (const id of [sellsNot, 'p2-merchant-05']) await hub.database.listing.deleteMany({ where: await listingsOf(id) });
    expect(await hub.database.listing.count({ where: { ...(await listingsOf(sells)), state: 'LISTED' } })).toBeGreaterThan(0);
    await sweep(await until(sellsNot));
    expect(await read(sellsNot)).toMatchObject({ contactName: '一人两店', contactRecord: { erased: null } });
    expect(await read('p2-merchant-05', 'platform-2')).toMatchObject({ contactName: null, contactRecord: { erased: { userId: 'service:platforms' } } });
  });

  it('is as long as something of the merchant is on sale, and three years from when the last of it was taken down', async () => {
    hub.rowsAreWrittenByHand();
    const listings = await listingsOf('p1-merchant-01');
    expect(await hub.database.listing.count({ where: { ...listings, state: 'LISTED' } })).toBeGreaterThan(1);
    const told = await until('p1-merchant-01');
    const looked = new Date(told.getTime() + year);
    await sweep(looked);
    expect(await read('p1-merchant-01')).toMatchObject({ contactName: '苏小满', contactRecord: { erased: null } });
    expect(await until('p1-merchant-01')).toEqual(new Date(looked.getTime() + 1096 * 86_400_000));
    // Taken down one after the other: what counts is the last.
    const last = new Date(looked.getTime() + 2 * year);
    const [first] = await hub.database.listing.findMany({ where: listings, take: 1 });
    await hub.database.listing.updateMany({ where: listings, data: { state: 'DELISTED', delistedAt: new Date(last.getTime() - year) } });
    await hub.database.listing.update({ where: { id: first!.id }, data: { delistedAt: last } });
    await sweep(await until('p1-merchant-01'));
    const ends = await until('p1-merchant-01');
    expect(ends).toEqual(new Date(last.getTime() + 1096 * 86_400_000));
    await sweep(new Date(ends.getTime() - 1));
    expect(await read('p1-merchant-01')).toMatchObject({ contactName: '苏小满' });
    await sweep(ends);
    expect(await read('p1-merchant-01')).toMatchObject({ contactName: null, contactPhone: null, contactRecord: { keptUntil: null, erased: { userId: 'service:platforms' } } });
  });
});
