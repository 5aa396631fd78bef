import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { verifyDetached } from '@hub/kernel/identity/detached-signature.js';
import type { Json } from '@hub/kernel/log/event.js';
import { sm2KeyPair } from '@hub/kernel/testing/sm2-key-pair.js';
import { subgraphUnderTest } from '@hub/kernel/testing/subgraph-under-test.js';
import { calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiptKey } from '../src/repository/receipt-keys.js';
import { monitoringCenterService } from '../src/service.js';
import { act, analyst, type Hub } from './acts.js';
import { warehoused } from './sample-steps.js';
import { commissioned, issuedPlan, leak, mark, recordedScope, reported, tell, toldReport } from './thread.js';

let hub: Hub;
beforeAll(async () => {
  hub = await subgraphUnderTest(monitoringCenterService);
  await recordedScope(hub, 'lab-1', [leak, mark]);
});
afterAll(() => hub.close());

interface LabKey {
  readonly id: string;
  readonly publicJwk: { readonly [part: string]: Json };
  readonly privateKey: CryptoKey;
}
async function labKey(): Promise<LabKey> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const { kty = '', crv = '', x = '', y = '' } = await exportJWK(publicKey);
  const publicJwk = { kty, crv, x, y };
  return { id: await calculateJwkThumbprint(publicJwk), publicJwk, privateKey };
}
type Told = ReturnType<typeof toldReport>;
/** What a lab signs of a report that it tells so: one specimen for each result. */
const contentOf = ({ reportId: id, labId: lab, commissionId: commission, sampleId: sample, document, version, number, conclusion, results, issuedAt }: Told) => ({
  ...{ id, document, version, number, lab, commission, sample, conclusion, issuedAt },
  results: results.map(({ limit, limitKind, unit, measured, ...item }) => ({
    ...item,
    failure: null,
    subItems: [{ name: null, limit, limitKind, unit, verdict: item.verdict, specimens: [{ specimen: null, measured, verdict: item.verdict }] }],
  })),
});
const jwsBy = ({ id, privateKey }: LabKey, told: Told, typ = 'inspection-report+jws') =>
  new CompactSign(new TextEncoder().encode(canonicalJson(contentOf(told)))).setProtectedHeader({ alg: 'ES256', kid: id, typ }).sign(privateKey);

/** A sample at the lab, and its commission. */
async function commissionedSample() {
  const [{ sampleId } = { sampleId: '' }] = await warehoused(hub, await issuedPlan(hub));
  return { sampleId, commissionId: (await commissioned(hub, 'lab-1', [sampleId])).id };
}
/** The lab issues a report on a sample of its own, signed; what it tells may be changed after it was signed. */
async function signedReport(key: LabKey, changes: object = {}, at?: Awaited<ReturnType<typeof commissionedSample>>, altered: (told: Told) => object | Promise<object> = () => ({})) {
  const { sampleId, commissionId } = at ?? (await commissionedSample());
  const told = toldReport('lab-1', commissionId, sampleId, changes);
  const { reportId } = told;
  const signature = await jwsBy(key, told);
  await tell(hub, 'labs', 'InspectionReportIssued', reportId, { ...told, signature, key: { id: key.id, publicJwk: key.publicJwk }, ...(await altered(told)) });
  return { reportId, sampleId, commissionId, signature };
}
const revoke = (key: LabKey, revokedAt = new Date(), labId = 'lab-1') =>
  tell(hub, 'labs', 'SigningKeyRevoked', key.id, { keyId: key.id, labId, revokedAt: revokedAt.toISOString(), reason: 'COMPROMISED' });

interface Receipt {
  readonly state: string;
  readonly receivedAt: string;
  readonly statement: string;
  readonly signature: string;
  readonly publicJwk: string;
  readonly refusal: { code: string; message: string } | null;
  readonly center: { id: string };
}
async function receiptOf(reportId: string, asker = analyst): Promise<Receipt | null> {
  const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on InspectionReport {
    centerReceipt { state receivedAt statement signature publicJwk center { id } refusal { code message } } } } }`;
  const { data } = await hub.ask<{ _entities: { centerReceipt: Receipt | null }[] }>(asker, query, { r: [{ __typename: 'InspectionReport', id: reportId }] });
  return data._entities[0]?.centerReceipt ?? null;
}
const stateOf = async (sampleId: string) => (await hub.database.sample.findUniqueOrThrow({ where: { id: sampleId } })).state;

describe('the centre signs what it received and when (报告回执, 3.3)', () => {
  it('with a key of its own, which is published: report, lab, key, hash of the signature, time', async () => {
    const key = await labKey();
    const { reportId, sampleId, signature } = await signedReport(key);
    const receipt = await receiptOf(reportId);
    expect(receipt).toMatchObject({ state: 'RECEIVED', refusal: null, center: { id: 'center' } });
    const statement = JSON.parse(receipt?.statement ?? '') as Record<string, unknown>;
    expect(statement).toEqual({
      ...{ type: 'inspection-report-receipt', report: reportId, number: expect.any(String), lab: 'lab-1', center: 'center', key: key.id },
      ...{ signatureHash: sha256(signature), receivedAt: new Date(receipt?.receivedAt ?? '').toISOString(), refused: null },
    });
    const { keys } = (await (await request(new URL('/.well-known/receipt-keys.json', hub.url))).body.json()) as { keys: JWK[] };
    expect(keys).toEqual([expect.objectContaining({ kty: 'EC', kid: expect.any(String) })]);
    expect(keys[0]).not.toHaveProperty('d');
    expect(JSON.parse(receipt?.publicJwk ?? '')).toEqual(keys[0]);
    expect(await verifyDetached({ keys }, receipt?.statement ?? '', receipt?.signature ?? '')).toBe(true);
    expect(await stateOf(sampleId)).toBe('REPORTED');
  });

  it('with the key that lies there then: one that is exchanged while the service runs is published with its first receipt, and the old receipts stay verifiable', async () => {
    const before = await signedReport(await labKey());
    const { dataDir } = hub.environment;
    await rm(join(dataDir, 'receipt-key.json'));
    await receiptKey(dataDir).create();
    const after = await signedReport(await labKey());
    const { keys } = (await (await request(new URL('/.well-known/receipt-keys.json', hub.url))).body.json()) as { keys: JWK[] };
    expect(keys).toHaveLength(2);
    for (const { reportId } of [before, after]) {
      const receipt = await receiptOf(reportId);
      expect(JSON.parse(receipt?.publicJwk ?? '')).toEqual(keys[reportId === before.reportId ? 0 : 1]);
      expect(await verifyDetached({ keys }, receipt?.statement ?? '', receipt?.signature ?? '')).toBe(true);
    }
  });

  it('of a report signed by SM2 (GB/T 32918) too, and refuses one that another key of SM2 has signed', async () => {
    const key = await sm2KeyPair();
    const signatureBy = (signatory: typeof key) => (told: Told) => {
      const header = { alg: 'urn:oid:1.2.156.10197.1.501', kid: key.id, typ: 'inspection-report+jws' };
      const signingInput = [JSON.stringify(header), canonicalJson(contentOf(told))].map((text) => Buffer.from(text).toString('base64url')).join('.');
      return { signature: `${signingInput}.${signatory.sign(signingInput)}`, key: { id: key.id, publicJwk: key.publicJwk } };
    };
    const { reportId } = await signedReport(await labKey(), {}, undefined, signatureBy(key));
    expect(await receiptOf(reportId)).toMatchObject({ state: 'RECEIVED', refusal: null });
    const forged = await signedReport(await labKey(), {}, undefined, signatureBy(await sm2KeyPair()));
    expect(await receiptOf(forged.reportId)).toMatchObject({ state: 'REFUSED', refusal: { code: 'REPORT_SIGNATURE_WRONG' } });
  });

  it('for the centre, its regulator and the lab; another lab, platforms and merchants find none', async () => {
    const { reportId } = await signedReport(await labKey());
    for (const asker of [analyst, 'regulator-province', 'lab-1']) expect(await receiptOf(reportId, asker), asker).not.toBeNull();
    for (const asker of ['lab-2', 'regulator-county', 'platform-1', 'merchant-1']) expect(await receiptOf(reportId, asker), asker).toBeNull();
  });

  it('a report from before there were receipts counts and has none', async () => {
    const { sampleId, commissionId } = await commissionedSample();
    const reportId = await reported(hub, 'lab-1', commissionId, sampleId);
    expect([await receiptOf(reportId), await stateOf(sampleId)]).toEqual([null, 'REPORTED']);
  });
});

describe('a report that is not signed as it should be is refused when it arrives, and moves nothing (3.3)', () => {
  /** What labs are told of refusals of a report. */
  const toldOf = async (reportId: string) =>
    (await hub.database.$queryRaw<{ payloads: { labs?: object } }[]>`SELECT payloads FROM kernel.event WHERE kind = 'ReportRefused' AND subject_id = ${reportId}`).map(({ payloads: { labs } }) => ({ labs }));
  const refused = async (reportId: string, sampleId: string, code: string) => {
    expect(await receiptOf(reportId)).toMatchObject({ state: 'REFUSED', refusal: { code, message: expect.stringMatching(/new version/) } });
    expect(JSON.parse((await receiptOf(reportId))?.statement ?? '')).toMatchObject({ refused: code });
    expect(['COMMISSIONED', 'DISPATCHED', 'AT_LAB']).toContain(await stateOf(sampleId));
    expect(await hub.database.receivedInspectionReport.count({ where: { id: reportId } })).toBe(0);
    expect(await toldOf(reportId)).toEqual([{ labs: { reportId, labId: 'lab-1', code } }]);
  };

  it('by a key that was revoked before; the new version under another key counts', async () => {
    const key = await labKey();
    await revoke(key);
    const at = await commissionedSample();
    const { reportId } = await signedReport(key, {}, at);
    await refused(reportId, at.sampleId, 'REPORT_KEY_REVOKED');
    const second = await signedReport(await labKey(), { document: reportId, version: 2 }, at);
    expect(await receiptOf(second.reportId)).toMatchObject({ state: 'RECEIVED' });
    expect(await stateOf(at.sampleId)).toBe('REPORTED');
  });

  it('by a key that was revoked after another report had come that it signed, which stays', async () => {
    const key = await labKey();
    const before = await signedReport(key);
    await revoke(key);
    const after = await signedReport(key);
    expect(await receiptOf(before.reportId)).toMatchObject({ state: 'RECEIVED', refusal: null });
    await refused(after.reportId, after.sampleId, 'REPORT_KEY_REVOKED');
  });

  it('with a signature that is another’s, of another type, or by a key of another lab', async () => {
    const [key, other] = [await labKey(), await labKey()];
    const wrong: ((told: Told) => Promise<object> | object)[] = [
      async (told) => ({ signature: await jwsBy(other, told) }),
      async (told) => ({ signature: await jwsBy(key, told, 'another+jws') }),
      () => ({ signature: 'no signature' }),
      () => ({ key: { id: other.id, publicJwk: key.publicJwk } }),
    ];
    for (const altered of wrong) {
      const { reportId, sampleId } = await signedReport(key, {}, undefined, altered);
      await refused(reportId, sampleId, 'REPORT_SIGNATURE_WRONG');
    }
    const ofLab2 = await labKey();
    await hub.database.labSigningKey.create({ data: { id: ofLab2.id, labId: 'lab-2', publicJwk: ofLab2.publicJwk } });
    const { reportId, sampleId } = await signedReport(ofLab2);
    await refused(reportId, sampleId, 'REPORT_SIGNATURE_WRONG');
  });

  it('over something else than what the event says: another report, conclusion, result, version, number or time, or no report at all', async () => {
    const key = await labKey();
    const better = ({ results: [leaks, ...rest] }: Told) => ({ results: [{ ...leaks, measured: '0.10' }, ...rest] });
    const doneBy = (labId: string) => ({ results: [leaks, ...rest] }: Told) => ({ results: [{ ...leaks, subcontractor: { labId, name: '另一机构', cmaCertificateNumber: null, reportNumber: null } }, ...rest] });
    const differing: ((told: Told) => Promise<object> | object)[] = [
      async ({ labId, commissionId, sampleId }) => ({ signature: await jwsBy(key, toldReport(labId, commissionId, sampleId)) }),
      () => ({ conclusion: 'CONFORMING' }),
      better,
      doneBy('lab-2'),
      ({ results }) => ({ results: results.slice(0, 1) }),
      ({ results }) => ({ results: results.map((result) => ({ ...result, verdict: 'CONFORMING' })) }),
      () => ({ version: 2 }),
      () => ({ document: randomUUID() }),
      () => ({ number: 'BG-0' }),
      () => ({ issuedAt: '2026-02-19T02:00:00.000Z' }),
      async () => ({ signature: await new CompactSign(Buffer.from('null')).setProtectedHeader({ alg: 'ES256', kid: key.id, typ: 'inspection-report+jws' }).sign(key.privateKey) }),
    ];
    for (const altered of differing) {
      const { reportId, sampleId } = await signedReport(key, {}, undefined, altered);
      await refused(reportId, sampleId, 'REPORT_SIGNATURE_WRONG');
    }
    const subcontracted = await commissionedSample();
    const named = doneBy('lab-2')(toldReport('lab-1', subcontracted.commissionId, subcontracted.sampleId));
    await signedReport(key, named, subcontracted, doneBy('lab-3')).then(({ reportId }) => refused(reportId, subcontracted.sampleId, 'REPORT_SIGNATURE_WRONG'));
    const { reportId: asSigned } = await signedReport(key, named, subcontracted);
    expect(await hub.database.receivedInspectionReport.findUniqueOrThrow({ where: { id: asSigned } })).toMatchObject({ results: [{ subcontractor: { labId: 'lab-2' } }, {}] });
    const received = await signedReport(key);
    // Told again, as after a restore of the labs, it changes nothing that was signed.
    await signedReport(key, {}, received, (told) => ({ ...better(told), reportId: received.reportId, signature: received.signature }));
    const { results } = await hub.database.receivedInspectionReport.findUniqueOrThrow({ where: { id: received.reportId } });
    expect(results).toMatchObject([{ itemCode: 'LEAK', measured: '1.20' }, { itemCode: 'MARK' }]);
  }, 60_000);

  it('by a key under a name that is not its thumbprint, which is not remembered: the key of that name counts when it comes', async () => {
    const [key, victim] = [await labKey(), await labKey()];
    const named = { ...key, id: victim.id };
    const { reportId, sampleId } = await signedReport(named);
    await refused(reportId, sampleId, 'REPORT_SIGNATURE_WRONG');
    expect(await receiptOf((await signedReport(victim)).reportId)).toMatchObject({ state: 'RECEIVED' });
  });

  it('and one that came after the revocation, before the centre heard of it, is refused then; nothing is formed from it', async () => {
    const key = await labKey();
    const revokedAt = new Date();
    const { reportId, sampleId } = await signedReport(key);
    expect(await receiptOf(reportId)).toMatchObject({ state: 'RECEIVED' });
    await revoke(key, revokedAt);
    expect(await receiptOf(reportId)).toMatchObject({ state: 'REFUSED', refusal: { code: 'REPORT_KEY_REVOKED' } });
    expect(await toldOf(reportId)).toEqual([{ labs: { reportId, labId: 'lab-1', code: 'REPORT_KEY_REVOKED' } }]);
    const [outcome] = await act(hub, analyst, 'compileMonitoringData', [{ idempotencyKey: randomUUID(), sampleId }]);
    expect(outcome?.refusal).toMatchObject({ code: 'REPORT_KEY_REVOKED', field: 'sampleId' });
  });

  it('and what had been formed from it by then is not fed back', async () => {
    const key = await labKey();
    const revokedAt = new Date();
    const { sampleId } = await signedReport(key);
    const [compiled] = await act(hub, analyst, 'compileMonitoringData', [{ idempotencyKey: randomUUID(), sampleId }]);
    expect(compiled?.refusal).toBeNull();
    await revoke(key, revokedAt);
    const [outcome] = await act(hub, analyst, 'feedBackMonitoringData', [{ idempotencyKey: randomUUID(), monitoringDataId: compiled?.value?.id }]);
    expect(outcome?.refusal).toMatchObject({ code: 'REPORT_KEY_REVOKED', field: 'monitoringDataId' });
  });

  it('while the revocation that another lab tells of a key changes nothing of it', async () => {
    const key = await labKey();
    const { reportId } = await signedReport(key);
    await revoke(key, new Date(0), 'lab-2');
    expect(await receiptOf(reportId)).toMatchObject({ state: 'RECEIVED' });
    expect(await receiptOf((await signedReport(key)).reportId)).toMatchObject({ state: 'RECEIVED' });
  });
});
