import type { FieldTerms, Grade, PartyKind } from '../policy/terms/vocabulary.js';

/** The catalogue (共享信息资源目录, 5.4.4): what is shared, by resource and field, and on which terms. */
export interface Catalogue {
  /** Terms by owner and name, such as `labs.report`. */
  readonly terms: Readonly<Record<string, CatalogueTerms>>;
  readonly resources: readonly CatalogueResource[];
}

/** Terms without what stands on each field. */
export type CatalogueTerms = Omit<FieldTerms, 'element' | 'grade' | 'freshness'>;

/** An entity type of the library. */
export interface CatalogueResource {
  readonly type: string;
  readonly owner: string;
  /** Kinds of party that hold its rows. */
  readonly holders: readonly PartyKind[];
  readonly zh: string;
  readonly meaning: string;
  readonly fields: readonly CatalogueField[];
}

export interface CatalogueField {
  readonly coordinate: string;
  /** In GraphQL's notation, such as `[Sample!]`. */
  readonly type: string;
  /** A value, one of an enum's codes, rows of an entity, or a structure without rows of its own. */
  readonly leadsTo: 'VALUE' | 'CODE' | 'RESOURCE' | 'STRUCTURE';
  /** Key in `terms`; its owner may be another than the resource's, where one contributes. */
  readonly terms: string;
  /** Name of the data element. */
  readonly element: string;
  readonly grade: Grade;
  /** ISO 8601 duration. */
  readonly freshness?: string | undefined;
  /** What is said of it besides the data element. */
  readonly note?: string | undefined;
}
