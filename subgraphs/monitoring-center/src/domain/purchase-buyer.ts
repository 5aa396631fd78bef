/** Who bought, under which account, to which address, and how it was paid: all that is personal of a purchase (采样账号, 5.2.2). */
export interface PurchaseBuyer {
  readonly name: string;
  readonly account: string;
  readonly address: string;
  readonly paymentReference: string | null;
}
