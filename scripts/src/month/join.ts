import type { Asker } from '../asking/asked-hub.js';
import { performAct } from '../asking/perform-act.js';
import type { Month } from './month.js';
import { cityOfficers, labStaff, samplers } from './parties.js';

const letter = { hash: `sha-256:${'6'.repeat(64)}`, size: 9_216, mediaType: 'application/pdf', name: '申请函.pdf' };
const recorder: Asker = { identity: 'steward', user: 1 };
const decider: Asker = { identity: 'steward', user: 2 };
const kettleScope = [
  { itemCode: 'LEAK', itemName: '泄漏电流', standardNumber: 'GB 4706.1', standardVersion: '2005', site: '宁湾市检测园3号' },
  { itemCode: 'HEAT', itemName: '发热', standardNumber: 'GB 4706.1', standardVersion: '2005', site: '宁湾市检测园3号' },
];

/** A third lab and a second city are admitted (5.4.4), and they and the centre register whom the month needs. Where that was done before, it is not done again. */
export async function join(month: Month): Promise<void> {
  const { technicians, reviewer, signatory } = labStaff['lab-3'];
  await admitted(month, { participantId: 'lab-3', kind: 'LAB', name: '云栖质量检测有限公司（演示）', regionCode: '330212' }, [...technicians, reviewer, signatory]);
  await admitted(month, { participantId: 'regulator-city-2', kind: 'REGULATOR', level: 'CITY', name: '宁湾市市场监督管理局（演示）', regionCode: '330200' }, cityOfficers.slice(1));
  await registered(month, { identity: 'administrator' }, samplers);
  const accreditation = { cma: { certificateNumber: '241100909003', validFrom: '2024-07-01', validUntil: '2030-06-30' }, scope: kettleScope };
  await once(month, signatory, 'recordAccreditation', [{ idempotencyKey: 'month-lab-3', ...accreditation }]);
}

async function admitted(month: Month, party: { readonly participantId: string } & Readonly<Record<string, string>>, users: readonly Asker[]): Promise<void> {
  const id = party.participantId;
  const application = { administratorId: `${id}.administrator`, administratorName: '系统管理员', documents: [letter] };
  const [recorded] = await once(month, recorder, 'recordMembershipApplication', [{ idempotencyKey: `month-${id}`, ...party, ...application }]);
  await once(month, decider, 'admitParticipant', [{ idempotencyKey: `month-${id}`, applicationId: recorded }]);
  const administrator = { identity: application.administratorId, party: id, role: 'SYSTEM_ADMINISTRATOR' };
  await known(month, administrator);
  await registered(month, administrator, users);
}

async function registered(month: Month, administrator: Asker, users: readonly Asker[]): Promise<void> {
  await once(month, administrator, 'registerUser', users.map(({ identity, role }) => ({ idempotencyKey: `month-${identity}`, userId: identity, name: `用户 ${identity}`, roles: [role] })));
  for (const user of users) await known(month, user);
}

/** Under keys that are the same in every month. */
async function once(month: Month, by: Asker, act: string, items: readonly object[]): Promise<string[]> {
  const outcomes = await performAct(month.hub, by, act, items);
  return outcomes.map(({ value, refusal }) => {
    if (!value) throw new Error(`${act} is refused: ${JSON.stringify(refusal)}`);
    return value.id;
  });
}

/** Every owner that the user asks knows them, within seconds. */
async function known(month: Month, user: Asker): Promise<void> {
  const everywhere = '{ viewer { userId } plans: monitoringPlans(first: 1) { totalCount } samples(first: 1) { totalCount } inspectionReports(first: 1) { totalCount } platforms(first: 1) { totalCount } }';
  const unknown = (answer: Awaited<ReturnType<typeof month.hub.ask>>) => answer.status !== 200 || (answer.errors ?? []).some(({ extensions }) => extensions['code'] === 'UNAUTHENTICATED');
  await month.eventually(() => month.hub.ask(user, everywhere), (answer) => !unknown(answer));
}
