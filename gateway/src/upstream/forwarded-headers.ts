import type { IncomingHttpHeaders } from 'node:http';
import { purposeHeader } from '@hub/kernel/identity/authenticate.js';

const names = ['authorization', 'accept-language', purposeHeader] as const;

/** The headers of the caller that travel on unchanged: who asks, in which language, for which purpose. */
export function forwardedHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}
