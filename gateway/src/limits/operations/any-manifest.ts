import { z } from 'zod';
import type { ListedOperation } from './operation-list.js';
import { documentText, manifest } from './manifest.js';

/**
 * The operations of a client's manifest, each under the id that it has there: a persisted query manifest, as Apollo's tools write it, or texts by id, as Relay's compiler and GraphQL Code
 * Generator do (`persisted_queries.json`, `persisted-documents.json`).
 */
export const anyManifest: z.ZodType<readonly ListedOperation[]> = z.union([
  manifest.transform(({ operations }) => operations),
  z.record(z.string().min(1), documentText).transform((texts) => Object.entries(texts).map(([id, body]) => ({ id, body }))),
]);
