import { request } from 'undici';

/** What the hub needs of an OpenID Connect provider's metadata. */
export interface OpenidConfiguration {
  readonly jwks_uri: string;
  readonly token_endpoint: string;
}

/** Reads a provider's metadata (OpenID Connect Discovery 1.0 §4). */
export async function openidConfiguration(issuer: string): Promise<OpenidConfiguration> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const response = await request(url, { headersTimeout: 5_000, bodyTimeout: 5_000 });
  const configuration = (await response.body.json()) as Partial<OpenidConfiguration>;
  if (response.statusCode !== 200 || !configuration.jwks_uri || !configuration.token_endpoint) {
    throw new Error(`the issuer's metadata at ${url} lack jwks_uri or token_endpoint`);
  }
  return { jwks_uri: configuration.jwks_uri, token_endpoint: configuration.token_endpoint };
}
