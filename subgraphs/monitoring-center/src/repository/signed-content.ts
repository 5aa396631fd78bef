import { z } from 'zod';
import type { SignedContent } from '../domain/is-what-was-signed.js';

const specimen = z.object({ measured: z.string(), verdict: z.string() });

const subItem = z.object({
  name: z.string().nullable(),
  limit: z.string(),
  unit: z.string().nullable(),
  verdict: z.string(),
  specimens: z.array(specimen),
});

const subcontractor = z.object({ labId: z.string().nullable(), name: z.string(), cmaCertificateNumber: z.string().nullable(), reportNumber: z.string().nullable() });

const item = z.object({
  itemCode: z.string(),
  itemName: z.string(),
  standardNumber: z.string(),
  standardVersion: z.string(),
  clause: z.string().nullable(),
  subcontractor: subcontractor.nullish(),
  verdict: z.string(),
  subItems: z.array(subItem),
  failure: z.object({ facts: z.string() }).nullable(),
});

const content = z.object({
  id: z.string(),
  document: z.string(),
  version: z.int(),
  number: z.string(),
  lab: z.string(),
  commission: z.string(),
  sample: z.string(),
  results: z.array(item),
  conclusion: z.string(),
  issuedAt: z.string(),
});

/** Reads what was signed; undefined where it is no report. */
export function signedContent(payload: Uint8Array): SignedContent | undefined {
  try {
    return content.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload))).data;
  } catch {
    return undefined;
  }
}
