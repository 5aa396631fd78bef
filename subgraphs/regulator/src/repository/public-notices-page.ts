import type { RegulatorDatabase } from './database.js';

const pageSize = 50;
const told = { id: true, number: true, title: true, text: true, regulatorName: true, products: true, publishedAt: true, state: true, withdrawReason: true } as const;

/**
 * Public notices as anybody reads them (公告, after 5.4.1): what the terms give the public, and nothing else of the row.
 * @param after the id of the last notice of the page before
 * @returns the latest first, at most 50, and the id to go on after; null where there are no more
 */
export async function publicNoticesPage(database: RegulatorDatabase, after: string | null) {
  const last = after === null ? null : await database.publicNotice.findUnique({ where: { id: after }, select: { publishedAt: true } });
  const beyond = last && { OR: [{ publishedAt: { lt: last.publishedAt } }, { publishedAt: last.publishedAt, id: { lt: after ?? '' } }] };
  const rows = await database.publicNotice.findMany({
    where: beyond ?? {},
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take: pageSize + 1,
    select: told,
  });
  const notices = rows.slice(0, pageSize);
  return { notices, next: rows.length > pageSize ? (notices.at(-1)?.id ?? null) : null };
}
