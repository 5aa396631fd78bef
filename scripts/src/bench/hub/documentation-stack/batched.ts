import DataLoader from 'dataloader';

/** A DataLoader of rows by id: one statement per batch. */
export function batchedById<Row extends { readonly id: string }>(find: (ids: string[]) => Promise<Row[]>): DataLoader<string, Row | null> {
  return new DataLoader(async (ids) => {
    const rows = new Map((await find([...ids])).map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  });
}

/** A DataLoader of the rows of each parent: one statement per batch. */
export function batchedByParent<Row>(parentOf: (row: Row) => string | null, find: (parents: string[]) => Promise<Row[]>): DataLoader<string, Row[]> {
  return new DataLoader(async (parents) => {
    const groups = new Map<string | null, Row[]>(parents.map((parent) => [parent, []]));
    for (const row of await find([...parents])) groups.get(parentOf(row))?.push(row);
    return parents.map((parent) => groups.get(parent) ?? []);
  });
}
