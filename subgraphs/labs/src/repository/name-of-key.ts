import { X509Certificate } from 'node:crypto';
import { sm2KeyOf } from '@hub/kernel/identity/sm2-key-of.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { calculateJwkThumbprint, type JWK } from 'jose';
import type { PublicJwk } from '../domain/signer.js';
import { algorithmOf } from '../domain/signing-algorithms.js';

/**
 * The name of a key that a signer gives: its thumbprint (RFC 7638). It is of a kind by which reports are signed, is whole, and the first of its certificates,
 * if it brings any, is for it (RFC 7517 §4.7): readers would take another's for the signatory's.
 *
 * @throws Refusal SIGNER_REFUSED
 */
export async function nameOfKey(publicJwk: PublicJwk): Promise<string> {
  if (algorithmOf(publicJwk) === undefined) throw refused({ en: 'it gives a key of a kind with which no report is signed', 'zh-CN': '签名服务给出的密钥种类不可用于签署报告' });
  const name = await thumbprintOf(publicJwk);
  if (name === undefined) throw refused({ en: 'it gives a key that lacks parts', 'zh-CN': '签名服务给出的密钥不完整' });
  if (publicJwk.x5c !== undefined && (await thumbprintOf(keyOfCertificate(publicJwk.x5c[0]))) !== name) {
    throw refused({ en: 'the first certificate in x5c is not for the key that it gives (RFC 7517 §4.7)', 'zh-CN': 'x5c 的首个证书与签名服务给出的密钥不一致（RFC 7517 §4.7）' });
  }
  return name;
}

function thumbprintOf(jwk: object): Promise<string | undefined> {
  return calculateJwkThumbprint(jwk as JWK).catch(() => undefined);
}

/** Empty where it is no certificate. */
function keyOfCertificate(certificate = ''): object {
  try {
    const { publicKey } = new X509Certificate(Buffer.from(certificate, 'base64'));
    return sm2KeyOf(publicKey) ?? publicKey.export({ format: 'jwk' });
  } catch {
    return {};
  }
}

function refused(problem: { readonly en: string; readonly 'zh-CN': string }): Refusal {
  return new Refusal('SIGNER_REFUSED', { parameters: { problem } });
}
