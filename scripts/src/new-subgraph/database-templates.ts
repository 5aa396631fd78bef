import type { SubgraphNames } from './subgraph-names.js';

/** The tables of a new owner, with the stamps that the sharing rules read, and the migration that makes them. */
export function databaseTemplates({ owner, pascal, snake }: SubgraphNames, now: Date): Record<string, string> {
  const stamp = now.toISOString().replaceAll(/\D/g, '').slice(0, 14);
  const table = `${snake}_entry`;
  return {
    [`prisma/${owner}/schema.prisma`]: `// What the ${owner} own. The stamps — holder, concerned, state, reached — are what the sharing rules read.

generator client {
  provider = "prisma-client"
  output   = "./generated"
}

datasource db {
  provider = "postgresql"
}

model ${pascal}Entry {
  id        String   @id @default(uuid(7))
  title     String
  holder    String
  concerned String[]
  state     String
  reached   String[]
  /// Lock against lost updates.
  revision  Int      @default(1)

  @@index([holder])
  @@map("${table}")
}
`,
    [`prisma/${owner}/migrations/${stamp}_first/migration.sql`]: `-- CreateTable
CREATE TABLE "${table}" (
    "id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "concerned" TEXT[],
    "state" TEXT NOT NULL,
    "reached" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "${table}_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "${table}_holder_idx" ON "${table}"("holder");
`,
  };
}
