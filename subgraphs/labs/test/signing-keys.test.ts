import { eventually } from '@hub/kernel/testing/eventually.js';
import { inUnitOfWork } from '@hub/kernel/unit-of-work/unit-of-work.js';
import { compactVerify, createLocalJWKSet } from 'jose';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportKey } from '../src/domain/report-key.js';
import { issueKey as issueKeyItself } from '../src/repository/issue-key.js';
import { lockKeysOf } from '../src/repository/lock-keys-of.js';
import { builtInSigner } from '../src/signing/built-in-signer.js';
import { labsUnderTest, signatory, technician, valueOf, type LabsUnderTest } from './labs-under-test.js';

let hub: LabsUnderTest;
beforeAll(async () => {
  hub = await labsUnderTest();
});
afterAll(() => hub.close());

const issueKey = (lab: string, more: object = {}, user: 1 | 2 | 3 = 3) => hub.act(signatory(lab, user), 'issueSigningKey', more);
const revoke = (lab: string, keyId: unknown, more: object = {}) => hub.act(signatory(lab), 'revokeSigningKey', { keyId, reason: 'COMPROMISED', ...more });
const signed = async (lab: string) => (await hub.issued(lab, await hub.acceptedCommission(lab)))['signingKey'] as { id: string; state: string };
const waiting = () => hub.database.$queryRaw<object[]>`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
async function published(kid: unknown): Promise<ReportKey | undefined> {
  const { body } = await request(new URL('/.well-known/report-keys.json', hub.url));
  return ((await body.json()) as { keys: ReportKey[] }).keys.find((key) => key.kid === kid);
}

describe('the signing keys of a lab (签名密钥, 3.3)', () => {
  it('are made when a signatory first signs, and are in force from then on', async () => {
    const first = await signed('lab-1');
    expect(await signed('lab-1')).toEqual({ id: first.id, state: 'IN_FORCE' });
    expect(await published(first.id)).toMatchObject({ lab: 'lab-1', state: 'IN_FORCE', issuedAt: expect.stringMatching(/Z$/) });
    const read = (headers: Record<string, string>) => request(new URL('/.well-known/report-keys.json', hub.url), { headers });
    const known = await read({});
    const again = await read({ 'if-none-match': String(known.headers['etag']) });
    expect([known.headers['cache-control'], again.statusCode, await again.body.text()]).toEqual(['public, max-age=60', 304, '']);
  });

  it('are rotated: the new one signs at once, signatures by the old one count for the overlap, and nothing is kept of it', async () => {
    const before = await signed('lab-1');
    const key = valueOf(await issueKey('lab-1', { overlap: 'P2D' }));
    expect(key).toMatchObject({ state: 'IN_FORCE', signatory: 'lab-1.3', lab: { id: 'lab-1' }, signsUntil: null, supersededBy: null });
    expect(JSON.parse(String(key['publicJwk']))).toMatchObject({ kty: 'EC', kid: key.id });
    const old = await hub.database.signingKey.findUniqueOrThrow({ where: { id: before.id } });
    expect(old).toMatchObject({ state: 'ROTATED', replacedById: key.id, privateJwe: null });
    expect(Number(old.signsUntil) - Date.parse(String(key['issuedAt']))).toBe(2 * 86_400_000);
    expect(await published(before.id)).toMatchObject({ state: 'ROTATED', signsUntil: old.signsUntil?.toISOString() });
    expect(await signed('lab-1')).toEqual({ id: key.id, state: 'IN_FORCE' });
  });

  it('are rotated while a report is being issued: the new one signs it, and nothing was revoked', async () => {
    await signed('lab-1');
    const reportId = await hub.reviewed('lab-1', await hub.acceptedCommission('lab-1'));
    const circumstances = { owner: 'labs', at: new Date(), actor: null, causedBy: [] };
    const { issuing, key } = await inUnitOfWork(hub.database, circumstances, async (unit) => {
      const key = await issueKeyItself(unit, builtInSigner(hub.environment.maskKey), { labId: 'lab-1', userId: 'lab-1.3' }, 86_400_000, 'issueSigningKey');
      const issuing = hub.act(signatory('lab-1'), 'issueInspectionReport', { reportId });
      await eventually(waiting, (found) => found.length > 0);
      return { issuing: [issuing], key };
    });
    expect(valueOf(await issuing[0]!)).toMatchObject({ state: 'ISSUED', signingKey: { id: key.id, state: 'IN_FORCE' } });
  });

  it('give way once to one of another signer, where two reports are issued at once after the signer was changed', async () => {
    const before = await signed('lab-1');
    await hub.database.signingKey.update({ where: { id: before.id }, data: { signer: 'the signer before' } });
    const commission = await hub.acceptedCommission('lab-1', { samples: 2 });
    const reports = [await hub.reviewed('lab-1', commission, {}, 0), await hub.reviewed('lab-1', commission, {}, 1)];
    const issuing = await hub.database.$transaction(async (tx) => {
      await lockKeysOf(tx, { labId: 'lab-1', userId: 'lab-1.3' });
      const issuing = reports.map((reportId) => hub.act(signatory('lab-1'), 'issueInspectionReport', { reportId }));
      await eventually(waiting, (found) => found.length === 2);
      return { issuing };
    });
    const keys = (await Promise.all(issuing.issuing)).map((answer) => (valueOf(answer)['signingKey'] as { id: string }).id);
    expect(new Set(keys).size).toBe(1);
    expect(await hub.database.signingKey.findUniqueOrThrow({ where: { id: before.id } })).toMatchObject({ state: 'ROTATED', replacedById: keys[0] });
  });

  it('sign nothing before they were issued, also where the act that signs had begun by then', async () => {
    const { id } = await signed('lab-1');
    const issuedAt = new Date(Date.now() + 60_000);
    await hub.database.signingKey.update({ where: { id }, data: { issuedAt } });
    const report = await hub.issued('lab-1', await hub.acceptedCommission('lab-1'));
    expect(Date.parse(String(report['issuedAt']))).toBe(issuedAt.getTime());
    const { payload } = await compactVerify(String(report['signature']), createLocalJWKSet({ keys: [(await published(id))!] }));
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({ issuedAt: issuedAt.toISOString() });
    expect(await hub.told('InspectionReportIssued', report.id)).toMatchObject([{ payloads: { 'monitoring-center': { issuedAt: issuedAt.toISOString() } } }]);
    await hub.database.signingKey.update({ where: { id }, data: { issuedAt: new Date() } });
  });

  it('are issued one after the other where many ask at once: one is in force', async () => {
    const all = await Promise.all([1, 2, 3, 4].map(() => issueKey('lab-2')));
    expect(new Set(all.map((answer) => valueOf(answer).id)).size).toBe(4);
    expect(await hub.database.signingKey.count({ where: { holder: 'lab-2', userId: 'lab-2.3', state: 'IN_FORCE' } })).toBe(1);
  });

  it.each(['a week', 'P91D', 'P0D', ''])('are not rotated with an overlap of %j', async (overlap) => {
    expect((await issueKey('lab-1', { overlap })).outcomes[0]?.refusal).toMatchObject({ code: 'VALUE_INVALID', field: 'overlap', message: expect.stringContaining('P7D') });
  });

  it('are revoked with reason and time, for good, and the centre is told; nothing is signed until a new one is issued', async () => {
    const { id } = await signed('lab-1');
    const revoked = valueOf(await revoke('lab-1', id));
    expect(revoked).toMatchObject({ id, state: 'REVOKED', revocationReason: 'COMPROMISED' });
    const row = await hub.database.signingKey.findUniqueOrThrow({ where: { id } });
    expect(row.privateJwe).toBeNull();
    expect(await hub.told('SigningKeyRevoked', id)).toEqual([
      { receivers: ['exchange', 'monitoring-center'], payloads: { exchange: null, 'monitoring-center': { keyId: id, labId: 'lab-1', revokedAt: row.revokedAt?.toISOString(), reason: 'COMPROMISED' } } },
    ]);
    expect(await published(id)).toMatchObject({ state: 'REVOKED', revokedAt: row.revokedAt?.toISOString(), revocationReason: 'COMPROMISED' });
    expect((await revoke('lab-1', id)).outcomes[0]?.refusal).toMatchObject({ code: 'STATE_NOT_POSSIBLE', state: 'REVOKED' });

    const reportId = await hub.reviewed('lab-1', await hub.acceptedCommission('lab-1'));
    const issue = () => hub.act(signatory('lab-1'), 'issueInspectionReport', { reportId });
    expect((await issue()).outcomes[0]?.refusal).toMatchObject({ code: 'SIGNING_KEY_REVOKED', field: 'reportId', message: expect.stringContaining('issueSigningKey') });
    expect(await hub.database.inspectionReport.findUniqueOrThrow({ where: { id: reportId } })).toMatchObject({ state: 'REVIEWED', signature: null, signingKeyId: null });
    const fresh = valueOf(await issueKey('lab-1'));
    expect(valueOf(await issue())['signingKey']).toEqual({ id: fresh.id, state: 'IN_FORCE' });
  });

  it('are revoked by any signatory of the lab and nobody else: another lab finds none', async () => {
    const { id } = await signed('lab-2');
    expect((await revoke('lab-1', id)).outcomes[0]?.refusal?.code).toBe('NOT_FOUND');
    for (const asker of [technician('lab-2'), 'center', 'regulator-province', 'platform-1']) {
      for (const [act, item] of [['revokeSigningKey', { keyId: id, reason: 'LOST' }], ['issueSigningKey', {}]] as const) {
        expect((await hub.act(asker, act, item)).errors).toMatchObject([{ extensions: { code: 'ACT_NOT_PERMITTED' } }]);
      }
    }
    expect((await hub.act(signatory('lab-2', 1), 'revokeSigningKey', { keyId: id, reason: 'SIGNATORY_LEFT' })).outcomes[0]?.value).toMatchObject({ state: 'REVOKED' });
  });

  it('are listed to their lab, to centres and regulators, without the signatory to others', async () => {
    const list = async (asker: string) => (await hub.ask<{ signingKeys: { nodes: { lab: { id: string }; signatory: string | null }[] } | null }>(asker, '{ signingKeys(first: 100) { nodes { lab { id } signatory } } }')).data.signingKeys?.nodes;
    const labs = async (asker: string) => [...new Set((await list(asker))?.map(({ lab }) => lab.id))].sort();
    expect([await labs('lab-1'), await labs('lab-2'), await labs('center'), await labs('regulator-county')]).toEqual([['lab-1'], ['lab-2'], ['lab-1', 'lab-2'], ['lab-1', 'lab-2']]);
    expect([await list('platform-1'), await list('merchant-1')]).toEqual([undefined, undefined]);
    expect((await list('center'))?.every(({ signatory: shown }) => shown === null)).toBe(true);
  });
});
