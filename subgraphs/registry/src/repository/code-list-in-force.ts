import type { CodeList } from '@hub/prisma/registry/generated/client.js';
import type { CodeListContent } from '@hub/schema/code-lists/code-list.js';
import type { RegistryTransaction } from './database.js';

/** The version of a code list that is in force, with what it says. */
export interface CodeListInForce {
  readonly version: number;
  readonly contentHash: string;
  readonly content: CodeListContent;
}

export async function codeListInForce(tx: Pick<RegistryTransaction, 'codeListVersion' | 'codeListContent'>, { currentId }: Pick<CodeList, 'currentId'>): Promise<CodeListInForce> {
  const { version, contentHash } = await tx.codeListVersion.findUniqueOrThrow({ where: { id: currentId } });
  return { version, contentHash, content: await keptCodeList(tx, contentHash) };
}

/** The content that a hash names. */
export async function keptCodeList(tx: Pick<RegistryTransaction, 'codeListContent'>, contentHash: string): Promise<CodeListContent> {
  const { content } = await tx.codeListContent.findUniqueOrThrow({ where: { contentHash } });
  return JSON.parse(content) as CodeListContent;
}
