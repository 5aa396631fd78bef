import { readMapping } from '@hub/imports/mapping/read-mapping.js';
import { toldColumns } from '@hub/imports/mapping/told-columns.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { CheckedMapping } from '../repository/import-mappings.js';

/** Whether the place of a source may be read from a column: it goes into an address. @throws Refusal IMPORT_CURSOR_COLUMN at the field that names it */
export function requirePlaceColumn({ text, name }: Pick<CheckedMapping, 'text' | 'name'>, column: string, field: string): void {
  const known = toldColumns(readMapping(text, name));
  if (!known.includes(column)) throw new Refusal('IMPORT_CURSOR_COLUMN', { field, parameters: { column, known: known.join(', ') } });
}
