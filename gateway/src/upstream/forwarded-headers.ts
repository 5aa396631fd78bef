import type { IncomingHttpHeaders } from 'node:http';
import { requestHeader } from '@hub/kernel/audit/request-header.js';
import { delegationHeader, purposeHeader } from '@hub/kernel/identity/authenticate.js';
import { requestName } from './request-name.js';

const names = ['authorization', 'accept-language', purposeHeader, delegationHeader] as const;

/** The headers of the caller that travel on unchanged: who asks, in which language, for which purpose, on whose behalf; and the name of the request. */
export function forwardedHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const forwarded = names.flatMap((name) => {
    const value = headers[name];
    return typeof value === 'string' ? [[name, value]] : [];
  });
  return { ...Object.fromEntries(forwarded), [requestHeader]: requestName(headers[requestHeader]) };
}
