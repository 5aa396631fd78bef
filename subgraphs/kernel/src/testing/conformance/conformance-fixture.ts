import type { ConformanceCaller, MatrixRow } from './row-matrix.js';

/** What a subgraph's conformance test tells of one of its entities. */
export interface EntityFixture {
  /** States in the order in which a row passes them; several paths where it branches. One empty state where there is none. */
  readonly paths: readonly (readonly string[])[];
  /**
   * Writes one row with every column filled, under the stamps given, and tells its key. Columns that the table lacks are
   * left out by the fixture.
   */
  readonly insert: (row: MatrixRow, number: number) => Promise<string>;
}

/** What a subgraph's conformance test tells of one of its acts. */
export interface ActFixture {
  /** An input whose row is `key`, else right enough to come as far as the row; null for acts that create. */
  readonly input: (key: string, caller: ConformanceCaller) => Promise<object> | object;
  /**
   * An input that is done whole: on a fresh row in the first state from which the act is possible, with every optional
   * value that goes with the others. What the item refers to is written here. The suite spoils it value by value.
   */
  readonly good: (key: string) => Promise<object> | object;
  /** Fields that name a row of another owner, which says later whether it is there: the act takes any id. */
  readonly lookedUpElsewhere?: readonly string[];
  /** That the input which is done whole finds everything as it would make it, and so keeps nothing of what it says. */
  readonly changesNothing?: boolean;
  /** Fields that are personal: what they say is kept encrypted, and stands nowhere in the clear. No other field of the act takes text. */
  readonly encrypted?: readonly string[];
}

export interface ConformanceFixture {
  readonly owner: string;
  readonly sdl: string;
  readonly entities: Readonly<Record<string, EntityFixture>>;
  readonly acts: Readonly<Record<string, ActFixture>>;
  /** Kind of event of which each subscription field tells; left out where its entity is among the exceptions. */
  readonly subscriptions?: Readonly<Record<string, string>>;
  /** Lists that by their meaning show only a part of the rows that are there for the caller, such as the tasks of their own. What they show is checked as of any list. */
  readonly partial?: readonly string[];
  /** Entities whose rows follow terms of other types, tested on their own. */
  readonly except?: readonly string[];
}

/** A row that was written for the suite. */
export interface WrittenRow {
  readonly key: string;
  readonly row: MatrixRow;
}
