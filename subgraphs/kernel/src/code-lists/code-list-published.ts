/** The kind of event by which the registry tells of a version of a code list. */
export const codeListPublished = 'CodeListPublished';

/** What the registry tells every owner of a version of a code list (代码表版本), or of its signature by another key. */
export interface CodeListPublished {
  readonly listId: string;
  readonly version: number;
  /** ISO 8601 in UTC. */
  readonly publishedAt: string;
  readonly contentHash: string;
  /** JSON in one form only (RFC 8785). */
  readonly content: string;
  /** JWS over the statement of the version (codeListStatement), payload detached. */
  readonly signature: string;
  /** The epoch of the registry's log in which this is told: a restore begins another. */
  readonly epoch: string;
}
