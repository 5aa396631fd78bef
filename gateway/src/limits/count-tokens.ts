import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';

const opening: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const closing: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Counts a document's tokens and how deep its brackets nest, without parsing it: the parser is recursive and would run out of
 * stack. Ends at the first token beyond the limit, or at what is none: so far the parser goes, too.
 */
export function countTokens(text: string, limit: number): { tokens: number; nesting: number } {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let open = 0;
  let nesting = 0;
  try {
    for (let token = lexer.advance(); token.kind !== TokenKind.EOF && tokens <= limit; token = lexer.advance()) {
      tokens += 1;
      if (opening.has(token.kind)) nesting = Math.max(nesting, (open += 1));
      else if (closing.has(token.kind)) open -= 1;
    }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
  }
  return { tokens, nesting };
}
