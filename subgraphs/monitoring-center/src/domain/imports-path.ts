/** The address at which files are handed in to be imported, and reports are fetched: the centre's own, and the gateway's. */
export const importsPath = '/imports/monitoring-center';

/** Where the report of an import is fetched. */
export function reportPath(importRunId: string): string {
  return `${importsPath}/${importRunId}/report`;
}

/** Where its refused rows are fetched. */
export function refusedRowsPath(importRunId: string): string {
  return `${importsPath}/${importRunId}/refused-rows`;
}
