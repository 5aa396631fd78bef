import type { PageQuery } from '@hub/kernel/lists/connection.js';
import type { Where } from '@hub/kernel/loading/entity-loader.js';
import type { RegistryDatabase } from './database.js';
import { runningSchemas } from './running-schemas.js';
import { usage } from './usage.js';

/** How rows are read: each function is one statement. Rights come with the condition. */
export function repositories(database: RegistryDatabase) {
  return {
    regions: {
      find: (query: PageQuery) => database.region.findMany(query as never),
      findAll: (where: Where) => database.region.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.region.count({ where: where as never, take }),
    },
    schemaVersions: {
      find: (query: PageQuery) => database.schemaVersion.findMany(query as never),
      findAll: (where: Where) => database.schemaVersion.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.schemaVersion.count({ where: where as never, take }),
    },
    /** The id of the version of a subgraph that was in force at a time. */
    schemaVersionAsOf: async (subgraph: string, at: Date): Promise<string | undefined> =>
      (await database.schemaVersion.findFirst({ where: { subgraph, publishedAt: { lte: at } }, orderBy: { version: 'desc' }, select: { id: true } }))?.id,
    runningSchemas: (now: Date) => runningSchemas(database, now),
    schemaChecks: {
      findAll: (where: Where) => database.schemaCheck.findMany({ where: where as never }),
    },
    persistedOperations: {
      find: (query: PageQuery) => database.persistedOperation.findMany(query as never),
      findAll: (where: Where) => database.persistedOperation.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.persistedOperation.count({ where: where as never, take }),
    },
    usage: usage(database),
    registryTokens: {
      find: (query: PageQuery) => database.registryToken.findMany(query as never),
      findAll: (where: Where) => database.registryToken.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.registryToken.count({ where: where as never, take }),
    },
    schemaRuleExceptions: {
      find: (query: PageQuery) => database.schemaRuleException.findMany(query as never),
      findAll: (where: Where) => database.schemaRuleException.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.schemaRuleException.count({ where: where as never, take }),
    },
    schemaProposals: {
      find: (query: PageQuery) => database.schemaProposal.findMany(query as never),
      findAll: (where: Where) => database.schemaProposal.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.schemaProposal.count({ where: where as never, take }),
    },
    codeLists: {
      find: (query: PageQuery) => database.codeList.findMany(query as never),
      findAll: (where: Where) => database.codeList.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.codeList.count({ where: where as never, take }),
    },
    codeListVersions: {
      find: (query: PageQuery) => database.codeListVersion.findMany(query as never),
      findAll: (where: Where) => database.codeListVersion.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.codeListVersion.count({ where: where as never, take }),
    },
    codes: {
      find: (query: PageQuery) => database.code.findMany(query as never),
      findAll: (where: Where) => database.code.findMany({ where: where as never }),
      count: (where: Where, take: number) => database.code.count({ where: where as never, take }),
    },
    /** The id of what a code means, if one does. */
    codeId: async (where: Where): Promise<string | undefined> => (await database.code.findFirst({ where: where as never, select: { id: true } }))?.id,
    /** The contents of versions of code lists, by hash. */
    codeListContents: async (contentHashes: readonly string[]): Promise<ReadonlyMap<string, string>> => {
      const contents = await database.codeListContent.findMany({ where: { contentHash: { in: [...contentHashes] } } });
      return new Map(contents.map(({ contentHash, content }) => [contentHash, content]));
    },
    /** The texts that contents have, by hash. Whoever sees a version sees its text. */
    schemaTexts: async (contentHashes: readonly string[]): Promise<ReadonlyMap<string, string>> => {
      const texts = await database.schemaText.findMany({ where: { contentHash: { in: [...contentHashes] } } });
      return new Map(texts.map(({ contentHash, sdl }) => [contentHash, sdl]));
    },
  };
}

export type Repositories = ReturnType<typeof repositories>;
