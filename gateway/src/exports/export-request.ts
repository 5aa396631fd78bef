import { z } from 'zod';

/** What `POST /exports` takes. */
export const exportRequest = z.strictObject({
  /** The field of Query that gives the list. */
  list: z.string().max(200),
  format: z.enum(['csv', 'xlsx', 'jsonl']),
  /** Columns: fields of the list's nodes, with dots for what lies deeper; without them, all that a node itself says. */
  fields: z.array(z.string().max(500)).min(1).max(200).optional(),
  filter: z.unknown().optional(),
  orderBy: z.unknown().optional(),
  /** Rows that are asked at a time, where 500 are too many for what is to go on after a break. */
  pageSize: z.int().min(1).max(500).default(500),
  /** Further arguments of the list. */
  arguments: z.record(z.string(), z.unknown()).default({}),
});

export type ExportRequest = z.infer<typeof exportRequest>;
export type ExportFormat = ExportRequest['format'];
