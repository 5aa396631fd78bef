import type { ExchangeTransaction } from './database.js';

/** A lexeme, and where it stands. */
export interface StandingLexeme {
  readonly lexeme: string;
  /** Of the fields. */
  readonly codes: readonly string[];
}

/** Adds lexemes to those that stand in the index; what is known already is not written again, nor locked. */
export async function keepSearchLexemes(tx: ExchangeTransaction, lexemes: readonly StandingLexeme[]): Promise<void> {
  if (lexemes.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO search_lexeme (lexeme, codes)
    SELECT lexeme, told.codes
    FROM (SELECT lexeme, ARRAY(SELECT jsonb_array_elements_text(codes)) AS codes FROM jsonb_to_recordset(${JSON.stringify(lexemes)}::jsonb) AS t (lexeme text, codes jsonb)) told
    LEFT JOIN search_lexeme known USING (lexeme)
    WHERE known.codes IS NULL OR NOT known.codes @> told.codes ORDER BY lexeme
    ON CONFLICT (lexeme) DO UPDATE SET codes = ARRAY(SELECT unnest(search_lexeme.codes) UNION SELECT unnest(excluded.codes))`;
}
