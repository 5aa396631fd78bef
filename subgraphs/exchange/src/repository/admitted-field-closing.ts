import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import type { FieldClosing } from '@hub/prisma/exchange/generated/client.js';
import type { ExchangeTransaction } from './database.js';

/** The closing that an item names, locked. @throws Refusal NOT_FOUND, STATE_NOT_POSSIBLE, REVISION_CONFLICT */
export async function admittedFieldClosing(
  { unit, admit }: ActScope<ExchangeTransaction>,
  { closingId: id, expectedRevision }: { readonly closingId: string; readonly expectedRevision?: number | null | undefined },
): Promise<FieldClosing> {
  await unit.tx.$queryRaw`SELECT id FROM field_closing WHERE id = ${id} FOR UPDATE`;
  return admit(await unit.tx.fieldClosing.findUnique({ where: { id } }), { type: 'FieldClosing', id, field: 'closingId', expectedRevision });
}
