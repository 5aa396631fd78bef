/** Whom to turn to at a merchant (联系人, 2.4). */
export interface MerchantContact {
  readonly name: string | null;
  readonly phone: string | null;
}
