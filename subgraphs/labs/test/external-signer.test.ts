import { createHash } from 'node:crypto';
import { request } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ReportKey } from '../src/domain/report-key.js';
import { readEnvironment } from '../src/environment.js';
import { verifyReport } from '../src/signing/verify-report.js';
import { labsUnderTest, signatory, valueOf, type LabsUnderTest } from './labs-under-test.js';
import { playedSigner, type PlayedSigner, type SignerManner } from './played-signer.js';

let signer: PlayedSigner;
let hub: LabsUnderTest;
beforeAll(async () => {
  signer = await playedSigner();
  hub = await labsUnderTest({ REPORT_SIGNER_URL: signer.url, REPORT_SIGNER_TOKEN: signer.token, REPORT_SIGNER_TIMEOUT_SECONDS: '0.5' });
});
afterAll(async () => {
  await hub.close();
  await signer.close();
});
beforeEach(() => signer.behave('well'));

const issue = (reportId: string) => hub.act(signatory('lab-1'), 'issueInspectionReport', { reportId });
const reviewed = async () => hub.reviewed('lab-1', await hub.acceptedCommission('lab-1'));
async function keys(): Promise<{ keys: ReportKey[] }> {
  return (await (await request(new URL('/.well-known/report-keys.json', hub.url))).body.json()) as { keys: ReportKey[] };
}

describe('a report is signed by a service outside the hub, which has the keys (3.3)', () => {
  it('by a key that it makes, and verifies as any other; the hub keeps nothing but the public half', async () => {
    const { signature } = valueOf(await issue(await reviewed())) as unknown as { signature: string };
    expect(await verifyReport(signature, await keys())).toMatchObject({ genuine: true, content: { lab: 'lab-1' } });
    const [row] = await hub.database.signingKey.findMany();
    expect(row).toMatchObject({ signer: 'external', privateJwe: null, state: 'IN_FORCE' });
    const signingInput = signature.split('.').slice(0, 2).join('.');
    expect(signer.asked).toEqual([
      { what: '/hub/keys', body: { lab: 'lab-1', signatory: 'lab-1.3' } },
      { what: '/hub/signatures', body: { key: row?.id, algorithm: 'ES256', signingInput, digest: { algorithm: 'sha256', value: createHash('sha256').update(signingInput).digest('base64url') } } },
    ]);
  });

  it('by a new key once the signatory has issued itself one', async () => {
    const key = valueOf(await hub.act(signatory('lab-1'), 'issueSigningKey', {}));
    expect(valueOf(await issue(await reviewed()))['signingKey']).toEqual({ id: key.id, state: 'IN_FORCE' });
  });

  it.each<[SignerManner, string]>([
    ['silent', 'SIGNER_UNAVAILABLE'],
    ['failing', 'SIGNER_UNAVAILABLE'],
    ['refusing', 'SIGNER_REFUSED'],
    ['no JSON', 'SIGNER_REFUSED'],
    ['wrong signature', 'SIGNATURE_WRONG'],
    ['another key', 'SIGNATURE_WRONG'],
  ])('where it is %s the report is refused with %s, nothing half-signed stays, and the same item goes through later', async (manner, code) => {
    const reportId = await reviewed();
    const item = { reportId, idempotencyKey: `${manner}-${reportId}` };
    signer.behave(manner);
    const { outcomes } = await hub.act(signatory('lab-1'), 'issueInspectionReport', item);
    expect(outcomes[0]?.refusal).toMatchObject({ code });
    expect(await hub.database.inspectionReport.findUniqueOrThrow({ where: { id: reportId } })).toMatchObject({ state: 'REVIEWED', signature: null, signingKeyId: null, issuedAt: null, approvedBy: null });
    expect(await hub.told('InspectionReportIssued', reportId)).toEqual([]);
    signer.behave('well');
    expect(valueOf(await hub.act(signatory('lab-1'), 'issueInspectionReport', item))).toMatchObject({ state: 'ISSUED' });
  });

  it.each<[SignerManner, string]>([
    ['silent', 'SIGNER_UNAVAILABLE'],
    ['weak key', 'SIGNER_REFUSED'],
    ['known key', 'SIGNER_REFUSED'],
    ['certificate of another', 'SIGNER_REFUSED'],
  ])('and where it is %s no key is issued (%s), and the one in force stays', async (manner, code) => {
    const before = await keys();
    signer.behave(manner);
    expect((await hub.act(signatory('lab-1'), 'issueSigningKey', {})).outcomes[0]?.refusal).toMatchObject({ code });
    expect(await keys()).toEqual(before);
  });

  it('and never keeps or shows a private half, even where it is told one', async () => {
    signer.behave('private key');
    const { id } = valueOf(await hub.act(signatory('lab-1'), 'issueSigningKey', {}));
    const row = await hub.database.signingKey.findUniqueOrThrow({ where: { id } });
    expect([Object.keys(row.publicJwk as object).sort(), row.privateJwe]).toEqual([['crv', 'kty', 'x', 'y'], null]);
    expect((await keys()).keys.some((key) => 'd' in key)).toBe(false);
  });

  it('by SM2 (GB/T 32918) where its key is of that kind: the hub names the algorithm, and takes no signature that does not verify', async () => {
    signer.behave('SM2');
    const { id } = valueOf(await hub.act(signatory('lab-1'), 'issueSigningKey', {}));
    const reportId = await reviewed();
    const item = { reportId, idempotencyKey: `sm2-${reportId}` };
    signer.behave('wrong signature');
    expect((await hub.act(signatory('lab-1'), 'issueInspectionReport', item)).outcomes[0]?.refusal).toMatchObject({ code: 'SIGNATURE_WRONG' });
    signer.behave('SM2');
    const { signature } = valueOf(await hub.act(signatory('lab-1'), 'issueInspectionReport', item)) as unknown as { signature: string };
    const signingInput = signature.split('.').slice(0, 2).join('.');
    expect(signer.asked.at(-1)).toEqual({ what: '/hub/signatures', body: { key: id, algorithm: 'urn:oid:1.2.156.10197.1.501', signingInput } });
    expect((await keys()).keys.find(({ kid }) => kid === id)).toMatchObject({ alg: 'urn:oid:1.2.156.10197.1.501', crv: 'urn:oid:1.2.156.10197.1.301' });
    expect(await verifyReport(signature, await keys())).toMatchObject({ genuine: true, content: { lab: 'lab-1' }, key: { kid: id } });
  });

  it('and a wrong setting stops the start with its name and a right example', () => {
    const base = { PORT_LABS: '0', DATABASE_URL_LABS: hub.environment.databaseUrl, HUB_DATA_DIR: '/tmp', MASK_KEY: 'a mask key for tests only' };
    const read = (more: Record<string, string>) => () => readEnvironment({ ...base, ...more });
    expect(read({ REPORT_SIGNER_URL: 'signer' })).toThrow(/REPORT_SIGNER_URL .*https:\/\/signer/);
    expect(read({ REPORT_SIGNER_URL: signer.url, REPORT_SIGNER_TIMEOUT_SECONDS: '13' })).toThrow(/REPORT_SIGNER_TIMEOUT_SECONDS .*for example, 5/);
    // Two questions within the 30 seconds of an act.
    expect(read({ REPORT_SIGNER_URL: signer.url, REPORT_SIGNER_TIMEOUT_SECONDS: '12' })).not.toThrow();
    expect(read({ REPORT_SIGNER_URL: signer.url, OIDC_ISSUER: 'https://login.example.gov.cn/realms/hub' })).toThrow(/REPORT_SIGNER_URL is not https/);
    expect(read({ REPORT_SIGNER_URL: signer.url })).not.toThrow();
  });
});
