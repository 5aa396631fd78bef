import type { SearchedSelection } from './searched-rows.js';

/** A selection as a Prisma query over the key. */
export function searchedSelectionOf(selection: SearchedSelection): { where: { id: { in: string[] } | { gt: string } }; orderBy: { id: 'asc' }; take?: number } {
  if ('ids' in selection) return { where: { id: { in: [...selection.ids] } }, orderBy: { id: 'asc' } };
  return { where: { id: { gt: selection.after } }, orderBy: { id: 'asc' }, take: selection.limit };
}
