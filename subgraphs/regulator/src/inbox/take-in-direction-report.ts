import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { hazardDirectionMachine } from '../domain/hazard-direction-machine.js';
import { addDirectionAnswer } from '../repository/add-direction-answer.js';
import type { RegulatorTransaction } from '../repository/database.js';
import { lockedDirection } from '../repository/locked-direction.js';

/** What an addressee tells of a direction, by the platforms' subgraph. */
interface DirectionReported {
  readonly directionId: string;
  readonly addresseeId: string;
  readonly action: string;
  readonly unitsAffected: number | null;
  readonly unitsRecovered: number | null;
  readonly final: boolean;
  readonly reportedAt: string;
}

/** An addressee answers a direction (3.1 d). What comes after its end, or from another party, changes nothing. */
export const takeInDirectionReport: InboxHandler<RegulatorTransaction> = async (unit, event, log) => {
  const report = event.payload as unknown as DirectionReported;
  const direction = await lockedDirection(unit.tx, report.directionId, null);
  const cause = 'platforms.DirectionReported';
  if (!direction || direction.addresseeId !== report.addresseeId || !hazardDirectionMachine.leadsFrom(cause, direction)) {
    log.warn({ direction: report.directionId, state: direction?.state }, 'a report on a direction that is not followed is passed over');
    return;
  }
  await addDirectionAnswer(unit, cause, direction, {
    action: report.action,
    unitsAffected: report.unitsAffected,
    unitsRecovered: Math.max(0, report.unitsRecovered ?? 0),
    final: report.final,
    reportedAt: report.reportedAt,
    onBehalf: false,
    evidence: [],
  });
};
