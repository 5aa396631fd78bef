import type { TakeInRiskInformationInput } from '../generated/graphql.js';
import type { ComplainantKeeping } from './complainant-keeping.js';

/** By what receipts know a record again: with a keyed hash in place of who complained. */
export function rememberedRiskInformation({ hash }: ComplainantKeeping) {
  return async (item: TakeInRiskInformationInput) => (item.complainant ? { ...item, complainant: await hash(item.complainant) } : item);
}
