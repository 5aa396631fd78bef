import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireEvidenceFiles } from '@hub/kernel/validation/require-evidence-files.js';
import { optionalText } from '@hub/kernel/validation/require-text.js';
import { requireSince, type Cause } from '@hub/kernel/validation/require-time.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { Sample } from '@hub/prisma/monitoring-center/generated/client.js';
import { chainHash, chainStart, type ChainEnd } from '../domain/evidence-chain.js';
import { planFollowers } from '../domain/plan-followers.js';
import { givenOrder, madePurchase } from '../domain/sampling-causes.js';
import type { PreserveEvidenceInput } from '../generated/graphql.js';
import { admitSample } from './admit-sample.js';
import type { MonitoringCenterTransaction } from './database.js';
import { newId } from './new-id.js';

/** Preserves evidence taken on a sample at the end of the centre's chain (取证、存证, 5.2.4 a). */
export async function preserveEvidence(scope: ActScope<MonitoringCenterTransaction>, input: PreserveEvidenceInput): Promise<ActResult> {
  const { unit } = scope;
  const sample = await admitSample(scope, input);
  requireValid(input.files.length > 0, 'files', { en: 'evidence has at least one file', 'zh-CN': '证据至少包含一个文件' }, { en: 'one file', 'zh-CN': '一个文件' });
  const takenAt = requireSince('takenAt', input.takenAt, await beginningOf(unit.tx, sample), unit.now);
  const files = requireEvidenceFiles('files', input.files).map((file) => ({ ...file }));
  const content = {
    id: newId(unit.now),
    sampleId: sample.id,
    kind: input.kind,
    files,
    remark: optionalText('remark', input.remark),
    preserved: { ...actRecord(unit) },
  };
  const end = await lockedEnd(unit.tx, sample.holder);
  const sequence = end.sequence + 1;
  const hash = chainHash({ ...content, center: sample.holder, sequence, takenAt: takenAt.toISOString() }, end.head);
  const evidence = await unit.tx.evidence.create({
    data: {
      ...content,
      takenAt,
      sequence,
      previousHash: end.head,
      chainHash: hash,
      holder: sample.holder,
      concerned: planFollowers(sample),
    },
  });
  await unit.tx.evidenceChainEnd.update({ where: { holder: sample.holder }, data: { sequence, head: hash } });
  await scope.preserve({ field: 'files', subject: { type: 'Evidence', id: evidence.id }, files });
  unit.emit({ kind: 'EvidencePreserved', subjectType: 'Evidence', subjectId: evidence.id, stamps: stampsOf(evidence), receivers: {} });
  return { valueId: evidence.id };
}

/** The order that the sample was bought under: screenshots of the offer are taken before it is bought. */
async function beginningOf(tx: MonitoringCenterTransaction, { purchaseId }: Sample): Promise<Cause> {
  const purchase = await tx.purchase.findUniqueOrThrow({ where: { id: purchaseId } });
  const order = purchase.orderId === null ? null : await tx.samplingOrder.findUnique({ where: { id: purchase.orderId } });
  return order ? givenOrder(order) : madePurchase(purchase);
}

/** The end of a centre's chain; whoever else would add to it waits until this transaction has ended. */
async function lockedEnd(tx: MonitoringCenterTransaction, centerId: string): Promise<ChainEnd> {
  const [end = chainStart] = await tx.$queryRaw<ChainEnd[]>`
    INSERT INTO evidence_chain_end (holder, sequence, head) VALUES (${centerId}, ${chainStart.sequence}, ${chainStart.head})
    ON CONFLICT (holder) DO UPDATE SET holder = excluded.holder
    RETURNING sequence, head`;
  return end;
}
