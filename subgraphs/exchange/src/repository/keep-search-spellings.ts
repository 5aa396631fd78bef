import type { ExchangeTransaction } from './database.js';

/** A word that a wrong spelling may have meant. */
export interface Spelling {
  readonly word: string;
  /** Of the fields that have it. */
  readonly codes: readonly string[];
  /** It, and it without one letter. */
  readonly deletions: readonly string[];
}

/** Adds words to those that a wrong spelling may have meant. */
export async function keepSearchSpellings(tx: ExchangeTransaction, spellings: readonly Spelling[]): Promise<void> {
  if (spellings.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO search_spelling (word, codes, deletions)
    SELECT word, ARRAY(SELECT jsonb_array_elements_text(codes)), ARRAY(SELECT jsonb_array_elements_text(deletions))
    FROM jsonb_to_recordset(${JSON.stringify(spellings)}::jsonb) AS t (word text, codes jsonb, deletions jsonb) ORDER BY word
    ON CONFLICT (word) DO UPDATE SET codes = ARRAY(SELECT unnest(search_spelling.codes) UNION SELECT unnest(excluded.codes))
    WHERE NOT search_spelling.codes @> excluded.codes`;
}
