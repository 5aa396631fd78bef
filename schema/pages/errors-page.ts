import type { CatalogueEntry } from '../errors/catalogue-entry.js';
import { catalogue } from '../errors/catalogue.js';
import { generatedNote } from './generated-note.js';
import { markdownTable } from './markdown-table.js';

/** ERRORS.md: every code of the catalogue, in its order. */
export function errorsPage(): string {
  const rows = Object.entries<CatalogueEntry>(catalogue).map(([code, entry]) => [
    `\`${code}\``,
    entry.status === undefined ? '' : String(entry.status),
    entry.en,
    entry['zh-CN'],
  ]);
  return `# Error codes (错误代码)

${generatedNote('errors/codes')}

A code stands in \`extensions.code\` of an error, or in \`refusal.code\` of an act's outcome, and is never used again for something
else. The message comes in Chinese, or in English where \`Accept-Language\` prefers it; what stands in braces is filled in. The
HTTP status is given where the whole request is refused; a field or an item that is refused leaves the rest of the answer.

\`VALUE_INVALID\` comes in two ways. In an act's outcome it refuses that item, and the others are done. Where GraphQL cannot read a value at all
(a word that an enum lacks, a text for a number, a time without zone, a field that is missing) it stands in \`errors\`, its place in
\`extensions.field\` (\`items.3.observedOn\`), and nothing of the request was done, for GraphQL reads all values before the first item
(GraphQL specification, 6.1.2): mend that value, and send the list again with the same keys.

${markdownTable(['code', 'HTTP', 'English', '中文'], rows)}
`;
}
