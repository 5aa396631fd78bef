import { Refusal } from '@hub/kernel/refusals/refusal.js';
import type { Bilingual } from '@hub/schema/errors/bilingual.js';

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
  if (userId === preparedBy) refuse({ en: `${userId} has prepared it`, 'zh-CN': `${userId} 是编制人` });
  if (userId === reviewedBy) refuse({ en: `${userId} has reviewed it`, 'zh-CN': `${userId} 是审核人` });
}

function refuse(problem: Bilingual): never {
  throw new Refusal('THREE_PERSONS_REQUIRED', { field: 'reportId', parameters: { problem } });
}
