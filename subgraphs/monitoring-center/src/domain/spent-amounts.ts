/** What an amount was spent on, or came back of. */
type SpentOn = 'PURCHASE' | 'FREIGHT' | 'REFUND' | 'TEST_FEE';

/** One amount that was spent, as the exchange is told of it; a decimal text. */
export interface SpentAmount {
  readonly kind: SpentOn;
  readonly amount: string;
  readonly currency: string;
}

interface Paid {
  readonly amount: { toString(): string } | null;
  readonly currency: string | null;
}

/** What is told to the exchange of what was spent (经费支出, 3.1 a), which alone knows of which plans a plan is part. What has no amount is left out. */
export function spentAmounts(paid: Partial<Readonly<Record<SpentOn, Paid | null>>>): SpentAmount[] {
  return (Object.entries(paid) as [SpentOn, Paid | null][]).flatMap(([kind, each]) =>
    each?.amount == null || each.currency === null ? [] : [{ kind, amount: String(each.amount), currency: each.currency }],
  );
}
