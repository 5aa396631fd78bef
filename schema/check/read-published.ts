import { parse, Source, type DocumentNode } from 'graphql';
import { readOwnerContract, type OwnerContract } from '../policy/lint/owner-contract.js';

/** A published schema, read: with the places of its text, so that findings can point at them. */
export interface PublishedContract extends OwnerContract {
  readonly sdl: string;
}

/** Reads the schema that a subgraph publishes, all terms in full. @throws GraphQLError where the text is no schema */
export function readPublished(owner: string, sdl: string): PublishedContract {
  const document: DocumentNode = parse(new Source(sdl, owner));
  return { ...readOwnerContract(owner, document, document), sdl };
}
