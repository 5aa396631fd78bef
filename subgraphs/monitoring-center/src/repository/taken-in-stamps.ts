import { stampsOf } from '@hub/kernel/loading/stamps-of.js';
import type { Stamps } from '@hub/schema/policy/decision/stamps.js';
import { riskInformationMachine } from '../domain/risk-information-machine.js';

/** The stamps of risk information that has just been taken in, concerning whoever reported it. */
export function takenInStamps(centerId: string, concerned: readonly string[] = []): Stamps {
  return stampsOf({ holder: centerId, concerned, ...riskInformationMachine.begin('takeInRiskInformation') });
}
