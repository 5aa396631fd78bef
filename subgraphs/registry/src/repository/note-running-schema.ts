import type { ToldSchema } from '@hub/kernel/terms-in-force/told-schema.js';
import { supergraph } from './built-schemas.js';
import type { RegistryDatabase } from './database.js';
import { noteGatewayDay } from './note-gateway-day.js';

/** For how long a process that is gone is remembered. */
const keptFor = '1 day';

/** Notes what a process of the hub has of the schemas, as it tells with its questions for news. @param service gateway, or an owner */
export async function noteRunningSchema(database: Pick<RegistryDatabase, '$executeRaw'>, service: string, told: ToldSchema): Promise<void> {
  const { instance, contentHash, builtHash, differing } = told;
  const subgraph = service === 'gateway' ? supergraph : service;
  await database.$executeRaw`
    WITH gone AS (DELETE FROM running_schema WHERE heard_at < now() - ${keptFor}::interval AND instance <> ${instance})
    INSERT INTO running_schema (service, instance, subgraph, content_hash, built_hash, differing, heard_at)
    VALUES (${service}, ${instance}, ${subgraph}, ${contentHash}, ${builtHash}, ${differing}, now())
    ON CONFLICT (service, instance) DO UPDATE SET content_hash = excluded.content_hash, built_hash = excluded.built_hash, differing = excluded.differing, heard_at = excluded.heard_at`;
  if (service === 'gateway') await noteGatewayDay(database, instance, { reported: false });
}

/** Forgets a process that has said that it stops. */
export async function forgetRunningSchema(database: Pick<RegistryDatabase, '$executeRaw'>, service: string, instance: string): Promise<void> {
  await database.$executeRaw`DELETE FROM running_schema WHERE service = ${service} AND instance = ${instance}`;
}
