import { createHash } from 'node:crypto';
import { usageReportingSignature } from '@apollo/utils.usagereporting';
import { getOperationAST, separateOperations, type DocumentNode, type GraphQLSchema } from 'graphql';
import { usedCoordinates } from './used-coordinates.js';

/** Longest signature that is told, in characters; of a longer one the hash has to do. */
const longestSignature = 20_000;

/** An operation by its shape: whoever asks the same with other values asks the same operation. */
export interface KnownOperation {
  /** SHA-256 of the signature, in lower-case hexadecimal. */
  readonly hash: string;
  /** As the client calls it; empty where it does not. */
  readonly name: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** The text without values, aliases and white space, sorted; null where it is too long to be told. */
  readonly signature: string | null;
  /** The schema coordinates on which it relies. */
  readonly coordinates: readonly string[];
}

/** Reads the shape of an operation of a valid document. */
export function knownOperation(schema: GraphQLSchema, document: DocumentNode, operationName: string | undefined): KnownOperation {
  const definition = getOperationAST(document, operationName);
  if (!definition) throw new Error('The document has no such operation.');
  const name = definition.name?.value ?? '';
  const signature = usageReportingSignature(document, name);
  return {
    hash: createHash('sha256').update(signature).digest('hex'),
    name,
    kind: definition.operation,
    signature: signature.length > longestSignature ? null : signature,
    coordinates: usedCoordinates(schema, separateOperations(document)[name] ?? document),
  };
}
