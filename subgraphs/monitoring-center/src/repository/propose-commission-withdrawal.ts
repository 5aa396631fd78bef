import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { Refusal } from '@hub/kernel/refusals/refusal.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import type { ProposeCommissionWithdrawalInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { lockedCommission } from './locked-commission.js';
import { lockedSamples } from './locked-samples.js';
import { proposeCorrection } from './propose-correction.js';
import { requireNothingProposed } from './require-nothing-proposed.js';

/**
 * Asks a lab that has accepted a commission to let it go (协商撤回委托, clause 4), while it has reported on none of its samples.
 *
 * @throws Refusal COMMISSION_REPORTED_ON, CORRECTION_PROPOSED, VALUE_REQUIRED
 */
export async function proposeCommissionWithdrawal({ unit, caller, admit }: ActScope<MonitoringCenterTransaction>, input: ProposeCommissionWithdrawalInput): Promise<ActResult> {
  const { commissionId: id, expectedRevision } = input;
  const { tx } = unit;
  const commission = admit(await lockedCommission(tx, id, caller.partyId), { type: 'InspectionCommission', id, field: 'commissionId', expectedRevision });
  const samples = await lockedSamples(tx, commission.sampleIds, commission.holder);
  const ended = samples.find(({ commissionId, state }) => commissionId === id && ['REPORTED', 'FED_BACK', 'INSPECTION_FAILED'].includes(state));
  if (ended) throw new Refusal('COMMISSION_REPORTED_ON', { field: 'commissionId', parameters: { number: commission.number, sample: ended.number } });
  await requireNothingProposed(tx, 'commissionId', commission.sampleIds);
  const { planId, labId, sampleIds, holder, concerned } = commission;
  const reason = requireText('reason', input.reason, 1000);
  const corrected = samples.map(({ id: sampleId, blindNumber }) => ({ id: sampleId, blindNumber }));
  const proposal = await proposeCorrection(
    unit,
    'proposeCommissionWithdrawal',
    { kind: 'COMMISSION_WITHDRAWAL', planId, askedOf: labId, commissionId: id, sampleIds, reason, holder, concerned },
    { labs: { commissionIds: [id], samples: corrected } },
  );
  return { valueId: proposal.id };
}
