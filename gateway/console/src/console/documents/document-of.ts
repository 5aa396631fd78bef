/** Which document on paper tells of a type, by the name in its address (ADR 0038): of what a party has received it is that of what was sent, under the same id. Labels are no documents to read. */
const kinds: Readonly<Record<string, string>> = {
  InspectionReport: 'inspection-report',
  MonitoringData: 'monitoring-data',
  ReceivedMonitoringData: 'monitoring-data',
  MonitoringDataAcknowledgement: 'monitoring-data',
  Purchase: 'purchase-form',
  InspectionCommission: 'commission-form',
  CommissionAcceptance: 'commission-form',
  Sample: 'sample-circulation-form',
  ResultNotice: 'result-notice',
  ReceivedResultNotice: 'result-notice',
};

/** The address of the document that tells of a row; undefined where there is none of its type. */
export function documentOf(type: string, id: string): string | undefined {
  const kind = kinds[type];
  return kind === undefined ? undefined : `/documents/${kind}/${encodeURIComponent(id)}`;
}
