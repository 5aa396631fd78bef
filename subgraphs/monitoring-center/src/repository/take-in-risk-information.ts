import { dayInShanghai } from '@hub/kernel/calendar/day-in-shanghai.js';
import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { complainantContent } from '../domain/complainant-content.js';
import { riskInformationContent } from '../domain/risk-information-content.js';
import type { TakeInRiskInformationInput } from '../generated/graphql.js';
import type { ComplainantKeeping } from './complainant-keeping.js';
import type { MonitoringCenterTransaction } from './database.js';
import { keepComplainants } from './keep-complainants.js';
import { takenInStamps } from './taken-in-stamps.js';
import { writeRiskInformation } from './write-risk-information.js';

/** Takes one record in (收集, 5.1.1), and who complained apart from it; the receipt keeps whether it was taken, updated or unchanged. */
export async function takeInRiskInformation(
  { unit, caller }: ActScope<MonitoringCenterTransaction>,
  input: TakeInRiskInformationInput,
  keeping: ComplainantKeeping,
): Promise<ActResult> {
  const complainant = complainantContent(input);
  const content = riskInformationContent(input, dayInShanghai(unit.now));
  const record = { ...content, content: input.sourceRecord.content };
  const [written = { disposition: 'UNCHANGED' as const, id: '' }] = await writeRiskInformation(unit, caller.partyId, [record]);
  if (complainant) await keepComplainants(unit, keeping, [{ riskInformationId: written.id, content: complainant }]);
  if (written.disposition !== 'UNCHANGED') {
    unit.emit({
      kind: 'RiskInformationTakenIn',
      subjectType: 'RiskInformation',
      subjectId: written.id,
      stamps: takenInStamps(caller.partyId),
      receivers: {},
    });
  }
  return { valueId: written.id, detail: written.disposition };
}
