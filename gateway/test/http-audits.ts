import { serverAudits, type Audit } from 'graphql-http';

/** The audits of GraphQL over HTTP, what MUST, SHOULD and MAY be alike, by name, of a server that asks for a token. */
export function httpAudits(url: () => string, token: () => string | Promise<string>): [name: string, audit: Audit][] {
  const fetchFn = async (address: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${await token()}`);
    return fetch(address, { ...init, headers });
  };
  return serverAudits({ url, fetchFn }).map((audit) => [audit.name, audit]);
}
