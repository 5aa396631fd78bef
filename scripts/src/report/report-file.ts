import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { CommandRefused } from '../command-refused.js';

const time = z.iso.datetime({ offset: true });
const text = z.string().min(1);
/** Undefined where it is none: what is said of the report then is that its key is unknown. */
const jwk = z.string().transform((json) => {
  try {
    return z.looseObject({ kty: z.string(), kid: z.string() }).parse(JSON.parse(json));
  } catch {
    return undefined;
  }
});

const signingKey = z.object({
  id: text,
  lab: z.object({ id: text }),
  publicJwk: jwk,
  state: z.enum(['IN_FORCE', 'ROTATED', 'REVOKED']),
  issuedAt: time,
  signsUntil: time.nullish(),
  revokedAt: time.nullish(),
  revocationReason: z.string().nullish(),
});

const report = z.object({
  id: text,
  document: text,
  version: z.int(),
  number: text,
  signature: z.string(),
  signingKey: signingKey.nullish(),
  supersededBy: z.object({ number: text }).nullish(),
  centerReceipt: z.object({ statement: z.string(), signature: z.string(), publicJwk: jwk }).nullish(),
});

/** A report as a file brings it: the answer to the query ReportFile (gateway/docs/reports.md). */
export type ReportFile = z.infer<typeof report>;

const answer = z.object({ data: z.object({ inspectionReport: z.unknown() }) });

/** Reads a report from a file. @throws CommandRefused where it holds none that could be looked at */
export async function readReportFile(path: string): Promise<ReportFile> {
  const read = await readFile(path, 'utf8').catch((error: Error) => {
    throw new CommandRefused(`The file ${path} cannot be read (${error.message}). Name the file in which you saved the answer to the query ReportFile.`);
  });
  const parsed = answer.safeParse(inJson(read, path));
  if (!parsed.success) throw new CommandRefused(`The file ${path} is no answer to the query ReportFile: it has no data.inspectionReport. Ask it as gateway/docs/reports.md shows, and save the whole answer.`);
  const { inspectionReport } = parsed.data.data;
  if (inspectionReport == null) throw new CommandRefused(`The file ${path} holds no report: whoever asked may not read it, or there is none of that id. Ask as the lab, its centre or the regulator.`);
  const found = report.safeParse(inspectionReport);
  if (found.success) return found.data;
  const problems = found.error.issues.map(({ path: place, message }) => `${place.join('.')}: ${message}`).join('; ');
  throw new CommandRefused(`The file ${path} holds no signed report (${problems}). Ask the query ReportFile of an issued report, and save the whole answer.`);
}

function inJson(read: string, path: string): unknown {
  try {
    return JSON.parse(read);
  } catch {
    throw new CommandRefused(`The file ${path} is no JSON. Save the answer to the query ReportFile as it came.`);
  }
}
