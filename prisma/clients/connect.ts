import { ClosedForGood } from './closed-for-good.js';
import { LargeTextsClient } from './large-texts.js';
import { withSessionSettings } from './session-settings.js';
import { sqlChannel } from './sql-channel.js';
import { statementNames } from './statement-names.js';

export type ConnectOptions = {
  /** The most connections at a time; 10 unless told. */
  poolSize?: number;
  /** Shown in pg_stat_activity, to tell whose connection it is. */
  application?: string;
  /** Told of connections that broke while idle or within a transaction; the pool replaces them by itself. */
  onConnectionLost?: (error: Error) => void;
};

type Disconnectable = { $disconnect(): Promise<void> };

/** What a generated client is constructed with. */
type ClientOptions = { adapter: ClosedForGood; transactionOptions: { maxWait: number; timeout: number } };

/**
 * A Prisma client on one database: statements are prepared, sessions have the settings of a hub, and a server
 * that restarts costs only what was under way. Nothing is connected before the first query; `$disconnect()` ends the pool
 * for good, also before that.
 */
export function connect<Client extends Disconnectable>(PrismaClient: new (options: ClientOptions) => Client, url: string, options: ConnectOptions = {}): Client {
  const { poolSize = 10, application = 'hub', onConnectionLost = () => undefined } = options;
  const nameOf = statementNames();
  const adapter = new ClosedForGood(
    {
      connectionString: withSessionSettings(url),
      max: poolSize,
      application_name: application,
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      Client: LargeTextsClient,
    },
    {
      // The adapter asks here once for each statement that it sends.
      statementNameGenerator({ sql }) {
        if (sqlChannel.hasSubscribers) sqlChannel.publish({ application, sql });
        return nameOf(sql);
      },
      onPoolError: onConnectionLost,
      onConnectionError: onConnectionLost,
    },
  );
  const client = new PrismaClient({ adapter, transactionOptions: { maxWait: 10_000, timeout: 30_000 } });
  const disconnect = client.$disconnect.bind(client);
  client.$disconnect = () => {
    adapter.close();
    return disconnect();
  };
  return client;
}
