import { createHash } from 'node:crypto';
import { usageReportingSignature } from '@apollo/utils.usagereporting';
import { getOperationAST, separateOperations, type DocumentNode, type GraphQLSchema } from 'graphql';
import { usedCoordinates } from './used-coordinates.js';

/** What the registry takes of an operation: characters of a name, which is cut, of a signature, of which the hash has to do, and of a coordinate, and how many of these. */
const longest = { name: 1_000, signature: 20_000, coordinate: 300, coordinates: 20_000 } as const;

/** An operation by its shape: whoever asks the same with other values asks the same operation. */
export interface KnownOperation {
  /** SHA-256 of the signature and the coordinates, one a line, in lower-case hexadecimal: the signature alone does not tell what is written out of an input. */
  readonly hash: string;
  /** As the client calls it, cut; empty where it does not. */
  readonly name: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** The text without values, aliases and white space, sorted; null where it is too long to be told. */
  readonly signature: string | null;
  /** The schema coordinates on which it relies. */
  readonly coordinates: readonly string[];
}

/** Reads the shape of an operation of a valid document. @throws Error where there is no such operation, or the registry would not take what it relies on */
export function knownOperation(schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined): KnownOperation {
  const definition = getOperationAST(document, operationName);
  if (!definition) throw new Error('The document has no such operation.');
  const name = definition.name?.value ?? '';
  const signature = usageReportingSignature(document, name);
  const coordinates = usedCoordinates(schema, separateOperations(document)[name] ?? document);
  if (coordinates.length > longest.coordinates || coordinates.some(({ length }) => length > longest.coordinate)) throw new Error('The operation relies on more than can be told.');
  return {
    hash: createHash('sha256').update([signature, ...coordinates].join('\n')).digest('hex'),
    name: name.slice(0, longest.name),
    kind: definition.operation,
    signature: signature.length > longest.signature ? null : signature,
    coordinates,
  };
}
