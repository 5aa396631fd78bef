import { demoIdentities, demoParticipants } from '@hub/prisma/seed/demo-participants.js';
import type { Asker } from '../asking/asked-hub.js';

/** Who acts in the demo: the users of the parties, each in the role that its act needs. */
export const cast = {
  analyst: user('center', 'ANALYST', 1),
  sampler: user('center', 'SAMPLER', 1),
  storekeeper: user('center', 'STOREKEEPER', 3),
  officer: user('regulator-province', 'OFFICER', 1),
  technicians: { 'lab-1': user('lab-1', 'TECHNICIAN', 1), 'lab-2': user('lab-2', 'TECHNICIAN', 1) },
  reviewers: { 'lab-1': user('lab-1', 'REVIEWER', 2), 'lab-2': user('lab-2', 'REVIEWER', 2) },
  signatories: { 'lab-1': user('lab-1', 'SIGNATORY', 3), 'lab-2': user('lab-2', 'SIGNATORY', 3) },
  platforms: { 'platform-1': user('platform-1', 'OFFICER', 1), 'platform-2': user('platform-2', 'OFFICER', 1) },
  merchant: user('merchant-1', 'OFFICER', 1),
  enterprise: user('enterprise-1', 'OFFICER', 1),
} as const;

function user(identity: string, role: string, number: 1 | 2 | 3): Asker {
  return { identity, role, user: number };
}

const roleNames: Readonly<Record<string, string>> = {
  ANALYST: '风险分析员',
  SAMPLER: '采样人员',
  STOREKEEPER: '样品管理员',
  OFFICER: '经办人',
  TECHNICIAN: '检验员',
  REVIEWER: '审核人',
  SIGNATORY: '授权签字人',
};

/** A user as the timeline names it: party, role, user. */
export function nameOf({ identity: name, role, user = 1 }: Asker): string {
  const identity = demoIdentities.find((each) => each.name === name);
  const party = demoParticipants.find(({ id }) => id === identity?.partyId)?.name.replace('（演示）', '') ?? name;
  const acting = role ?? identity?.defaultRole ?? '';
  return `${party} · ${roleNames[acting] ?? acting} ${name}.${user} ${acting}`;
}
