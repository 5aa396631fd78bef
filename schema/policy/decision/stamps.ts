/** What a row carries for the rules, stamped when its cause was received. Rules read nothing else; unknown means denied. */
export interface Stamps {
  /** The party whose row it is (holder). */
  readonly holder: string;
  /** Parties that the row concerns. */
  readonly concerned: readonly string[];
  /** GB/T 2260 codes of the places that may count. */
  readonly sellerRegion: string | null;
  readonly producerRegion: string | null;
  readonly platformRegion: string | null;
  readonly state: string;
  /** Every state the row has been in: visibleFrom asks for membership, because states have no single order. */
  readonly reached: readonly string[];
}
