/** What a subscriber reads of a payload without parsing it, for the clients are not what is measured. */
export interface ToldEvent {
  readonly number: number;
  readonly occurredAt: number;
  readonly cursor: string;
}

/** How an event of the bench is named: by its number, from one on. */
export const productNameOf = (number: number): string => `bench-${number}`;

const pattern = /"occurredAt":"([^"]+)"[^]*?"productName":"bench-(\d+)"[^]*?"extensions":\{"cursor":"([^"]+)"/;

/** Undefined for what is no event of the bench. */
export function readToldEvent(message: string): ToldEvent | undefined {
  const [, occurredAt, number, cursor] = pattern.exec(message) ?? [];
  if (occurredAt === undefined || number === undefined || cursor === undefined) return undefined;
  return { number: Number(number), occurredAt: Date.parse(occurredAt), cursor };
}
