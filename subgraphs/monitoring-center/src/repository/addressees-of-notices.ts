import { findParticipant } from '@hub/kernel/members/find-participant.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { requireValid } from '@hub/kernel/validation/require-valid.js';
import type { RiskNoticeAddresseeInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';

/** Who is notified; the id where it takes part in the hub. */
export interface Addressee {
  readonly addresseeId: string | null;
  readonly addresseeName: string;
  readonly addresseeKind: string;
}

const limit = 100;
const notified: ReadonlySet<string> = new Set(['DEPARTMENT', 'ENTERPRISE']);

/**
 * The departments and enterprises (相关部门或企业, 5.1.2 b) that an item names, each once.
 * @throws Refusal ADDRESSEES_NEEDED, ADDRESSEE_UNKNOWN, ADDRESSEE_TWICE, VALUE_REQUIRED, VALUE_INVALID, VALUE_TOO_LONG
 */
export async function addresseesOfNotices(tx: MonitoringCenterTransaction, inputs: readonly RiskNoticeAddresseeInput[]): Promise<Addressee[]> {
  if (inputs.length === 0 || inputs.length > limit) throw new Refusal('ADDRESSEES_NEEDED', { field: 'addressees', parameters: { limit } });
  const addressees: Addressee[] = [];
  for (const [index, input] of inputs.entries()) {
    const field = `addressees.${index}`;
    const addressee = await addresseeOf(tx, input, field);
    const twice = addressees.some(({ addresseeId, addresseeName }) => addresseeId === addressee.addresseeId && addresseeName === addressee.addresseeName);
    if (twice) throw new Refusal('ADDRESSEE_TWICE', { field, parameters: { name: addressee.addresseeName } });
    addressees.push(addressee);
  }
  return addressees;
}

async function addresseeOf(
  tx: MonitoringCenterTransaction,
  { participantId, name, kind }: RiskNoticeAddresseeInput,
  field: string,
): Promise<Addressee> {
  if (participantId == null) {
    if (name == null || kind == null) throw new Refusal('ADDRESSEE_UNKNOWN', { field, parameters: { id: name ?? '–' } });
    return { addresseeId: null, addresseeName: requireText(`${field}.name`, name, 200), addresseeKind: kind };
  }
  const both = { en: 'who takes part is named by participantId alone', 'zh-CN': '参与共享的对象只以 participantId 指明' };
  requireValid(name == null && kind == null, field, both, { en: 'participantId without name and kind', 'zh-CN': '只填 participantId，不填 name 和 kind' });
  const participant = await findParticipant(tx, participantId);
  if (participant?.state !== 'ACTIVE' || !notified.has(participant.kind)) {
    throw new Refusal('ADDRESSEE_UNKNOWN', { field: `${field}.participantId`, parameters: { id: participantId } });
  }
  return { addresseeId: participant.id, addresseeName: participant.name, addresseeKind: participant.kind };
}
