import { randomUUID } from 'node:crypto';
import { dumpOf, toldIn } from '@hub/kernel/testing/dump-of.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { demoMerchants } from '@hub/prisma/seed/demo-merchants.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contactKeepingOf } from '../src/contacts/contact-keeping-of.js';
import type { PlatformsDatabase } from '../src/repository/database.js';
import { expireContacts } from '../src/repository/expire-contacts.js';
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

  it('that a version before kept in the clear is encrypted at the start, and goes three years after it was told', async () => {
    await hub.database.merchant.update({ where: { id: 'p1-merchant-03' }, data: { contactId: null, sealedContact: null, contactNameOfBefore: '上官旧版', contactPhoneOfBefore: '0571-9990000' } });
    await hub.restart();
    expect(toldIn(await dumpOf(hub.database), ['上官旧版', '0571-9990000'])).toEqual([]);
    const { contactRecord, ...told } = await read('p1-merchant-03');
    expect(told).toMatchObject({ contactName: '上官旧版', contactPhone: '0571-9990000' });
    const until = new Date(contactRecord.keptUntil ?? 0);
    const days = (until.getTime() - Date.now()) / 86_400_000;
    expect([days > 1095, days <= 1096]).toEqual([true, true]);
    const sweep = (at: Date) => inUnitOfWork(hub.database, { owner: 'platforms', at, actor: null, causedBy: [] }, (unit) => expireContacts(unit, contactKeepingOf(hub.environment)));
    await sweep(new Date(until.getTime() - 1));
    expect(await read('p1-merchant-03')).toMatchObject({ contactName: '上官旧版' });
    await sweep(until);
    expect(await read('p1-merchant-03')).toMatchObject({ contactName: null, contactRecord: { keptUntil: null, erased: { userId: 'service:platforms' }, erasureReason: null } });
  });
});
