import type { RouteEngine } from '@hub/kernel/service/route-engine.js';
import { localeOf } from '@hub/schema/errors/locale.js';
import type { Caller } from '@hub/schema/policy/decision/caller.js';
import type { FastifyInstance } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';

/** Anybody. A caller has a role; no terms of the public ask for one. */
const anybody: Caller = { userId: 'public', partyId: 'public', kind: 'PUBLIC', regionCode: '', role: 'OFFICER' };

const document = /* GraphQL */ `
  query PublicNotices($after: String) {
    publicNotices(first: 50, after: $after) {
      nodes {
        id
        number
        title
        text
        regulatorName
        publishedAt
        state
        underReviewSince
        withdrawReason
        products {
          productName
          brand
          producerName
          shopName
          platformName
          failedItems
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

interface Page {
  readonly nodes: readonly object[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * `GET /public-notices` gives the public notices (公告, after 5.4.1) to anybody, the latest first, at most 50, and the cursor to go on `after`; null where there are no
 * more. It is one question of GraphQL under the terms in force, asked as the public: what they close is closed here, too. GraphQL itself has no caller without a party.
 */
export function publicNoticesRoute(server: FastifyInstance, { operateInForce }: RouteEngine): void {
  server.get<{ Querystring: { after?: unknown } }>('/public-notices', async ({ query: { after }, headers }, reply) => {
    const variables = { after: after === undefined ? null : String(after) };
    const { data, errors = [] } = await operateInForce({ caller: anybody, locale: localeOf(headers['accept-language']), document, variables, ofAnybody: true });
    const page = data?.['publicNotices'] as Page | null | undefined;
    if (!page) return reply.code(statusOf(errors)).send({ errors });
    const { nodes, pageInfo } = page;
    const told = { notices: nodes, next: pageInfo.hasNextPage ? pageInfo.endCursor : null };
    return reply.header('cache-control', 'public, max-age=60').send(errors.length === 0 ? told : { ...told, errors });
  });
}

/** What the terms close is forbidden, a cursor of no page is the caller's to mend, anything else may go right the next time. */
function statusOf(errors: readonly GraphQLFormattedError[]): number {
  const codes = errors.map(({ extensions }) => String(extensions?.['code']));
  if (codes.includes('CURSOR_INVALID')) return 400;
  return codes.some((code) => code.startsWith('SHARING_')) ? 403 : 503;
}
