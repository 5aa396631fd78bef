import type { ActRecord } from '@hub/kernel/unit-of-work/act-record.js';
import type { RegistryTransaction } from './database.js';
import { usersBehind } from './registry-token.js';

/** What is changed: texts of subgraphs and contents of code lists, each against the version in force that it would follow. */
export interface ChangedContent {
  readonly changes: readonly { readonly subgraph: string; readonly baseVersion: number; readonly contentHash: string }[];
  readonly codeLists: readonly { readonly listId: string; readonly baseVersion: number; readonly contentHash: string }[];
}

/** All users behind a change: who had one of its texts checked or proposed, or one of its code lists proposed, in whichever check and proposal; of a registry token also who has issued it. */
export async function usersBehindChange(tx: Pick<RegistryTransaction, 'registryToken' | 'schemaCheck' | 'schemaProposal'>, { changes, codeLists }: ChangedContent): Promise<readonly string[]> {
  const texts = changes.map(({ subgraph, baseVersion, contentHash }) => ({ subgraph, baseVersion, contentHash }));
  const lists = codeLists.map(({ listId, baseVersion, contentHash }) => ({ listId, baseVersion, contentHash }));
  const checks = await tx.schemaCheck.findMany({ where: { OR: texts }, select: { checked: true } });
  const proposals = await tx.schemaProposal.findMany({
    where: { OR: [...texts.map((text) => ({ changes: { array_contains: [text] } })), ...lists.map((list) => ({ codeLists: { array_contains: [list] } }))] },
    select: { proposed: true },
  });
  return usersBehind(tx, [...checks.map(({ checked }) => checked), ...proposals.map(({ proposed }) => proposed)] as unknown as readonly ActRecord[]);
}
