import { parse } from 'graphql';
import { z } from 'zod';

/** The text of an operation. */
export const documentText = z.string().refine(isDocument, { error: 'is no GraphQL document' });

/** A persisted query manifest as `@apollo/generate-persisted-query-manifest` and other tools write it, and the registry too. */
export const manifest = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(
    z.object({
      id: z.string().min(1),
      body: documentText,
      name: z.string(),
      type: z.enum(['query', 'mutation', 'subscription']),
    }),
  ),
});

function isDocument(body: string): boolean {
  try {
    return parse(body, { noLocation: true }).definitions.length > 0;
  } catch {
    return false;
  }
}
