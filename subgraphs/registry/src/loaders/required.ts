import type DataLoader from 'dataloader';

/** A row that another row of the same terms leads to: who sees the one sees the other. @throws Error where it is not there */
export async function required<Row>(loader: DataLoader<string, Row | null>, id: string): Promise<Row> {
  const row = await loader.load(id);
  if (row === null) throw new Error(`${id} is led to and is not there.`);
  return row;
}
