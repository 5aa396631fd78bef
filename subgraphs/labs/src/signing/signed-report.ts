import { z } from 'zod';
import type { ReportContent } from '../domain/report-content.js';

/** What must stand in a report so that it can be said whose it is, which, and of when; the rest of it is as it was signed. */
const content = z.looseObject({ id: z.string(), document: z.string(), version: z.int(), number: z.string(), lab: z.string(), issuedAt: z.iso.datetime() });

/** Reads what was signed; undefined where it is no report. */
export function signedReport(payload: Uint8Array): ReportContent | undefined {
  try {
    return content.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))) as unknown as ReportContent;
  } catch {
    return undefined;
  }
}
