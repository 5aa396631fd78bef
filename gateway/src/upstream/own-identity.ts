import { gatewayHeader } from '@hub/kernel/audit/answers-ahead.js';

/**
 * The header by which owners' answers go ahead of their entries in the audit logs. A request does not wait for the issuer: while there is no valid
 * token the answers wait for their entries, and that is all.
 */
export function ownIdentity(tokens: () => Promise<string>): () => Readonly<Record<string, string>> {
  let header: Readonly<Record<string, string>> = {};
  let asking = false;
  const renew = async () => {
    asking = true;
    try {
      header = { [gatewayHeader]: await tokens() };
    } catch {
      // The one at hand goes on until it expires.
    } finally {
      asking = false;
    }
  };
  void renew();
  return () => {
    if (!asking) void renew();
    return header;
  };
}
