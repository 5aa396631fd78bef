import { GraphQLError, stripIgnoredCharacters } from 'graphql';
import { documentHash } from './document-hash.js';

/** An operation that is known before it is asked. */
export interface ListedOperation {
  readonly id: string;
  readonly body: string;
}

/** The operations that clients were built with, by id, by the hash of their text and by text. */
export class OperationList {
  readonly #bodies: ReadonlyMap<string, string>;
  readonly #texts: ReadonlySet<string>;

  constructor(operations: readonly ListedOperation[]) {
    this.#bodies = new Map([...operations.map(({ body }) => [documentHash(body), body] as const), ...operations.map(({ id, body }) => [id, body] as const)]);
    this.#texts = new Set(operations.flatMap(({ body }) => [body, written(body)]));
  }

  /** The text of a listed operation, by its id or hash. */
  textOf(id: string): string | undefined {
    return this.#bodies.get(id);
  }

  /** Whether a text is in the list, whatever white space, commas and comments it has. */
  has(text: string): boolean {
    return this.#texts.has(text) || this.#texts.has(written(text));
  }
}

/** Where the list comes from: a file, the registry, or both together. Asked for each operation. */
export interface OperationListSource {
  current(): Pick<OperationList, 'textOf' | 'has'>;
}

/** A text without what GraphQL ignores (GraphQL §2.1); one that is no GraphQL stays as it is. */
function written(text: string): string {
  try {
    return stripIgnoredCharacters(text);
  } catch (error) {
    if (error instanceof GraphQLError) return text;
    throw error;
  }
}
