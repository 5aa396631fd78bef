import { recordStatements } from '@hub/prisma/clients/record-statements.js';
import { dumpOf, toldIn } from '@hub/kernel/testing/dump-of.js';
import { eventually } from '@hub/kernel/testing/eventually.js';
import { planAmongMany } from '@hub/kernel/testing/plan-among-many.js';
import { subgraphUnderTest, type SubgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recipientKeepingOf } from '../src/recipients/recipient-keeping-of.js';
import type { RegulatorDatabase } from '../src/repository/database.js';
import { expireRecipients } from '../src/repository/expire-recipients.js';
import { sealRecipientsOfBefore } from '../src/repository/seal-recipients-of-before.js';
import { regulatorService } from '../src/service.js';
import { fedBack } from './acts.js';
import { afterResult, ago, slip } from './after-result.js';

let hub: SubgraphUnderTest<RegulatorDatabase>;
beforeAll(async () => {
  hub = await subgraphUnderTest(regulatorService);
});
afterAll(() => hub.close());

const { done, refusalOf, noticeOf, issued, issuedDaysAgo, confirm, served } = afterResult(() => hub);
const fields = 'id service { method recipient evidence { hash } } recipientRecord { keptUntil contentHash erased { userId } erasureReason }';

/** A notice that somebody took. */
async function taken(recipient: string | null): Promise<string> {
  const id = await issued(await fedBack(hub), 'PRODUCER');
  await issuedDaysAgo(id, 30);
  await done('recordNoticeService', { noticeId: id, method: 'DIRECT', servedAt: ago(24), recipient, evidence: [slip] });
  return id;
}
const read = async (id: string) => (await hub.ask<{ resultNotice: Record<string, unknown> }>('regulator-province', `{ resultNotice(id: "${id}") { ${fields} } }`)).data.resultNotice;
const sealedIn = ({ recipientId, sealedRecipient }: { recipientId: string | null; sealedRecipient: string | null }) => ({ personId: recipientId ?? '', sealed: sealedRecipient ?? '' });

describe('who took a notice (签收人, after 5.4.1)', () => {
  it('stands in no table in the clear, and is told with the proof of service', async () => {
    const id = await taken('欧阳签收');
    expect(await read(id)).toMatchObject({ service: { recipient: '欧阳签收' }, recipientRecord: { contentHash: expect.stringMatching(/^sha-256:/), erased: null } });
    const text = await dumpOf(hub.database);
    expect(text).toContain(id);
    expect(toldIn(text, ['欧阳签收'])).toEqual([]);
    expect(await read(await taken(null))).toMatchObject({ service: { recipient: null }, recipientRecord: null });
    const confirmed = await issued(await fedBack(hub), 'SELLER');
    confirm(confirmed, 'merchant-1');
    await served(confirmed);
    expect(await read(confirmed)).toMatchObject({ service: { method: 'ELECTRONIC', recipient: (await noticeOf(confirmed)).addresseeName }, recipientRecord: null });
  });

  it('is erased on request: the key goes, how it was served stays, and no copy opens', async () => {
    const id = await taken('慕容签收');
    const before = await noticeOf(id);
    const erased = await done('eraseNoticeRecipient', { noticeId: id, reason: '本人书面要求' }, fields);
    expect(erased).toMatchObject({ service: { method: 'DIRECT', recipient: null, evidence: [{ hash: slip.hash }] }, recipientRecord: { keptUntil: null, contentHash: expect.stringMatching(/^sha-256:/), erased: { userId: 'regulator-province.1' }, erasureReason: '本人书面要求' } });
    expect(await recipientKeepingOf(hub.environment).open(hub.database, [sealedIn(before)])).toEqual([undefined]);
    expect(await dumpOf(hub.database)).not.toContain(before.sealedRecipient);
    expect(await refusalOf('eraseNoticeRecipient', { noticeId: id, reason: 'r' })).toMatchObject({ code: 'NOTHING_CHANGED', field: 'noticeId' });
  });

  it('goes by itself five years after service', async () => {
    const id = await taken('东方签收');
    const { recipientRecord } = (await read(id)) as { recipientRecord: { keptUntil: string } };
    const until = new Date(recipientRecord.keptUntil);
    const days = (until.getTime() - Date.now()) / 86_400_000;
    expect([days > 1825, days <= 1826]).toEqual([true, true]);
    const sweep = (at: Date) => inUnitOfWork(hub.database, { owner: 'regulator', at, actor: null, causedBy: [] }, (unit) => expireRecipients(unit, recipientKeepingOf(hub.environment)));
    await sweep(new Date(until.getTime() - 1));
    expect(await read(id)).toMatchObject({ service: { recipient: '东方签收' } });
    await sweep(until);
    expect(await read(id)).toMatchObject({ service: { recipient: null }, recipientRecord: { erased: { userId: 'service:regulator' }, erasureReason: null } });
    expect(await noticeOf(id)).toMatchObject({ sealedRecipient: null });
  });

  it('that a version before kept in the clear is encrypted before anybody is served, and what a process of it writes while this one runs', async () => {
    const [one, other] = [await taken('上官签收'), await taken('公孙签收')];
    const asBefore = async (id: string, recipient: string) => {
      const { service } = await noticeOf(id);
      await hub.database.resultNotice.update({ where: { id }, data: { service: { ...(service as object), recipient }, recipientId: null, sealedRecipient: null } });
    };
    const told = async () => toldIn(await dumpOf(hub.database), ['上官签收', '公孙签收']);
    const confirmed = await issued(await fedBack(hub), 'SELLER');
    confirm(confirmed, 'merchant-1');
    await served(confirmed);
    await asBefore(one, '上官签收');
    expect(await told()).toEqual(['上官签收']);
    await regulatorService.prepare?.(hub.database, hub.environment);
    expect(await told()).toEqual([]);
    expect(await read(one)).toMatchObject({ service: { recipient: '上官签收' }, recipientRecord: { erased: null } });
    // Where the addressee confirmed it, it names the addressee, and no person.
    expect((await noticeOf(confirmed)).service).toMatchObject({ recipient: (await noticeOf(confirmed)).addresseeName });
    await hub.restart({ PERSONAL_SWEEP_SECONDS: '0.1' });
    await asBefore(other, '公孙签收');
    expect(await eventually(told, (words) => words.length === 0)).toEqual([]);
    await hub.restart();
    expect(await read(other)).toMatchObject({ service: { recipient: '公孙签收' } });
  });

  it('that a version before kept in the clear is found by an index, however many notices there are', async () => {
    const { statements } = await recordStatements(() => inUnitOfWork(hub.database, { owner: 'regulator', at: new Date(), actor: null, causedBy: [] }, (unit) => sealRecipientsOfBefore(unit, recipientKeepingOf(hub.environment))));
    expect(await planAmongMany(hub.database, 'result_notice', ['number'], statements.find(({ sql }) => sql.includes('FROM result_notice')))).toContain('result_notice_of_before_idx');
  });
});
