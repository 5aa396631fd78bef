import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { requestHeader } from '@hub/kernel/audit/request-header.js';
import { purposeHeader } from '@hub/kernel/identity/authenticate.js';

const names = ['authorization', 'accept-language', purposeHeader] as const;

/** A name that the caller may give its request; any other is replaced. */
const requestName = /^[\w.-]{1,100}$/;

/**
 * The headers of the caller that travel on unchanged: who asks, in which language, for which purpose; and a name of the request, by which the
 * entries of all owners about it are found in their audit logs.
 */
export function forwardedHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const named = headers[requestHeader];
  const forwarded = names.flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return { ...Object.fromEntries(forwarded), [requestHeader]: typeof named === 'string' && requestName.test(named) ? named : randomUUID() };
}
