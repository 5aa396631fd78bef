import { clauseRows, clausesPath } from './clauses/clause-rows.js';
import type { Finding } from './finding.js';
import type { SourceTree } from './source-tree.js';

/** Each clause of the standard names tests that prove it, which are there, or says what it waits for. */
export function checkClauses(tree: SourceTree): Finding[] {
  if (!tree.files.includes(clausesPath)) return [{ place: clausesPath, message: 'The table of clauses is missing.' }];
  return clauseRows(tree.read(clausesPath)).flatMap(({ line, clause, proofs, waitsFor }) => {
    const place = `${clausesPath}:${line}`;
    if (proofs.length === 0 && waitsFor === '') return [{ place, message: `${clause} names neither a test nor what it waits for.` }];
    return proofs.flatMap(({ file, title }) => {
      if (!/[.]test[.]ts$/.test(file) || !tree.files.includes(file)) return [{ place, message: `${clause}: there is no test file ${file}.` }];
      return holds(tree.read(file), title) ? [] : [{ place, message: `${clause}: ${file} has no test "${title}".` }];
    });
  });
}

/** A title stands in quotes, whole. */
function holds(text: string, title: string): boolean {
  return title !== '' && ["'", '"', '`'].some((quote) => text.includes(`(${quote}${title}${quote}`));
}
