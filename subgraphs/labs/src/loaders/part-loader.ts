import DataLoader from 'dataloader';

/**
 * Loads what many receipts consist of, such as their readings: one statement for all. Parts have no rights of their own: they are
 * reached only through a field of a receipt that has been decided.
 */
export function partLoader<Part extends { readonly receiptId: string }>(
  find: (receiptIds: readonly string[]) => Promise<Part[]>,
): DataLoader<string, Part[]> {
  return new DataLoader(
    async (receiptIds) => {
      const groups = new Map<string, Part[]>(receiptIds.map((id) => [id, []]));
      for (const part of await find(receiptIds)) groups.get(part.receiptId)?.push(part);
      return receiptIds.map((id) => groups.get(id) ?? []);
    },
    { maxBatchSize: 1000 },
  );
}
