import { connection } from '@hub/kernel/lists/connection.js';
import { decodeCursor } from '@hub/kernel/lists/cursor.js';
import { codedError } from '@hub/kernel/refusals/coded-error.js';
import type { Context } from '../../context.js';
import type { QueryResolvers } from '../../generated/graphql.js';

export const exchangeEvents: QueryResolvers['exchangeEvents'] = async (_root, args, context, info) => {
  const { filter, after } = args;
  const { exchangeEvents: repository, ownersHeard } = context.repositories;
  // Before the page, so that it never promises more than the page holds.
  const asOf = await ownersHeard();
  const events = await connection(context, info, {
    key: 'ExchangeEvent.id',
    args: { first: args.first, filter },
    filterType: 'ExchangeEventFilter',
    where: {
      ...(filter?.kind && { kind: { in: filter.kind } }),
      ...(filter?.owner && { owner: { in: filter.owner } }),
      ...(filter?.subjectType && { subjectType: { in: filter.subjectType } }),
      ...(filter?.subjectId && { subjectId: filter.subjectId }),
      ...(after != null && { position: { gt: await positionOf(after, context) } }),
    },
    orderBy: [{ position: 'asc' }],
    ...repository,
  });
  const page = { ...events, pageInfo: { ...events.pageInfo, hasPreviousPage: after != null }, asOf };
  return page;
};

/** Where a reader stands. A position itself would tell how many events there are besides those that the caller sees. */
async function positionOf(after: string, { repositories, locale }: Context): Promise<bigint> {
  const [event] = await repositories.exchangeEvents.findAll({ id: decodeCursor('ExchangeEvent', after, locale) });
  if (!event) throw codedError('CURSOR_INVALID', locale);
  return event.position;
}
