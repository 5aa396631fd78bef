import { allowInsecureRequests, clientCredentialsGrant, ClientSecretBasic, discovery, type Configuration } from 'openid-client';
import type { TokenSource } from './token-source.js';

export interface ClientCredentials {
  /** The issuer of tokens (OpenID Connect Discovery 1.0), such as https://login.example.cn. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope?: string;
}

/** A token is renewed so many milliseconds before it expires, so that none expires on its way. */
const renewBefore = 30_000;

/**
 * Tokens for a system of a party: client credentials (RFC 6749 §4.4) of the hub's issuer, renewed before they expire. Whoever asks while one is fetched waits for that. An issuer on this machine may be asked
 * by http.
 */
export function clientCredentials({ issuer, clientId, clientSecret, scope }: ClientCredentials): TokenSource {
  let known: Promise<Configuration> | undefined;
  let current: Promise<{ token: string; expiresAt: number }> | undefined;
  const url = new URL(issuer);
  const execute = ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname) ? [allowInsecureRequests] : [];
  const fetchToken = async () => {
    known ??= discovery(url, clientId, undefined, ClientSecretBasic(clientSecret), { execute });
    const answer = await clientCredentialsGrant(await known, scope === undefined ? {} : { scope });
    return { token: answer.access_token, expiresAt: Date.now() + (answer.expires_in ?? 300) * 1000 };
  };
  const renew = () => {
    current = fetchToken().catch((error: unknown) => {
      // An issuer that was away is asked anew, from the beginning.
      known = current = undefined;
      throw error;
    });
    return current;
  };
  return async () => {
    const had = await current?.catch(() => undefined);
    if (had && had.expiresAt - renewBefore > Date.now()) return had.token;
    return (await (had === undefined && current ? current : renew())).token;
  };
}
