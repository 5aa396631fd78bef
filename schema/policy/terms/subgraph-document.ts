import { concatAST, Kind, parse, type DocumentNode } from 'graphql';
import { expandListSizes } from '../cost/expand-list-sizes.js';
import { expandTerms, type OwnerSource } from './expand-terms.js';

/** Heads every published schema: what it links from Federation and from the terms of sharing. */
const links = parse(`
  extend schema
    @link(
      url: "https://specs.apollo.dev/federation/v2.9"
      import: ["@key", "@shareable", "@external", "@requires", "@provides", "@composeDirective", "@cost", "@listSize"]
    )
    @link(url: "https://hub.example/sharing/v1.0", import: ["@sharing", "@act", "@structural"])
    @composeDirective(name: "@sharing")
    @composeDirective(name: "@act")
    @composeDirective(name: "@structural")
`);

/**
 * The schema of one owner as it is published: its documents with all terms in full, the structure that all owners
 * share, the sizes of lists, and the definitions of the directives.
 */
export function subgraphDocument(
  source: OwnerSource,
  sources: readonly OwnerSource[],
  sharingSpecification: DocumentNode,
): DocumentNode {
  return concatAST([links, sharingSpecification, { kind: Kind.DOCUMENT, definitions: expandListSizes(expandTerms(source, sources)) }]);
}
