import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { Bilingual } from '@hub/schema/errors/bilingual.js';

/** Who prepared, reviewed and approved a report (编制、审核、批准, 3.3). */
export interface ReportPersons {
  readonly preparedBy: string;
  readonly reviewedBy: string;
  readonly approvedBy: string;
}

/**
 * Three different persons, each a member of the lab in the role that the part asks for.
 *
 * @param technicians which of the persons are technicians of the lab, and `reviewers` which are its reviewers
 * @throws Refusal THREE_PERSONS_REQUIRED
 */
export function requireThreePersons(
  { preparedBy, reviewedBy, approvedBy }: ReportPersons,
  technicians: ReadonlySet<string>,
  reviewers: ReadonlySet<string>,
): void {
  if (!technicians.has(preparedBy)) refuse('preparedById', { en: `${preparedBy} is no TECHNICIAN (检验员) of the lab`, 'zh-CN': `${preparedBy} 不是本机构的检验员（TECHNICIAN）` });
  if (!reviewers.has(reviewedBy)) refuse('reviewedById', { en: `${reviewedBy} is no REVIEWER (审核人) of the lab`, 'zh-CN': `${reviewedBy} 不是本机构的审核人（REVIEWER）` });
  if (preparedBy === reviewedBy) refuse('reviewedById', { en: `${reviewedBy} has prepared it`, 'zh-CN': `${reviewedBy} 是编制人` });
  if (approvedBy === preparedBy) refuse('preparedById', { en: `${preparedBy} approves it`, 'zh-CN': `${preparedBy} 是批准人` });
  if (approvedBy === reviewedBy) refuse('reviewedById', { en: `${reviewedBy} approves it`, 'zh-CN': `${reviewedBy} 是批准人` });
}

function refuse(field: string, problem: Bilingual): never {
  throw new Refusal('THREE_PERSONS_REQUIRED', { field, parameters: { problem } });
}
