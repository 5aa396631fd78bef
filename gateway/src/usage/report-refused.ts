/** That the registry will never take a report as it is: it is malformed, or too large. Sending it again is of no use. */
export class ReportRefused extends Error {
  override readonly name = 'ReportRefused';
}
