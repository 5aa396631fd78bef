import { buildASTSchema, concatAST, Kind, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { readTerms, type TermsTable } from '../terms/read-terms.js';

/** What one owner brings to the contract, as the lint rules look at it. */
export interface OwnerContract {
  readonly owner: string;
  /** The documents as the owner wrote them. */
  readonly authored: DocumentNode;
  /** The document as it is published: all terms in full. */
  readonly published: DocumentNode;
  readonly schema: GraphQLSchema;
  readonly table: TermsTable;
}

/** Reads an owner's documents for the lint rules. */
export function readOwnerContract(owner: string, authored: DocumentNode, published: DocumentNode): OwnerContract {
  const schema = buildASTSchema(concatAST([published, rootsOf(published)]), { assumeValidSDL: true });
  return { owner, authored, published, schema, table: readTerms(schema) };
}

/** Owners only extend the root types, and graphql-js drops an extension whose type is not defined. */
function rootsOf(document: DocumentNode): DocumentNode {
  const named = (kind: Kind) =>
    document.definitions.flatMap((definition) => (definition.kind === kind && 'name' in definition ? [definition.name?.value] : []));
  const defined = named(Kind.OBJECT_TYPE_DEFINITION);
  const missing = new Set(named(Kind.OBJECT_TYPE_EXTENSION).filter((name) => !defined.includes(name)));
  return missing.size === 0 ? { kind: Kind.DOCUMENT, definitions: [] } : parse([...missing].map((name) => `type ${name}`).join('\n'));
}
