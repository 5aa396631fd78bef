/** How many rows of a type a party holds. */
export interface Holding {
  readonly type: string;
  readonly holder: string;
  readonly records: number;
}
