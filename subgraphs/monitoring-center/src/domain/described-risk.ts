/** What a record of risk information tells of its product and its hazard, as records are compared (5.1.1). */
export interface DescribedRisk {
  readonly productName: string;
  readonly brand: string | null;
  /** 商品条码 that were found in it, in 14 digits. */
  readonly gtins: readonly string[];
  readonly hazardItem: string;
  readonly hazardDescription: string;
}
