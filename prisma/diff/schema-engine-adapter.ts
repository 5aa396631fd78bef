import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { withSessionSettings } from '../clients/session-settings.js';
import { Pool, type QueryArrayConfig, type QueryArrayResult } from 'pg';

/** PostgreSQL's internal type "char" (pg_type.oid), which stands in the catalogues that the engine reads. */
const internalChar = 18;
const text = 25;

/**
 * The way of Prisma's schema engine to a database. The engine expects "char" columns as characters, and adapter-pg knows no such
 * type: it is shown text, and the engine characters.
 */
export function schemaEngineAdapter(url: string): { factory: SqlMigrationAwareDriverAdapterFactory; close(): Promise<void> } {
  const charColumns = new WeakMap<unknown[], number[]>();
  const pool = new Pool({ connectionString: withSessionSettings(url) });
  const query = pool.query.bind(pool) as (config: QueryArrayConfig) => Promise<QueryArrayResult>;
  const queryWithoutChar = async (config: QueryArrayConfig) => {
    const result = await query(config);
    const found = result.fields.flatMap((field, index) => (field.dataTypeID === internalChar ? [index] : []));
    for (const index of found) Object.assign(result.fields[index] ?? {}, { dataTypeID: text });
    charColumns.set(result.rows, found);
    return result;
  };
  Object.assign(pool, { query: queryWithoutChar });

  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (params) => {
      const result = await queryRaw(params);
      for (const index of charColumns.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    };
    return adapter;
  };
  return { factory, close: () => pool.end() };
}
