import { z } from 'zod';

const coordinate = z.string().max(300);

/** What a gateway reports at a time; taken once under its id. */
export const usageReport = z.strictObject({
  id: z.uuid(),
  operations: z
    .array(
      z.strictObject({
        hash: z.string().regex(/^[0-9a-f]{64}$/),
        name: z.string().max(1000),
        kind: z.enum(['query', 'mutation', 'subscription']),
        signature: z.string().max(20_000).nullable(),
        coordinates: z.array(coordinate).max(20_000),
      }),
    )
    .max(10_000),
  uses: z
    .array(z.strictObject({ day: z.iso.date(), operation: z.string(), partyId: z.string().max(200).refine((id) => !id.includes('\0')), client: z.string().max(64), requests: z.int().positive() }))
    .max(10_000),
  unrecorded: z.int().nonnegative(),
});

export type UsageReport = z.infer<typeof usageReport>;
