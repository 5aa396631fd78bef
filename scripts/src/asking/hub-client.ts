import { delegationHeader } from '@hub/kernel/identity/authenticate.js';
import { mintUserToken } from '@hub/kernel/identity/development-issuer.js';
import { demoIdentities } from '@hub/prisma/seed/demo-participants.js';
import type { AskedHub, Asker, GraphqlAnswer } from './asked-hub.js';

export interface HubClientOptions {
  readonly url: string;
  /** Where the development issuer's key lies. */
  readonly dataDir: string;
  /** Accept-Language of every question. */
  readonly language?: string;
}

/** Asks a hub over HTTP with tokens of its development issuer. */
export function hubClient({ url, dataDir, language = 'en' }: HubClientOptions): AskedHub {
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (asker: Asker) => {
    const key = JSON.stringify(asker);
    const known = tokens.get(key) ?? mint(dataDir, asker);
    tokens.set(key, known);
    return known;
  };
  return {
    async ask(asker, query, variables = {}) {
      const response = await fetch(new URL('/graphql', url), {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'accept-language': language,
          authorization: `Bearer ${await tokenOf(asker)}`,
          ...(asker.delegation !== undefined && { [delegationHeader]: asker.delegation }),
        },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, ...((await response.json()) as object) } as GraphqlAnswer;
    },
  };
}

function mint(dataDir: string, { identity: name, role, user = 1, party }: Asker): Promise<string> {
  if (party !== undefined) return mintUserToken(dataDir, { userId: name, partyId: party, role: role ?? '' });
  const identity = demoIdentities.find((each) => each.name === name);
  if (!identity) throw new Error(`There is no demo identity "${name}".`);
  return mintUserToken(dataDir, { userId: `${name}.${user}`, partyId: identity.partyId, role: role ?? identity.defaultRole });
}
