import type { IncomingHttpHeaders } from 'node:http';

/** The address at which whoever asks has reached the hub: as its gateway tells it (X-Forwarded-Host, X-Forwarded-Proto), else this subgraph's own. */
export function addressAsked(headers: IncomingHttpHeaders, own: { readonly host: string; readonly protocol: string }): string {
  const host = firstOf(headers['x-forwarded-host']);
  const told = `${firstOf(headers['x-forwarded-proto']) ?? own.protocol}://${host ?? own.host}`;
  return URL.canParse(told) && /^https?:$/.test(new URL(told).protocol) ? new URL(told).origin : `${own.protocol}://${own.host}`;
}

/** What stands nearest to the caller comes first. */
function firstOf(header: string | string[] | undefined): string | undefined {
  const first = String(header ?? '').split(',')[0]?.trim();
  return first === '' ? undefined : first;
}
