import type { ReceivedEvent } from '@hub/kernel/log/event.js';
import type { ExchangeTransaction } from './database.js';

/** Keeps the stamps of a row beside which comments stand as its last event at its owner left them: who may see the row may see them. */
export async function restampCommentedRow(tx: ExchangeTransaction, owner: string | undefined, { source, subjectType, subjectId, stamps }: ReceivedEvent): Promise<void> {
  if (source !== owner) return;
  const { holder, concerned, sellerRegion, producerRegion, platformRegion, state, reached } = stamps;
  await tx.commentedRow.updateMany({
    where: { subjectType, subjectId },
    data: { holder, concerned: [...concerned], sellerRegion, producerRegion, platformRegion, state, reached: [...reached] },
  });
}
