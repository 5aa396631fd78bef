import { chainStart, firstBreak, type ChainEnd } from '../domain/evidence-chain.js';
import type { MonitoringCenterDatabase } from './database.js';

const pageLength = 1000;

/** Computes a centre's chain of evidence anew, page by page, up to where it ends now (5.2.4 a). */
export async function checkEvidenceChain(database: MonitoringCenterDatabase, centerId: string) {
  const end: ChainEnd = (await database.evidenceChainEnd.findUnique({ where: { holder: centerId } })) ?? chainStart;
  let checked = chainStart;
  let brokenAt: number | undefined;
  for (let more = true; more && brokenAt === undefined; ) {
    const rows = await database.evidence.findMany({
      // What is added meanwhile belongs to a later check.
      where: { holder: centerId, sequence: { gt: checked.sequence, lte: end.sequence } },
      orderBy: { sequence: 'asc' },
      take: pageLength,
    });
    more = rows.length === pageLength;
    const entries = rows.map((row) => ({ ...row, center: row.holder, takenAt: row.takenAt.toISOString() }));
    brokenAt = firstBreak(entries, checked, more ? undefined : end);
    const last = entries.at(-1);
    if (last) checked = { sequence: last.sequence, head: last.chainHash };
  }
  return { length: end.sequence, head: end.head, brokenAt: brokenAt ?? null };
}
