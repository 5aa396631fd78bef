import { Refusal } from '@hub/kernel/refusals/refusal.js';

/** Who has made a report so far (编制、审核、批准, 3.3). */
export interface ReportPersons {
  readonly preparedBy: string;
  readonly reviewedBy: string | null;
}

/**
 * Whoever reviews or approves a report is another person than those before: three persons make it.
 * @throws Refusal THREE_PERSONS_REQUIRED
 */
export function requireAnotherPerson(userId: string, { preparedBy, reviewedBy }: ReportPersons): void {
  const prepared = userId === preparedBy;
  if (!prepared && userId !== reviewedBy) return;
  const problem = prepared
    ? { en: `${userId} has prepared it`, 'zh-CN': `${userId} 是编制人` }
    : { en: `${userId} has reviewed it`, 'zh-CN': `${userId} 是审核人` };
  throw new Refusal('THREE_PERSONS_REQUIRED', { field: 'reportId', parameters: { problem } });
}
