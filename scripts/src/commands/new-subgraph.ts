import { fileURLToPath } from 'node:url';
import { makeSubgraph } from '../new-subgraph/make-subgraph.js';

/** Makes the rooms of a new subgraph in this checkout and tells what is left to do. */
export async function newSubgraph(name: string): Promise<void> {
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  const files = await makeSubgraph(root, name);
  console.log(
    [
      ...files,
      '',
      'Left to do:',
      '  npm install                                makes the new package known',
      '  npm run build                              generates its client, its types and the supergraph',
      `  npx vitest run subgraphs/${name}`,
      `  subgraphs/exchange/src/service.ts          name its SDL there, so that its events are seen on its terms`,
      '  gateway/docs/adr/0001-…                    say what it owns, and what it tells whom',
    ].join('\n'),
  );
}
