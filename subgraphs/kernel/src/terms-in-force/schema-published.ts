/** The kind of event by which the registry tells of a version of a schema. */
export const schemaPublished = 'SchemaPublished';

/** What the registry tells every owner of a version (数据标准版本), or of its signature by another key. */
export interface SchemaPublished {
  readonly id: string;
  readonly subgraph: string;
  readonly version: number;
  readonly contentHash: string;
  /** The text, for the owner whose schema it is. */
  readonly sdl?: string;
  /** JWS over what `attestedText` gives, payload detached; beside the text. */
  readonly attestation?: string;
}
