import { ownFields, type OwnField } from '@hub/schema/check/own-fields.js';
import type { RegistryTransaction } from './database.js';

/** Read once for each version: a schema of some hundred types takes milliseconds to read. */
const known = new Map<string, { readonly contentHash: string; readonly fields: readonly OwnField[] }>();

/** The fields and acts that the version in force of a subgraph has terms for; undefined where there is none. */
export async function fieldsInForce(database: Pick<RegistryTransaction, 'schemaVersion' | 'schemaText'>, subgraph: string): Promise<readonly OwnField[] | undefined> {
  const version = await database.schemaVersion.findFirst({ where: { subgraph }, orderBy: { version: 'desc' }, select: { contentHash: true } });
  if (!version) return undefined;
  const { contentHash } = version;
  const before = known.get(subgraph);
  if (before?.contentHash === contentHash) return before.fields;
  const text = await database.schemaText.findUniqueOrThrow({ where: { contentHash } });
  const fields = ownFields(subgraph, text.sdl);
  known.set(subgraph, { contentHash, fields });
  return fields;
}
