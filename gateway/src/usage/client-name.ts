import type { IncomingHttpHeaders } from 'node:http';

/** The headers by which clients say their name: Apollo's, and that of Hive and Cosmo. */
const headersOfName = ['apollographql-client-name', 'graphql-client-name', 'x-graphql-client-name'] as const;
const longest = 64;

/** How a client calls itself, cut to a length that can be kept; empty where it does not say. What it says is believed by nobody. */
export function clientName(headers: IncomingHttpHeaders): string {
  for (const name of headersOfName) {
    const value = headers[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim().replace(/[^\x20-\x7e\u4e00-\u9fff]/g, '?').slice(0, longest);
  }
  return '';
}
