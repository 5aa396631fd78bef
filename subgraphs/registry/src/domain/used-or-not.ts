/** How a subgraph was used, as far as that matters. */
export interface CountedUsage {
  readonly subgraph: string;
  readonly since: string;
  readonly recordedSince?: string | null;
  readonly unrecorded: number;
  readonly unreportedDays: number;
  readonly silentGatewayDays: number;
  readonly fields: readonly { readonly coordinate: string; readonly deprecationReason?: string | null; readonly requests: number }[];
}

/** What an owner's build may know of it: which fields were used, and whether all was recorded since the day that is told. */
export interface UsedFields {
  readonly subgraph: string;
  readonly since: string;
  readonly recordedSince: string | null;
  readonly allRecorded: boolean;
  readonly fields: readonly { readonly coordinate: string; readonly deprecationReason: string | null; readonly used: boolean }[];
}

/** Leaves the numbers out: a platform that saw the centre's questions for its listings rise would know that a purchase is near. */
export function usedOrNot({ subgraph, since, recordedSince = null, unrecorded, unreportedDays, silentGatewayDays, fields }: CountedUsage): UsedFields {
  const told = fields.map(({ coordinate, deprecationReason = null, requests }) => ({ coordinate, deprecationReason, used: requests > 0 }));
  return { subgraph, since, recordedSince, allRecorded: unrecorded + unreportedDays + silentGatewayDays === 0, fields: told };
}
