/** What a run of the demo knows of what it made; plain data, kept between steps. */
export interface Story {
  /** Name of the run, of which numbers are made that have to be unique. */
  readonly run: string;
  /** Real recalls of heaters and of children's hooded clothes. */
  heaterRecalls: string[];
  hoodieRecalls: string[];
  assessmentIds: string[];
  reportId: string;
  planId: string;
  workPlanId: string;
  /** Of the three samplers, in their order. */
  orderIds: string[];
  replacementOrderId: string;
  /** By position of what was to be bought; a replacement takes the place of the sample that was rejected. */
  purchaseIds: string[];
  sampleIds: string[];
  rejectedSampleId: string;
  /** Of the two labs. */
  commissionIds: string[];
  /** By position of the sample, as are reports and monitoring data. */
  receiptIds: string[];
  inspectionReportIds: string[];
  monitoringDataIds: string[];
  handlingId: string;
  recallId: string;
  rectifyId: string;
  selfInspectionId: string;
  /** To the seller and to the producer of what does not conform, and what each objects. */
  noticeIds: string[];
  objectionIds: string[];
  /** Every id that was made, by type. */
  made: Record<string, string[]>;
  /** Identities that each of them has been opened to. */
  opened: Record<string, string[]>;
}

export function emptyStory(run: string): Story {
  return {
    run,
    heaterRecalls: [],
    hoodieRecalls: [],
    assessmentIds: [],
    reportId: '',
    planId: '',
    workPlanId: '',
    orderIds: [],
    replacementOrderId: '',
    purchaseIds: [],
    sampleIds: [],
    rejectedSampleId: '',
    commissionIds: [],
    receiptIds: [],
    inspectionReportIds: [],
    monitoringDataIds: [],
    handlingId: '',
    recallId: '',
    rectifyId: '',
    selfInspectionId: '',
    noticeIds: [],
    objectionIds: [],
    made: {},
    opened: {},
  };
}

/** Remembers whatever stands in an answer with its type and id, however deep, and who may know of it from now on. */
export function rememberMade(story: Story, answer: unknown, openTo: readonly string[]): void {
  if (typeof answer !== 'object' || answer === null) return;
  const { __typename: type, id } = answer as { __typename?: string; id?: string };
  if (type !== undefined && id !== undefined) {
    story.made[type] = [...new Set([...(story.made[type] ?? []), id])];
    story.opened[id] = [...new Set([...(story.opened[id] ?? []), ...openTo])];
  }
  for (const value of Object.values(answer)) rememberMade(story, value, openTo);
}
