import { catalogue, type ErrorCode } from '@hub/schema/errors/catalogue.js';
import type { CatalogueEntry } from '@hub/schema/errors/catalogue-entry.js';
import type { GraphQLFormattedError } from 'graphql';

/** Of an act that was not begun, or a question that was not answered: 403 where it is not the caller's, what the catalogue says of other codes, and 500 for what it does not know. */
export function statusOfErrors(errors: readonly GraphQLFormattedError[] = []): number {
  const code = String(errors[0]?.extensions?.['code'] ?? '');
  if (code === 'ACT_NOT_PERMITTED' || code.startsWith('SHARING_')) return 403;
  return code in catalogue ? statusOf(code) : 500;
}

/** 422 unless the catalogue says otherwise: what was sent is understood, and not done. */
export function statusOf(code: string): number {
  const entry: CatalogueEntry | undefined = catalogue[code as ErrorCode];
  return entry?.status ?? 422;
}
