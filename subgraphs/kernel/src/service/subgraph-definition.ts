import type { FastifyInstance } from 'fastify';
import type { JSONWebKeySet } from 'jose';
import type { OwnersFiles } from '../files/files-route.js';
import type { Authenticate } from '../identity/authenticate.js';
import type { InboxHandler, InboxHandlers } from '../inbox/inbox-handler.js';
import type { ReadSearchedRows } from '../searched/searched-rows.js';
import type { ToldSchema } from '../terms-in-force/told-schema.js';
import type { Database, Transaction } from '../unit-of-work/transaction.js';
import type { RouteEngine } from './route-engine.js';
import type { SubgraphContext } from './subgraph-context.js';
import type { SubgraphEnvironment } from './subgraph-environment.js';
import type { RunningWork, SubgraphEngine } from './subgraph-work.js';

/** A subgraph as its service.ts ties it together; the kernel makes a server of it. */
export interface SubgraphDefinition<Tx extends Transaction, Db extends Database<Tx>, Context extends SubgraphContext<Tx>> {
  /** Name of the owner, also of the subgraph. */
  readonly owner: string;
  /** The published schema, all terms in full. */
  readonly sdl: string;
  /** Type by type and field by field, as generated from the tree of resolvers. */
  readonly resolvers: Readonly<Record<string, object>>;
  /** Connects to the owner's database. */
  readonly connect: (url: string) => Db;
  /** Adds repositories and loaders to the context; called for every operation. */
  readonly contextOf: (context: SubgraphContext<Tx>, database: Db, environment: SubgraphEnvironment) => Context;
  /** What is done with other owners' events, by `source.kind`; made of the settings where it needs any. */
  readonly inbox: InboxHandlers<Tx> | ((environment: SubgraphEnvironment) => InboxHandlers<Tx>);
  /** What is done with a batch that an owner, this one included, has sealed of its audit log; where it is absent, no audit log is read. */
  readonly auditInbox?: InboxHandler<Tx>;
  /** Told what a service of the hub has of the schemas, whenever it asks for news of this owner's log and tells. */
  readonly onToldSchema?: (database: Db, service: string, told: ToldSchema) => Promise<void>;
  /** The keys by which it signs as the registry; where it is absent, it is not the registry, and hears the registry's. */
  readonly registryKeys?: (environment: SubgraphEnvironment) => Promise<JSONWebKeySet>;
  /** Work at the start, before the first request: keys, first data. */
  readonly prepare?: (database: Db, environment: SubgraphEnvironment) => Promise<void>;
  /** Work that goes on beside the requests, from when the subgraph listens until it closes. */
  readonly work?: (engine: SubgraphEngine<Db, Context>) => RunningWork;
  /** The files that its acts name, where it takes any in. */
  readonly files?: OwnersFiles;
  /** How the rows of its types are read that the exchange's search finds (5.4.4), by type. */
  readonly searched?: Readonly<Record<string, ReadSearchedRows<Db>>>;
  /** Addresses besides /graphql, /events and /health. They are open unless they ask `authenticate`. */
  readonly routes?: (server: FastifyInstance, database: Db, environment: SubgraphEnvironment, authenticate: Authenticate, engine: RouteEngine) => void;
}
