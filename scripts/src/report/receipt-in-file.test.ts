import { sha256 } from '@hub/kernel/hashing/sha-256.js';
import { signDetached } from '@hub/kernel/identity/detached-signature.js';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { PublicKey } from './published-keys.js';
import { receiptInFile } from './receipt-in-file.js';
import type { ReportFile } from './report-file.js';

const statement = {
  ...{ type: 'inspection-report-receipt', report: 'report', number: 'BG-1', lab: 'lab-1', center: 'center', key: 'key of the lab' },
  ...{ signatureHash: sha256('a.b.c'), receivedAt: '2026-02-20T02:00:00.000Z', refused: null },
};

let secret: JWK;
let key: PublicKey;
beforeAll(async () => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const { d, ...jwk } = (await exportJWK(privateKey)) as JWK & { d?: string };
  const kid = await calculateJwkThumbprint(jwk);
  key = { ...jwk, kid } as PublicKey;
  secret = { ...key, d } as JWK;
});

/** What is found of a receipt with this statement, as the centre signs it. */
async function found(text: string, { keys = [key], signature }: { readonly keys?: readonly PublicKey[]; readonly signature?: string } = {}) {
  const centerReceipt = { statement: text, signature: signature ?? (await signDetached(secret, text)), publicJwk: key };
  const file = { id: 'report', document: 'report', version: 1, number: 'BG-1', signature: 'a.b.c', centerReceipt } as ReportFile;
  return receiptInFile(file, 'key of the lab', keys);
}

describe('of whatever stands in a file as the centre’s receipt something is said', () => {
  it('of a good one that it is, also where the key is among the keys twice, or one under its name that is none', async () => {
    const broken = { ...key, x: 'AAAA' };
    for (const keys of [[key], [key, key], [broken, key], [key, broken]]) expect(await found(JSON.stringify(statement), { keys })).toEqual({ kind: 'GENUINE', statement });
  });

  it('that it is wrong where what is signed is no JSON, no statement, or of another report', async () => {
    for (const text of ['no JSON', 'null', '{}', JSON.stringify({ ...statement, report: 'another' })]) expect(await found(text), text).toEqual({ kind: 'WRONG' });
    expect(await found(JSON.stringify(statement), { keys: [{ ...key, x: 'AAAA' }] })).toEqual({ kind: 'WRONG' });
  });

  it('that its key is unknown where its header is none, or names another', async () => {
    for (const header of ['null', '1', '[]', 'no JSON', '{}']) {
      expect(await found(JSON.stringify(statement), { signature: `${Buffer.from(header).toString('base64url')}..AAAA` }), header).toEqual({ kind: 'UNKNOWN_KEY' });
    }
    expect(await found(JSON.stringify(statement), { keys: [] })).toEqual({ kind: 'UNKNOWN_KEY' });
  });
});
