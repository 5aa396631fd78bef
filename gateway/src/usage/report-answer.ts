import { z } from 'zod';

/** What the registry answers to a report: taken, or taken not at all because it does not know these operations. */
export const reportAnswer = z.object({ unknownOperations: z.array(z.string()) });

export type ReportAnswer = z.infer<typeof reportAnswer>;
