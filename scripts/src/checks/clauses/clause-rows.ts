/** Where the table of clauses lies. */
export const clausesPath = 'gateway/docs/clauses.md';

/** A row of the table: a clause, the tests that prove it, and what of it is still to come. */
export interface ClauseRow {
  readonly line: number;
  readonly clause: string;
  readonly proofs: readonly { readonly file: string; readonly title: string }[];
  readonly waitsFor: string;
}

/** The rows of the table `clause | what must work | proof | still to come`; a proof is `path › title`, several stand in one cell. */
export function clauseRows(page: string): ClauseRow[] {
  return page.split('\n').flatMap((text, index) => {
    const cells = text.split('|').slice(1, -1).map((cell) => cell.trim());
    const [clause = '', , proof = '', waitsFor = ''] = cells;
    if (cells.length !== 4 || !/^\d|^after \d/.test(clause)) return [];
    const proofs = proof.split('<br/>').flatMap((each) => {
      const [file = '', title = ''] = each.split('›').map((part) => part.trim());
      return each.trim() === '' ? [] : [{ file: file.replaceAll('`', ''), title }];
    });
    return [{ line: index + 1, clause, proofs, waitsFor }];
  });
}
