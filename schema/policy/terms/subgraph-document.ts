import { concatAST, Kind, parse, type DocumentNode } from 'graphql';
import { expandTerms, type OwnerSource } from './expand-terms.js';

/** Heads every published schema: what it links from Federation and from the terms of sharing. */
const links = parse(`
  extend schema
    @link(
      url: "https://specs.apollo.dev/federation/v2.9"
      import: ["@key", "@shareable", "@external", "@requires", "@provides", "@composeDirective"]
    )
    @link(url: "https://hub.example/sharing/v1.0", import: ["@sharing", "@act", "@structural"])
    @composeDirective(name: "@sharing")
    @composeDirective(name: "@act")
    @composeDirective(name: "@structural")
`);

/**
 * The schema of one owner as it is published: its documents with all terms in full, the structure that all owners
 * share, and the definitions of the directives.
 */
export function subgraphDocument(
  source: OwnerSource,
  sources: readonly OwnerSource[],
  sharingSpecification: DocumentNode,
): DocumentNode {
  return concatAST([links, sharingSpecification, { kind: Kind.DOCUMENT, definitions: expandTerms(source, sources) }]);
}
