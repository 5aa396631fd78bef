import { z } from 'zod';
import type { ListedOperation } from './operation-list.js';
import { documentText, manifest } from './manifest.js';

/**
 * The operations of a client's manifest, each under the id that it has there: a persisted query manifest, as Apollo's tools write it, or texts by id, as Relay's compiler and GraphQL Code
 * Generator do (`persisted_queries.json`, `persisted-documents.json`).
 */
export const anyManifest: z.ZodType<readonly ListedOperation[]> = z.union([
  manifest.transform(({ operations }) => operations),
  z
    .record(z.string().min(1), documentText)
    .refine((texts) => Object.keys(texts).length > 0, { error: 'names no operation' })
    .transform((texts) => Object.entries(texts).map(([id, body]) => ({ id, body }))),
]);

/** What is wrong with what is no manifest, by the form that it comes nearest to. */
export function manifestProblems({ issues }: z.ZodError): readonly string[] {
  const nearest = issues.flatMap((issue) => (issue.code === 'invalid_union' ? issue.errors.toSorted((one, other) => one.length - other.length)[0] ?? [] : [issue]));
  return nearest.map(({ path, message }) => `${path.join('.')} ${message}`.trim());
}
