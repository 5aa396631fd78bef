import type { Data } from '../ask-subgraph.js';

/** How a value of one type is completed. */
export type ValuePlan =
  | { readonly kind: 'leaf'; readonly nonNull: boolean; readonly test: ((value: unknown) => boolean) | undefined }
  | { readonly kind: 'list'; readonly nonNull: boolean; readonly item: ValuePlan }
  | { readonly kind: 'object'; readonly nonNull: boolean; readonly planFor: (value: Data) => ObjectPlan | undefined };

/** How one response key of an object is completed. */
export interface FieldPlan {
  readonly key: string;
  /** The key under which its value lies in the joined data. */
  readonly from: string;
  /** Whether every object inherits something of that name, so that it must be read with care. */
  readonly inherited: boolean;
  /** `Type.field` */
  readonly coordinate: string;
  readonly value: ValuePlan;
  /** A value that is known before: the name of the type; undefined for all other fields. */
  readonly constant: string | undefined;
  /** Answers `__schema` and `__type` (GraphQL §4). */
  readonly introspect: ((variables: Readonly<Record<string, unknown>>) => unknown) | undefined;
}

/** How an object of one type is completed: its response keys in the order of the answer. */
export interface ObjectPlan {
  readonly fields: readonly FieldPlan[];
}
