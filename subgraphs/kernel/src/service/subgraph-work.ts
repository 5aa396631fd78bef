import type { Locale } from '@hub/schema/errors/locale.js';
import type { GraphQLSchema } from 'graphql';
import type { AuditLog } from '../audit/audit-log.js';
import type { LogWake } from '../log/log-wake.js';
import type { CodeListSnapshots } from '../code-lists/code-list-snapshots.js';
import type { LogAccess } from '../subscriptions/log-access.js';
import type { Logger } from './logger.js';
import type { SubgraphContext } from './subgraph-context.js';
import type { SubgraphEnvironment } from './subgraph-environment.js';

/** What work beside the requests is given: the subgraph's own schema, with the terms in front of every field, and the contexts of its members. */
export interface SubgraphEngine<Db, Context extends SubgraphContext> {
  readonly schema: GraphQLSchema;
  /**
   * A context for one operation of a member; undefined if user, party and role do not stand in the replica, or no delegation is in force by which they
   * act in another's stead. The table is asked, not what this process remembers of it: another may have taken in a change before it.
   */
  readonly contextOf: (member: MemberName, locale: Locale) => Promise<Context | undefined>;
  /** How many members the replica has; none until it was filled. */
  readonly members: () => number;
  readonly database: Db;
  readonly environment: SubgraphEnvironment;
  readonly logs: LogAccess;
  readonly wake: LogWake;
  /** The code lists in force, as this owner keeps them. */
  readonly codeLists: CodeListSnapshots;
  /** Owners whose log holds an event that cannot be taken in for the moment. */
  readonly stuck: () => readonly string[];
  /** Where it is written what leaves the hub by this work. */
  readonly audit: AuditLog;
  readonly log: Logger;
}

/** A member by name, as a token would name it; a delegate with the user in whose stead (代办). */
export interface MemberName {
  readonly userId: string;
  readonly partyId: string;
  readonly role: string;
  readonly onBehalfOf?: string | null | undefined;
  /** The mapping by which a claim of the token gave the role (角色映射); absent where the party keeps it. */
  readonly roleMapping?: string | null | undefined;
}

/** Work that goes on until it is stopped. */
export interface RunningWork {
  stop(): Promise<void>;
  /** What of it does not get on, by part, while the rest does: told with the health of the service, which stays ready. */
  warnings?(): Readonly<Record<string, string>>;
}
