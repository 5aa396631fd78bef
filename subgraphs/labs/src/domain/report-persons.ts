import { Refusal } from '@hub/kernel/refusals/refusal.js';

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
  if (!technicians.has(preparedBy)) refuse('preparedById', `${preparedBy} is no TECHNICIAN (检验员) of the lab`);
  if (!reviewers.has(reviewedBy)) refuse('reviewedById', `${reviewedBy} is no REVIEWER (审核人) of the lab`);
  if (preparedBy === reviewedBy) refuse('reviewedById', `${reviewedBy} has prepared it`);
  if (approvedBy === preparedBy) refuse('preparedById', `${preparedBy} approves it`);
  if (approvedBy === reviewedBy) refuse('reviewedById', `${reviewedBy} approves it`);
}

function refuse(field: string, problem: string): never {
  throw new Refusal('THREE_PERSONS_REQUIRED', { field, parameters: { problem } });
}
