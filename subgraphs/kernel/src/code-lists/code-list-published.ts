/** The kind of event by which the registry tells of a version of a code list. */
export const codeListPublished = 'CodeListPublished';

/** What the registry tells every owner of a version of a code list (代码表版本), or of its signature by another key. */
export interface CodeListPublished {
  readonly listId: string;
  readonly version: number;
  readonly contentHash: string;
  /** JSON in one form only (RFC 8785). */
  readonly content: string;
  /** JWS over the content, payload detached. */
  readonly signature: string;
}
