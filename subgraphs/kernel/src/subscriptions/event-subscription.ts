import type { Stamps } from '@hub/schema/policy/decision/stamps.js';
import type { GraphQLResolveInfo } from 'graphql';
import { argumentScopes } from '../lists/argument-scopes.js';
import { readScopes } from '../lists/read-scopes.js';
import { requireRegions } from '../lists/require-regions.js';
import type { Where } from '../loading/entity-loader.js';
import { stampsOf } from '../loading/stamps-of.js';
import { codedError } from '../refusals/coded-error.js';
import type { SubgraphContext } from '../service/subgraph-context.js';
import type { EventLog } from './event-log.js';
import { EventStream } from './event-stream.js';
import { ToldSubject } from './told-subject.js';

export interface EventSubscriptionOptions<Context extends SubgraphContext, Filter, Row, Subject> {
  /** Kinds of event that it tells of; where none are named, those of the argument `kinds`, or all. */
  readonly kinds?: readonly string[];
  /** The key whose terms give the rows, such as `Sample.id`. */
  readonly key: string;
  /** Reads the subjects; the condition holds the caller's rows and the filter. */
  readonly find: (context: Context, where: Where) => Promise<Row[]>;
  /** The filter as a condition of the repository, and the name of its type, whose `@reads` are checked. */
  readonly filter?: { readonly type: string; readonly where: (filter: Filter, context: Context) => Where | Promise<Where> };
  /** The subject under its name in the payload. */
  readonly as: (row: Row) => Subject;
  /** The log that is read, if it is not the owner's own. */
  readonly log?: (context: Context) => EventLog;
}

interface Arguments<Filter> {
  readonly after?: string | null | undefined;
  readonly kinds?: readonly string[] | null | undefined;
  readonly filter?: Filter | null | undefined;
}

/** What every payload tells beside its subject. */
interface Told {
  readonly cursor: string;
  readonly occurredAt: Date;
  readonly kind: string;
}

/**
 * A subscription field that tells of events in an owner's log: one payload per subject that is there for the caller, as
 * it is when the payload is made, under the context made for it. A subject that is not there, or was not there when the
 * event left it, makes no payload.
 */
export function eventSubscription<Context extends SubgraphContext, Filter extends object, Row extends Partial<Stamps> & object, Subject>(
  options: EventSubscriptionOptions<Context, Filter, Row, Subject>,
) {
  const [type = '', keyField = ''] = options.key.split('.');
  /** What the caller may choose by. @throws GraphQLError SHARING_FILTER_DENIED */
  const scopesOf = (context: Context, info: GraphQLResolveInfo, args: Arguments<Filter>) => [
    ...readScopes(context, info, options.filter?.type ?? '', args.filter as Readonly<Record<string, unknown>> | null | undefined),
    ...argumentScopes(context, info, args),
  ];
  const rowsOf = async (context: Context, info: GraphQLResolveInfo, args: Arguments<Filter>, ids: readonly string[]) =>
    options.find(context, {
      AND: [
        { [keyField]: { in: [...ids] } },
        context.authority.rowScopeOf(options.key),
        ...scopesOf(context, info, args),
        ...(options.filter && args.filter ? [await options.filter.where(args.filter, context)] : []),
      ],
    });
  return {
    subscribe: async (_root: unknown, args: Arguments<Filter>, context: Context, info: GraphQLResolveInfo): Promise<EventStream> => {
      // A filter that the caller may not use, or that names no region, is refused at once, not by silence.
      scopesOf(context, info, args);
      requireRegions(args.filter, context.locale);
      const { own, shared, wake, cursorsOf } = context.logs;
      const log = shared(options.log?.(context) ?? own);
      const there = async (later: SubgraphContext, subjects: readonly ToldSubject[]) => {
        const happened = subjects.filter(({ stamps }) => later.authority.opensRow(options.key, stamps));
        if (happened.length === 0) return new Set<ToldSubject>();
        // Contexts of one subgraph are all made by its definition.
        const rows = await rowsOf(later as Context, info, args, [...new Set(happened.map(({ id }) => id))]);
        const found = new Set(rows.map((row) => (row as Record<string, unknown>)[keyField]));
        return new Set(happened.filter(({ id }) => found.has(id)));
      };
      return EventStream.open({ log, cursors: cursorsOf(log.name), wake, kinds: options.kinds ?? args.kinds ?? undefined, locale: context.locale, there }, args.after);
    },
    resolve: async (told: unknown, args: Arguments<Filter>, context: Context, info: GraphQLResolveInfo): Promise<(Told & Subject) | null> => {
      // As a query, a subscription has no event to tell of.
      if (!(told instanceof ToldSubject)) throw codedError('SUBSCRIPTION_NEEDS_SOCKET', context.locale);
      // Who may see the row now did not always: that it happened is open to those whom it left the row to.
      if (!context.authority.opensRow(options.key, told.stamps)) return null;
      const [row] = await rowsOf(context, info, args, [told.id]);
      if (!row) return null;
      context.authority.admit(row, stampsOf(row), type);
      return { cursor: told.cursor, occurredAt: told.occurredAt, kind: told.kind, ...options.as(row) };
    },
  };
}
