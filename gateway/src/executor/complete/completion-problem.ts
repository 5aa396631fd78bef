/** A value that the schema does not allow where it stands; null stands there instead (GraphQL §6.4.3). */
export interface CompletionProblem {
  /** `missing`: null where the schema says that there is a value; `invalid`: a value or type that the schema does not know. */
  readonly kind: 'missing' | 'invalid';
  /** The field, as `Type.field`. */
  readonly coordinate: string;
  readonly path: readonly (string | number)[];
}
