import { chainStart, firstBreak, type ChainEnd, type ChainedEvidence } from '@hub/monitoring-center/domain/evidence-chain.js';
import type { PreservationProblem } from '@hub/kernel/preservation/preservation-report.js';
import type { Findings } from '@hub/kernel/sealing/findings.js';
import type { Transaction } from '@hub/kernel/unit-of-work/transaction.js';

const pageLength = 1_000;
const ends = `
  SELECT coalesce(c.holder, e.holder) AS holder, coalesce(c.sequence, 0)::int AS sequence, coalesce(c.head, $1) AS head
  FROM evidence_chain_end c FULL JOIN (SELECT DISTINCT holder FROM evidence) e ON e.holder = c.holder ORDER BY 1`;
const rows = `
  SELECT id, holder AS center, sequence::int AS sequence, sample_id AS "sampleId", kind, files, taken_at AS "takenAt", remark, preserved, previous_hash AS "previousHash", chain_hash AS "chainHash"
  FROM evidence WHERE holder = $1 AND sequence > $2 ORDER BY sequence LIMIT ${pageLength}`;

/** Computes the chain of evidence of each centre anew (5.2.4 a): it covers all that an entry says, not only its files. */
export async function checkCentreChains(database: Transaction, findings: Findings<PreservationProblem>): Promise<void> {
  for (const { holder, ...end } of await database.$queryRawUnsafe<(ChainEnd & { holder: string })[]>(ends, chainStart.head)) {
    const brokenAt = await brokenIn(database, holder, end);
    if (brokenAt !== undefined) findings.tell('EVIDENCE_CHAIN_BROKEN', null, null, `the evidence of ${holder} is not what it preserved from number ${brokenAt} on`);
  }
}

async function brokenIn(database: Transaction, holder: string, end: ChainEnd): Promise<number | undefined> {
  for (let from = chainStart; ; ) {
    const page = await database.$queryRawUnsafe<(Omit<ChainedEvidence, 'takenAt'> & { takenAt: Date })[]>(rows, holder, from.sequence);
    const entries = page.map((row) => ({ ...row, takenAt: row.takenAt.toISOString() }));
    const last = entries.at(-1);
    const more = page.length === pageLength;
    const brokenAt = firstBreak(entries, from, more ? undefined : end);
    if (brokenAt !== undefined || !more || !last) return brokenAt;
    from = { sequence: last.sequence, head: last.chainHash };
  }
}
