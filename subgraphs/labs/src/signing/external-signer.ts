import { createHash } from 'node:crypto';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { z } from 'zod';
import type { PublicJwk, Signer } from '../domain/signer.js';
import type { ExternalSignerSettings } from './signer-settings.js';

/** What of a key is public; whatever else a signer tells of it is not kept (RFC 7518 §6, RFC 7517 §4.7). */
const madeKey = z.object({
  publicJwk: z.object({
    kty: z.enum(['EC', 'RSA', 'OKP']),
    crv: z.string().optional(),
    x: z.string().optional(),
    y: z.string().optional(),
    n: z.string().optional(),
    e: z.string().optional(),
    alg: z.string().optional(),
    x5c: z.array(z.string()).optional(),
  }),
});
const signed = z.object({ signature: z.string().regex(/^[\w-]+$/) });
const told = z.object({ message: z.string().max(500) });

/** What those who sign digests sign: by the algorithm; Ed25519 signs the whole (RFC 8032 §4). */
const digests: Readonly<Record<string, string>> = { ES256: 'sha256', PS256: 'sha256', ES384: 'sha384' };

/** A signer outside the hub, for certified keys, over HTTP (gateway/docs/reports.md): the hub never has a private half. */
export function externalSigner({ url, token, timeoutSeconds }: ExternalSignerSettings): Signer {
  return {
    name: 'external',
    async makeKey({ labId, userId }) {
      const { publicJwk } = await ask('keys', { lab: labId, signatory: userId }, madeKey);
      return { publicJwk: publicJwk as PublicJwk, privateJwe: null };
    },
    async sign({ id }, algorithm, signingInput) {
      const hash = digests[algorithm];
      const digest = hash && { algorithm: hash, value: createHash(hash).update(signingInput).digest('base64url') };
      return (await ask('signatures', { key: id, algorithm, signingInput, ...(digest && { digest }) }, signed)).signature;
    },
  };

  async function ask<Answer>(what: 'keys' | 'signatures', body: object, shape: z.ZodType<Answer>): Promise<Answer> {
    const response = await post(what, body);
    const answer = await response.json().catch(() => undefined);
    if (response.status >= 400) {
      const message = told.safeParse(answer).data?.message ?? '';
      throw new Refusal('SIGNER_REFUSED', { parameters: { problem: `${response.status}${message === '' ? '' : ` ${message}`}` } });
    }
    const found = shape.safeParse(answer);
    if (found.success) return found.data;
    throw new Refusal('SIGNER_REFUSED', { parameters: { problem: { en: `its answer to /${what} is not as agreed`, 'zh-CN': `其对 /${what} 的应答不符合约定` } } });
  }

  /** @throws Refusal SIGNER_UNAVAILABLE where nothing comes in time, or what comes is no word on the question */
  async function post(what: string, body: object): Promise<Response> {
    const unavailable = (problem: string) => new Refusal('SIGNER_UNAVAILABLE', { parameters: { problem } });
    const response = await fetch(new URL(what, url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
    }).catch((error: Error) => {
      throw unavailable(error.name === 'TimeoutError' ? `${timeoutSeconds} s` : error.name);
    });
    if (response.status < 500) return response;
    await response.body?.cancel();
    throw unavailable(String(response.status));
  }
}
