import { entityLoader } from '@hub/kernel/loading/entity-loader.js';
import type { OperationAuthority } from '@hub/schema/policy/enforcement/operation-authority.js';
import DataLoader from 'dataloader';
import type { Repositories } from '../repository/repositories.js';

/** The loaders of one operation: each batch is one statement, and only rows that the caller may see come back. */
export function loaders(authority: OperationAuthority, repositories: Repositories) {
  return {
    region: entityLoader(authority, 'Region.code', repositories.regions.findAll),
    schemaVersion: entityLoader(authority, 'SchemaVersion.id', repositories.schemaVersions.findAll),
    schemaCheck: entityLoader(authority, 'SchemaCheck.id', repositories.schemaChecks.findAll),
    registryToken: entityLoader(authority, 'RegistryToken.id', repositories.registryTokens.findAll),
    schemaRuleException: entityLoader(authority, 'SchemaRuleException.id', repositories.schemaRuleExceptions.findAll),
    schemaProposal: entityLoader(authority, 'SchemaProposal.id', repositories.schemaProposals.findAll),
    persistedOperation: entityLoader(authority, 'PersistedOperation.id', repositories.persistedOperations.findAll),
    schemaText: textLoader(repositories.schemaTexts),
    codeList: entityLoader(authority, 'CodeList.id', repositories.codeLists.findAll),
    codeListVersion: entityLoader(authority, 'CodeListVersion.id', repositories.codeListVersions.findAll),
    codeListContent: textLoader(repositories.codeListContents),
    code: entityLoader(authority, 'Code.id', repositories.codes.findAll),
  };
}

/** Texts by their hash. Whoever sees what names a text sees the text. */
function textLoader(read: (contentHashes: readonly string[]) => Promise<ReadonlyMap<string, string>>): DataLoader<string, string> {
  return new DataLoader(async (contentHashes) => {
    const texts = await read(contentHashes);
    return contentHashes.map((hash) => texts.get(hash) ?? new Error(`The text of ${hash} is not kept.`));
  });
}

export type Loaders = ReturnType<typeof loaders>;
