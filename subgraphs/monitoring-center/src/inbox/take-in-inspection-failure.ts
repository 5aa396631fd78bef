import type { InboxHandler } from '@hub/kernel/inbox/inbox-handler.js';
import { sampleMachine } from '../domain/sample-machine.js';
import type { MonitoringCenterTransaction } from '../repository/database.js';
import { endCommission } from '../repository/end-commission.js';
import { keepUnmatchedEvent } from '../repository/keep-unmatched-event.js';
import { moveSample } from '../repository/move-sample.js';
import { tellRetestImpossible } from '../repository/tell-retest-impossible.js';
import { sampleUnderWay, type NamedSample } from '../repository/sample-under-way.js';

/** What a lab tells of a sample that it cannot inspect (检验不能, 5.3.2). */
interface InspectionFailed extends NamedSample {
  readonly failureId: string;
  readonly reason: string;
  readonly facts: string;
  readonly failedAt: string;
  /** Whether every sample of the commission has a report or a recorded failure now. */
  readonly complete: boolean;
}

const cause = 'labs.InspectionFailed';

/** An inspection has failed: the sample says why, a replacement can be ordered, and the commission may have ended (5.3.2). */
export const takeInInspectionFailure: InboxHandler<MonitoringCenterTransaction> = async (unit, event, log) => {
  const told = event.payload as unknown as InspectionFailed;
  const underWay = await sampleUnderWay(unit.tx, told);
  if (!underWay || !sampleMachine.leadsFrom(cause, underWay.sample)) {
    await keepUnmatchedEvent(unit, event, 'the lab has no inspection of this sample under way', log);
    return;
  }
  const { reason, facts, failedAt } = told;
  await moveSample(unit, underWay.sample, cause, { failure: { reason, facts, failedAt } });
  await unit.dropDuties('DispatchSample', underWay.sample.id);
  const { retestId } = underWay.sample;
  if (retestId !== null) {
    await unit.dropDuties('CarryOutRetest', underWay.sample.id);
    tellRetestImpossible(unit, underWay.sample, retestId, facts);
  }
  if (told.complete) await endCommission(unit, underWay.commission, cause);
};
