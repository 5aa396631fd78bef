import { canonicalJson } from '@hub/kernel/hashing/canonical-json.js';
import { compactVerify, createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet } from 'jose';
import { request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReportContent } from '../src/domain/report-content.js';
import type { ReportKey } from '../src/domain/report-key.js';
import { verifyReport } from '../src/signing/verify-report.js';
import { labsService } from '../src/service.js';
import { labsUnderTest, type LabsUnderTest } from './labs-under-test.js';

let hub: LabsUnderTest;
beforeAll(async () => {
  hub = await labsUnderTest();
});
afterAll(() => hub.close());

async function issuedBy(lab: string): Promise<{ id: string; signature: string; number: string }> {
  return (await hub.issued(lab, await hub.acceptedCommission(lab))) as unknown as { id: string; signature: string; number: string };
}

async function servedKeys(): Promise<{ keys: ReportKey[] }> {
  const response = await request(new URL('/.well-known/report-keys.json', hub.url));
  expect([response.statusCode, response.headers['content-type']]).toEqual([200, expect.stringContaining('application/jwk-set+json')]);
  return (await response.body.json()) as { keys: ReportKey[] };
}

describe('a report can be verified by anyone (3.3; RFC 7515)', () => {
  it('with the keys that are served to whoever asks, and says what the report says', async () => {
    const issued = await issuedBy('lab-1');
    const keys = await servedKeys();
    const { payload, protectedHeader } = await compactVerify(issued.signature, createLocalJWKSet(keys as unknown as JSONWebKeySet));
    expect(protectedHeader).toMatchObject({ alg: 'ES256', typ: 'inspection-report+jws' });
    const signed = JSON.parse(new TextDecoder().decode(payload)) as ReportContent;
    expect(canonicalJson(signed)).toBe(new TextDecoder().decode(payload));

    const row = await hub.database.inspectionReport.findUniqueOrThrow({ where: { id: issued.id } });
    expect(signed).toEqual({
      id: row.id,
      document: row.document,
      version: 1,
      number: issued.number,
      lab: 'lab-1',
      commission: row.commissionId,
      sample: row.sampleId,
      received: {
        receivedAt: expect.stringMatching(/^\d{4}-/),
        appearance: '包装完好',
        condition: '室温',
        sealNumber: 'FT-1',
        sealIntact: true,
        mayAffectResult: null,
      },
      results: row.results,
      conclusion: 'CONFORMING',
      cmaMark: row.cmaMark,
      supersedes: null,
      supersessionReason: null,
      lateReason: null,
      issuedAt: row.issuedAt?.toISOString(),
      preparedByHash: expect.stringMatching(/^hmac-sha-256:[0-9a-f]{64}$/),
      reviewedByHash: expect.stringMatching(/^hmac-sha-256:[0-9a-f]{64}$/),
      approvedByHash: expect.stringMatching(/^hmac-sha-256:[0-9a-f]{64}$/),
    });
    expect(JSON.stringify(signed.results)).toContain('逐条核对，标志齐全');
    expect(new Set([signed.preparedByHash, signed.reviewedByHash, signed.approvedByHash]).size).toBe(3);
    expect(await verifyReport(issued.signature, keys)).toEqual({ genuine: true, content: signed, key: keys.keys.find(({ kid }) => kid === protectedHeader.kid) });
  });

  it('and is not genuine once a character of it is changed, or where another lab’s key signed it', async () => {
    const [issued, theirs] = [await issuedBy('lab-1'), await issuedBy('lab-2')];
    const { keys } = await servedKeys();
    const [header, payload, signature] = issued.signature.split('.') as [string, string, string];
    const passed = Buffer.from(Buffer.from(payload, 'base64url').toString().replace('0.12', '0.11')).toString('base64url');
    expect(passed).not.toBe(payload);
    expect(await verifyReport([header, passed, signature].join('.'), { keys })).toEqual({ genuine: false, kind: 'SIGNATURE_WRONG', reason: 'signature verification failed' });
    expect(await verifyReport([header, theirs.signature.split('.')[1], signature].join('.'), { keys })).toMatchObject({ genuine: false });
    expect(await verifyReport('no report', { keys })).toMatchObject({ genuine: false, kind: 'NO_REPORT' });

    const { kid } = decodeProtectedHeader(issued.signature);
    const assigned = keys.map((key) => (key.kid === kid ? { ...key, lab: 'lab-2' } : key));
    expect(await verifyReport(issued.signature, { keys: assigned })).toMatchObject({ genuine: false, kind: 'KEY_OF_ANOTHER_LAB', reason: expect.stringContaining('another lab') });
    expect(await verifyReport(issued.signature, { keys: keys.filter((key) => key.kid !== kid) })).toMatchObject({ genuine: false, kind: 'KEY_UNKNOWN' });
  });

  it('while the keys served are public halves that name the lab and no user, and private halves are kept encrypted', async () => {
    await issuedBy('lab-2');
    const { keys } = await servedKeys();
    const key = keys.find(({ lab }) => lab === 'lab-2');
    expect(Object.keys(key ?? {}).sort()).toEqual(['alg', 'crv', 'issuedAt', 'kid', 'kty', 'lab', 'state', 'use', 'x', 'y']);
    expect(JSON.stringify(keys)).not.toContain('lab-2.3');
    const { privateJwe } = await hub.database.signingKey.findUniqueOrThrow({ where: { id: key?.kid ?? '' } });
    expect(decodeProtectedHeader(privateJwe ?? '')).toEqual({ alg: 'dir', enc: 'A256GCM' });
    expect(privateJwe).not.toContain('"d"');
  });

  it('and a start with another MASK_KEY stops and says so, because the keys could not be opened', async () => {
    await issuedBy('lab-1');
    const prepare = (environment: LabsUnderTest['environment']) => labsService.prepare?.(hub.database, environment);
    await expect(prepare(hub.environment)).resolves.toBeUndefined();
    await expect(prepare({ ...hub.environment, maskKey: 'quite another mask key' })).rejects.toThrow(/MASK_KEY/);
  });
});
