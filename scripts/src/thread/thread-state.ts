/** What the thread has made so far; each step adds to it. */
export interface ThreadState {
  /** Distinguishes this walk from others on the same hub. */
  readonly run: string;
  /** How many samples are bought. */
  readonly samples: number;
  /** Items of the platform's catalogue that are bought; invented ones where there are fewer. */
  readonly listingItemIds: readonly string[];
  /** When each step that tells a time was taken. */
  readonly times: Record<string, string>;
  riskIds: string[];
  assessmentIds: string[];
  reportId: string;
  planId: string;
  workPlanId: string;
  orderId: string;
  purchaseIds: string[];
  sampleIds: string[];
  evidenceIds: string[];
  commissionId: string;
  receiptIds: string[];
  inspectionReportIds: string[];
  monitoringDataIds: string[];
}

export function threadState(run: string, samples = 4, listingItemIds: readonly string[] = []): ThreadState {
  return {
    run,
    samples,
    listingItemIds,
    times: {},
    riskIds: [],
    assessmentIds: [],
    reportId: '',
    planId: '',
    workPlanId: '',
    orderId: '',
    purchaseIds: [],
    sampleIds: [],
    evidenceIds: [],
    commissionId: '',
    receiptIds: [],
    inspectionReportIds: [],
    monitoringDataIds: [],
  };
}
