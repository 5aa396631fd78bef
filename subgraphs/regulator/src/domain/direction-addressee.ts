import type { DirectionAddresseeKind } from '../generated/graphql.js';

/** To whom a direction goes, and on which of the case's monitoring data. */
export interface DirectionAddressee {
  readonly kind: DirectionAddresseeKind;
  /** The participant; null where it has no account. */
  readonly id: string | null;
  readonly name: string;
  readonly uscc: string | null;
  readonly regionCode: string | null;
  readonly monitoringDataIds: readonly string[];
}

/** What a direction reads of monitoring data in the case. */
export interface DirectedData {
  readonly id: string;
  readonly platformId: string;
  readonly merchantName: string | null;
  readonly merchantUscc: string | null;
  readonly producerName: string | null;
  readonly producerUscc: string | null;
  readonly producerRegion: string | null;
}
