import type { Asker } from '../asking/asked-hub.js';

/** Who works through the month: users of the demo, and those whom their parties register before it begins (see join.ts). */
const user = (identity: string, role: string, number: 1 | 2 | 3 = 1): Asker => ({ identity, role, user: number });
const registered = (party: string, identity: string, role: string): Asker => ({ party, identity, role });

export type LabId = 'lab-1' | 'lab-2' | 'lab-3';
export type PlatformId = 'platform-1' | 'platform-2';

/** A report passes three persons of a lab (3.3). */
export interface LabStaff {
  readonly technicians: readonly Asker[];
  readonly reviewer: Asker;
  readonly signatory: Asker;
}

const demoLab = (lab: string): LabStaff => ({ technicians: [user(lab, 'TECHNICIAN', 1)], reviewer: user(lab, 'REVIEWER', 2), signatory: user(lab, 'SIGNATORY', 3) });

export const province = user('regulator-province', 'OFFICER');
export const cityRegulators = ['regulator-city', 'regulator-city-2'] as const;
/** Of the two cities, in their order. */
export const cityOfficers: readonly Asker[] = [user('regulator-city', 'OFFICER'), registered('regulator-city-2', 'regulator-city-2.officer', 'OFFICER')];
export const analysts: readonly Asker[] = [user('center', 'ANALYST', 1), user('center', 'ANALYST', 2)];
export const samplers: readonly Asker[] = [1, 2, 3, 4, 5].map((n) => registered('center', `center.sampler-${n}`, 'SAMPLER'));
export const storekeepers: readonly Asker[] = [user('center', 'STOREKEEPER', 1), user('center', 'STOREKEEPER', 3)];
export const labStaff: Readonly<Record<LabId, LabStaff>> = {
  'lab-1': demoLab('lab-1'),
  'lab-2': demoLab('lab-2'),
  'lab-3': {
    technicians: [registered('lab-3', 'lab-3.technician', 'TECHNICIAN')],
    reviewer: registered('lab-3', 'lab-3.reviewer', 'REVIEWER'),
    signatory: registered('lab-3', 'lab-3.signatory', 'SIGNATORY'),
  },
};
export const platformOfficers: Readonly<Record<PlatformId, Asker>> = { 'platform-1': user('platform-1', 'OFFICER'), 'platform-2': user('platform-2', 'OFFICER') };
/** Seller and nominal producer that have accounts. */
export const merchant = user('merchant-1', 'OFFICER');
export const producer = user('enterprise-1', 'OFFICER');
