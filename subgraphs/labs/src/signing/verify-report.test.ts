import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ReportKey } from '../domain/report-key.js';
import { verifyReport } from './verify-report.js';

const content = { id: 'report', document: 'report', version: 1, number: 'BG-1', lab: 'lab-1', issuedAt: '2026-02-20T02:00:00.000Z', conclusion: 'CONFORMING' };
const encoded = (text: string) => Buffer.from(text).toString('base64url');

let key: ReportKey;
let sign: (payload: string, header?: object) => Promise<string>;
beforeAll(async () => {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  key = { ...jwk, kid: await calculateJwkThumbprint(jwk), lab: 'lab-1', state: 'IN_FORCE', issuedAt: '2026-01-01T00:00:00.000Z' } as ReportKey;
  sign = (payload, header = {}) => new CompactSign(Buffer.from(payload)).setProtectedHeader({ alg: 'ES256', kid: key.kid, typ: 'inspection-report+jws', ...header }).sign(privateKey);
});

describe('of whatever is handed in as a report something is said (3.3)', () => {
  it('of a good one that it is, also where its key is among the keys twice, or one under its name that is none', async () => {
    const jws = await sign(JSON.stringify(content));
    const broken = { ...key, x: 'AAAA' } as ReportKey;
    for (const keys of [[key], [key, key], [broken, key], [key, broken]]) expect(await verifyReport(jws, { keys })).toEqual({ genuine: true, content, key });
  });

  it('that it is no report: signed content that is no JSON, null, or lacks what a report says', async () => {
    const { lab: _lab, ...less } = content;
    for (const payload of ['no JSON', 'null', '[]', '"a report"', JSON.stringify(less), JSON.stringify({ ...content, issuedAt: 'some day' })]) {
      expect(await verifyReport(await sign(payload), { keys: [key] }), payload).toMatchObject({ genuine: false, kind: 'NO_REPORT', reason: expect.stringMatching(/lacks/) });
    }
    expect(await verifyReport(await sign(JSON.stringify(content), { typ: 'another+jws' }), { keys: [key] })).toMatchObject({ genuine: false, kind: 'NO_REPORT' });
  });

  it('that it is no report: a header that is none', async () => {
    const [, payload, signature] = (await sign(JSON.stringify(content))).split('.');
    for (const header of ['null', '[]', '1', 'no JSON', '', '{"alg":"none"}', JSON.stringify({ alg: 'HS256', kid: key.kid })]) {
      expect(await verifyReport(`${encoded(header)}.${payload}.${signature}`, { keys: [key] }), header).toMatchObject({ genuine: false, kind: 'NO_REPORT' });
    }
    for (const jws of ['', '.', '..', 'a.b', 'a.b.c.d']) expect(await verifyReport(jws, { keys: [key] }), jws).toMatchObject({ genuine: false, kind: 'NO_REPORT' });
  });

  it('that no such key is known: none of that name, or one that is no key', async () => {
    const jws = await sign(JSON.stringify(content));
    const { x: _x, ...part } = key as { x?: string } & ReportKey;
    const kid = key.kid;
    for (const keys of [[], [part], [{ ...key, x: 'AAAA' }], [{ ...key, kty: 'none' }], [{ ...key, crv: 'P-999' }], [{ kid, lab: 'lab-1' }]]) {
      expect(await verifyReport(jws, { keys: keys as ReportKey[] }), JSON.stringify(keys)).toMatchObject({ genuine: false, kind: 'KEY_UNKNOWN' });
    }
    expect(await verifyReport(await sign(JSON.stringify(content), { kid: undefined }), { keys: [key] })).toMatchObject({ genuine: false, kind: 'KEY_UNKNOWN' });
  });

  it('that the signature is wrong: by an algorithm that is not the key’s', async () => {
    const [, payload, signature] = (await sign(JSON.stringify(content))).split('.');
    for (const alg of ['PS256', 'EdDSA', 'ES384']) {
      const header = encoded(JSON.stringify({ alg, kid: key.kid, typ: 'inspection-report+jws' }));
      expect(await verifyReport(`${header}.${payload}.${signature}`, { keys: [key] }), alg).toMatchObject({ genuine: false, kind: 'SIGNATURE_WRONG' });
    }
  });
});

describe('a report signed by SM2 (GB/T 32918) verifies as any other (3.3)', () => {
  /** Made by OpenSSL 3.0.19: `openssl pkeyutl -sign -rawin -digest sm3 -pkeyopt distid:1234567812345678`. */
  const signed = 'xnbobJUtjUmfT3CpDjGAz0pMSklttdQ5k5D73oZUF6b_ML3seiD-MViBPNVkRxMK7ERZWPkuzdjwiHCY-0_QrQ';
  /** The same by another identity than the default one (GM/T 0009-2012). */
  const ofAnotherIdentity = 'TvvtUMamhBzvsQOZyMfg9jTbfkwBehp0aTvdN6soH3EZvkIt9VObiAdsuxZgVCAixx8GyQnG5sIXVCVHueI6Lg';
  const sm2Key = {
    kty: 'EC',
    crv: 'urn:oid:1.2.156.10197.1.301',
    x: 'zi_Dik5Ol723xeQCHz6E3EeBQeWwWl1WEuQ0rghUXBA',
    y: '0bKT2PGUK3dnnZ4wYMFt2DfR4EVsPtopGR7QjhdOpSw',
    kid: 'FbCHz2V5J-nqPnutMsvdhyo7ElbVusyEsVa-XvoQEm4',
    lab: 'lab-1',
    state: 'IN_FORCE',
    issuedAt: '2026-01-01T00:00:00.000Z',
  } as ReportKey;
  const header = (more: object = {}) => encoded(JSON.stringify({ alg: 'urn:oid:1.2.156.10197.1.501', kid: sm2Key.kid, typ: 'inspection-report+jws', ...more }));
  const payload = encoded(JSON.stringify(content));
  const verified = (jws: string, given: ReportKey = sm2Key) => verifyReport(jws, { keys: [given] });

  it('where the signature was made by a device that knows nothing of the hub', async () => {
    expect(await verified(`${header()}.${payload}.${signed}`)).toEqual({ genuine: true, content, key: sm2Key });
  });

  it('and not where content, header, signature or identity are another', async () => {
    const changed = encoded(JSON.stringify({ ...content, number: 'BG-2' }));
    for (const jws of [`${header()}.${changed}.${signed}`, `${header({ cty: 'x' })}.${payload}.${signed}`, `${header()}.${payload}.${signed.replace('x', 'y')}`, `${header()}.${payload}.${ofAnotherIdentity}`, `${header()}.${payload}.${'A'.repeat(86)}`]) {
      expect(await verified(jws), jws).toMatchObject({ genuine: false, kind: 'SIGNATURE_WRONG' });
    }
    for (const signature of [signed.slice(1), `${signed}A`, '']) expect(await verified(`${header()}.${payload}.${signature}`)).toMatchObject({ genuine: false, kind: 'NO_REPORT' });
  });

  it('nor where its header asks for what is not understood (RFC 7515 §4.1.11), or names the algorithm of another key', async () => {
    expect(await verified(`${header({ crit: ['b64'], b64: false })}.${payload}.${signed}`)).toMatchObject({ genuine: false, kind: 'NO_REPORT', reason: expect.stringMatching(/understood/) });
    expect(await verified(`${header({ alg: 'ES256' })}.${payload}.${signed}`)).toMatchObject({ genuine: false, kind: 'SIGNATURE_WRONG' });
    expect(await verified(`${header()}.${payload}.${signed}`, { ...key, kid: sm2Key.kid })).toMatchObject({ genuine: false, kind: 'SIGNATURE_WRONG' });
  });

  it('nor by what is no point of its curve', async () => {
    const y = (sm2Key as { y?: string }).y ?? '';
    for (const part of [{ x: y }, { y: 'AAAA' }, { x: undefined }, { kty: 'RSA' }]) expect(await verified(`${header()}.${payload}.${signed}`, { ...sm2Key, ...part })).toMatchObject({ genuine: false });
  });
});
