import { supergraph } from './built-schemas.js';
import type { RegistryDatabase } from './database.js';

/** The version of the supergraph that gateways are to run. @throws Error before the first is published */
export async function supergraphInForce(database: RegistryDatabase) {
  const version = await database.schemaVersion.findFirst({ where: { subgraph: supergraph }, orderBy: { version: 'desc' } });
  if (!version) throw new Error('No supergraph has been published; start the registry anew, it publishes that of its build.');
  return version;
}
