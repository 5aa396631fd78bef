/** Who used a field with which operation, as the registry's plain addresses tell it. */
export interface FieldUse {
  readonly coordinate: string;
  readonly operation: string;
  readonly operationHash: string;
  readonly client: string;
  readonly partyId: string;
  readonly requests: number;
}

/** Prints who used what, most requests first as they come. */
export function tellUses(uses: readonly FieldUse[]): void {
  for (const { coordinate, operation, operationHash, client, partyId, requests } of uses) {
    const named = operation === '' ? `operation ${operationHash.slice(0, 12)}` : `${operation} (${operationHash.slice(0, 12)})`;
    console.log(`        ${coordinate}: ${partyId}${client === '' ? '' : ` by ${client}`}, with ${named}, ${requests.toLocaleString('en')} times`);
  }
}
