import { PersonalData } from '@hub/kernel/personal/personal-data.js';
import { personalKeyFile } from '@hub/kernel/personal/personal-key-file.js';
import type { Transaction } from '@hub/kernel/unit-of-work/transaction.js';
import type { PurchaseBuyer } from '@hub/monitoring-center/domain/purchase-buyer.js';

/** A purchase as its row has it. */
interface BoughtRow {
  readonly buyerId: string | null;
  readonly sealedBuyer: string | null;
}

/** A purchase with its buyer as the columns of before had it. */
export type WithBuyer<Row> = Row & { readonly buyerName: string | null; readonly buyerAccount: string | null; readonly buyerAddress: string | null; readonly paymentReference: string | null };

/** Opens who bought, for subjects that read the hub's databases by themselves: one statement for all rows, as the hub does. */
export function buyerOpener(dataDir: string, database: Pick<Transaction, '$queryRawUnsafe'>): <Row extends BoughtRow>(rows: readonly Row[]) => Promise<WithBuyer<Row>[]> {
  const buyers = new PersonalData<PurchaseBuyer>(personalKeyFile(dataDir));
  return async (rows) => {
    const sealed = rows.map(({ buyerId, sealedBuyer }) => (buyerId === null || sealedBuyer === null ? undefined : { personId: buyerId, sealed: sealedBuyer }));
    const there = sealed.flatMap((each) => each ?? []);
    const opened = new Map((await buyers.openEach(database, there)).map((content, index) => [there[index]?.sealed, content]));
    return rows.map((row) => {
      const buyer = row.sealedBuyer === null ? undefined : opened.get(row.sealedBuyer);
      return { ...row, buyerName: buyer?.name ?? null, buyerAccount: buyer?.account ?? null, buyerAddress: buyer?.address ?? null, paymentReference: buyer?.paymentReference ?? null };
    });
  };
}
