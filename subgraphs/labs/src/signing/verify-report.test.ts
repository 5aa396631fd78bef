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
