import type { FieldTerms } from '@hub/schema/policy/terms/vocabulary.js';
import type { ExchangeDatabase } from './database.js';

/** Keeps on which terms an owner shares the fields of its types: all of them, in one statement; what it does not name is open to nobody. */
export async function keepSearchTerms(database: ExchangeDatabase, owner: string, terms: Readonly<Record<string, FieldTerms>>): Promise<void> {
  await database.$executeRaw`
    WITH told AS (SELECT key AS coordinate, value AS terms FROM jsonb_each(${JSON.stringify(terms)}::jsonb)),
    withdrawn AS (DELETE FROM search_terms WHERE owner = ${owner} AND coordinate NOT IN (SELECT coordinate FROM told))
    INSERT INTO search_terms (coordinate, owner, terms) SELECT coordinate, ${owner}, terms FROM told ORDER BY coordinate
    ON CONFLICT (coordinate) DO UPDATE SET owner = excluded.owner, terms = excluded.terms WHERE search_terms.terms <> excluded.terms`;
}
