/** How the centre sent a sample (出库送检, 5.2.4 a); times are ISO 8601, for it lies in JSON. */
export type SampleDispatch = {
  readonly sealNumber: string;
  readonly quantity: number;
  readonly carrier: string | null;
  readonly waybill: string | null;
  readonly dispatchedAt: string;
};

/** Whether a sample came under another seal than it was sent under, or under none; null while it is not known (5.3.1). */
export function sealDiffers(dispatch: SampleDispatch | null, received: { readonly receivedAt: Date | null; readonly sealNumber: string | null }): boolean | null {
  if (dispatch === null || received.receivedAt === null) return null;
  return dispatch.sealNumber !== received.sealNumber;
}
