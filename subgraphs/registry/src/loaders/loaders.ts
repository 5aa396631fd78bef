import { entityLoader } from '@hub/kernel/loading/entity-loader.js';
import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import DataLoader from 'dataloader';
import type { Repositories } from '../repository/repositories.js';

/** The loaders of one operation: each batch is one statement, and only rows that the caller may see come back. */
export function loaders(authority: OperationAuthority, repositories: Repositories) {
  return {
    region: entityLoader(authority, 'Region.code', repositories.regions.findAll),
    schemaVersion: entityLoader(authority, 'SchemaVersion.id', repositories.schemaVersions.findAll),
    schemaText: new DataLoader<string, string>(async (contentHashes) => {
      const texts = await repositories.schemaTexts(contentHashes);
      return contentHashes.map((hash) => texts.get(hash) ?? new Error(`The text of ${hash} is not kept.`));
    }),
  };
}

export type Loaders = ReturnType<typeof loaders>;
