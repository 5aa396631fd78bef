/** Where time stamps come from (RFC 3161), and who is believed. */
export interface TimeStampSettings {
  readonly url: string;
  /** The certificates of the authorities that are believed, DER. */
  readonly roots: readonly Uint8Array[];
}
