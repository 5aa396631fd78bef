import type { ActResult } from '@hub/kernel/acts/act-receipt.js';
import type { ActScope } from '@hub/kernel/acts/act-scope.js';
import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import { actRecord } from '@hub/kernel/unit-of-work/act-record.js';
import { requireText } from '@hub/kernel/validation/require-text.js';
import { correctionProposalMachine } from '../domain/correction-proposal-machine.js';
import type { WithdrawCorrectionProposalInput } from '../generated/graphql.js';
import type { MonitoringCenterTransaction } from './database.js';
import { lockedProposal } from './locked-proposal.js';

/** Takes a proposed correction back, with a reason, until it is answered; whoever was asked owes no answer any more (撤回协商更正, clause 4). */
export async function withdrawCorrectionProposal({ unit, caller, admit }: ActScope<MonitoringCenterTransaction>, input: WithdrawCorrectionProposalInput): Promise<ActResult> {
  const { correctionProposalId: id, expectedRevision } = input;
  const before = admit(await lockedProposal(unit.tx, id, caller.partyId), { type: 'CorrectionProposal', id, field: 'correctionProposalId', expectedRevision });
  const withdrawalReason = requireText('reason', input.reason, 1000);
  const proposal = await unit.tx.correctionProposal.update({
    where: { id },
    data: { ...correctionProposalMachine.move('withdrawCorrectionProposal', before), withdrawn: { ...actRecord(unit) }, withdrawalReason },
  });
  unit.emit({
    kind: 'CorrectionProposalWithdrawn',
    subjectType: 'CorrectionProposal',
    subjectId: id,
    stamps: stampsOf(proposal),
    receivers: { [proposal.kind === 'SELLER' ? 'regulator' : 'labs']: { id, askedOf: proposal.askedOf, reason: withdrawalReason } },
  });
  return { valueId: id };
}
