import { demoIdentities, demoParticipants } from '@hub/prisma/seed/demo-participants.js';
import type { Asker } from '../asking/asked-hub.js';

/** Who acts in the demo: the users of the parties, each in the role that its act needs. */
export const cast = {
  analyst: { identity: 'center', role: 'ANALYST', user: 1 },
  officer: { identity: 'regulator-province', role: 'OFFICER', user: 1 },
} as const satisfies Readonly<Record<string, Asker>>;

const roleNames: Readonly<Record<string, string>> = {
  ANALYST: '分析员',
  SAMPLER: '采样员',
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
