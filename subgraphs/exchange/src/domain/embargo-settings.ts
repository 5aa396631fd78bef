/** When reads are shown to the holders (5.2.2), in seconds. */
export interface EmbargoSettings {
  /** By which clocks may differ and logs may come late. */
  readonly settling: number;
  /** Between two looks. */
  readonly every: number;
}
