import { connection } from '@hub/kernel/lists/connection.js';
import type { QueryResolvers } from '../../generated/graphql.js';
import { feedName } from '../../repository/feed-log.js';
import { whereExchangeEvents } from '../../repository/where-exchange-events.js';

/** The feed for who polls: its cursors are places in the feed, the same that the subscription gives. */
export const exchangeEvents: QueryResolvers['exchangeEvents'] = async (_root, { first, after, kinds, filter }, context, info) => {
  const { exchangeEvents: repository, feed, ownersHeard } = context.repositories;
  const cursors = context.logs.cursorsOf(feedName);
  // Before the page, so that it never promises more than the page holds.
  const asOf = await ownersHeard();
  const stretch = await feed.read(Number.MAX_SAFE_INTEGER, undefined, 1);
  const events = await connection(context, info, {
    key: 'ExchangeEvent.id',
    args: { first, kinds, filter },
    filterType: 'ExchangeEventFilter',
    where: {
      ...whereExchangeEvents(filter),
      ...(kinds && { kind: { in: kinds } }),
      ...(after != null && { position: { gt: cursors.decode(after, stretch, context.locale).position } }),
    },
    orderBy: [{ position: 'asc' }],
    ...repository,
  });
  const edges = events.nodes.map((node) => ({
    node,
    cursor: cursors.encode({ epoch: stretch.epoch, position: Number(node.position), offset: 0 }),
  }));
  const [startCursor, endCursor] = [edges[0]?.cursor ?? null, edges.at(-1)?.cursor ?? null];
  const page = { ...events, edges, pageInfo: { ...events.pageInfo, hasPreviousPage: after != null, startCursor, endCursor }, asOf };
  return page;
};
