/** A test item (检验项目) as it was commissioned, with the standard it is judged by (3.1 c). */
export type CommissionedItem = {
  readonly code: string;
  readonly name: string;
  readonly standardNumber: string;
  readonly standardVersion: string;
  readonly clause?: string | null;
};

/** A sample as the lab knows it: by its blind number (盲样编号), and nothing of where it was bought (5.2.2). */
export type CommissionedSample = {
  readonly id: string;
  readonly blindNumber: string;
  readonly productKind: string;
  readonly quantity: number;
};

/** A sample concerned by a correction, as the lab knows it (委托更正, clause 4). */
export type CorrectedSample = Pick<CommissionedSample, 'id' | 'blindNumber'>;
