/** Types that are searched (检索, 5.4.4), by the name that the schema gives them there. */
export const searchedTypes = {
  RISK_INFORMATION: 'RiskInformation',
  SAMPLE: 'Sample',
  INSPECTION_REPORT: 'InspectionReport',
  MONITORING_DATA: 'MonitoringData',
  LISTING: 'Listing',
} as const;

export type SearchedType = keyof typeof searchedTypes;
