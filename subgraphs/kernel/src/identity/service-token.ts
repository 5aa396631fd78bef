import { request } from 'undici';
import { mintServiceToken } from './development-issuer.js';
import { openidConfiguration } from './openid-configuration.js';
import type { Issuer } from './issuer.js';

/** How a service of the hub gets its own token: from the development issuer, or as a client (RFC 6749 §4.4). */
export interface ServiceIdentity {
  readonly service: string;
  readonly issuer: Issuer;
  readonly clientId?: string | undefined;
  readonly clientSecret?: string | undefined;
}

const renewBefore = 60_000;
/** Milliseconds in which the issuer has to have given a token: whoever waits for it, such as at a start, is told rather than kept. */
const tokenTimeout = 10_000;

/** Makes a source of service tokens that renews them a minute before they expire. */
export function serviceTokens(identity: ServiceIdentity): () => Promise<string> {
  let current: { token: string; expiresAt: number } | undefined;
  return async () => {
    if (!current || current.expiresAt - renewBefore < Date.now()) current = await fetchToken(identity);
    return current.token;
  };
}

async function fetchToken(identity: ServiceIdentity): Promise<{ token: string; expiresAt: number }> {
  const { issuer, service } = identity;
  if (issuer.kind === 'development') {
    return { token: await mintServiceToken(issuer.folder, service, '1h'), expiresAt: Date.now() + 3_600_000 };
  }
  const credentials = `${encodeURIComponent(identity.clientId ?? '')}:${encodeURIComponent(identity.clientSecret ?? '')}`;
  const response = await request((await openidConfiguration(issuer.issuer)).token_endpoint, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: 'grant_type=client_credentials',
    signal: AbortSignal.timeout(tokenTimeout),
  });
  const answer = (await response.body.json()) as { access_token?: string; expires_in?: number; error?: string };
  if (!answer.access_token) {
    throw new Error(`The issuer gave the service ${service} no token (${answer.error ?? response.statusCode}).`);
  }
  return { token: answer.access_token, expiresAt: Date.now() + (answer.expires_in ?? 300) * 1000 };
}
