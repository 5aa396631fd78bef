import { codedError } from '@hub/kernel/refusals/coded-error.js';
import type { Locale } from '@hub/schema/errors/locale.js';
import type { ExportPage } from './export-page.js';
import type { ExportSettings } from './export-settings.js';

export interface PagesToExport {
  readonly ask: (after: string | null) => Promise<ExportPage>;
  /** Where it goes on, and behind how many rows. */
  readonly after: string | null;
  readonly rowsBefore: number;
  readonly limits: ExportSettings;
  readonly locale: Locale;
}

/**
 * The pages of a list, one after the other, each asked when the one before is through.
 * @throws GraphQLError EXPORT_TIME, EXPORT_TOO_LARGE, and what a page ends with
 */
export async function* exportedPages({ ask, after: begin, rowsBefore, limits, locale }: PagesToExport): AsyncGenerator<ExportPage, void> {
  const until = Date.now() + limits.EXPORT_TIME_S * 1_000;
  let rows = rowsBefore;
  for (let after = begin; ; ) {
    if (Date.now() > until) throw codedError('EXPORT_TIME', locale, { limit: limits.EXPORT_TIME_S });
    const page = await ask(after);
    rows += page.rows.length;
    if (rows > limits.EXPORT_ROWS) throw codedError('EXPORT_TOO_LARGE', locale, { limit: limits.EXPORT_ROWS });
    yield page;
    if (!page.hasNextPage) return;
    if (page.endCursor === null || page.endCursor === after) throw new Error('A list says that it goes on, and not where.');
    after = page.endCursor;
  }
}
