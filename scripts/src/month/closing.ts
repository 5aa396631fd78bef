import type { Month, Sample } from './month.js';
import { cityOfficers, platformOfficers, province } from './parties.js';
import { inTurn, workedOff } from './tasks.js';

/** Each city opens a case on what failed, directs one platform, and closes it when that has done as it was told (3.1 d). */
export async function handleHazards(month: Month, failed: readonly Sample[]): Promise<void> {
  await Promise.all(cityOfficers.map((officer, city) => handleOf(month, officer, failed.filter(({ order }) => order.city === city))));
}

async function handleOf(month: Month, officer: (typeof cityOfficers)[number], failed: readonly Sample[]): Promise<void> {
  const [first] = failed;
  if (!first) return;
  const ids = failed.map(({ dataId }) => dataId);
  const [opened] = await workedOff(month, 'OpenHazardHandling', [first], { on: ({ dataId }) => dataId, by: () => officer, act: 'openHazardHandling', items: () => [{ monitoringDataIds: ids, summary: '泄漏电流、绳带不合格' }] });
  const handlingId = opened?.[0]?.id ?? '';
  const { platformId } = first.order;
  const direction = await month.one(officer, 'directPlatform', { handlingId, kind: 'STOP_SALE', platformId, instruction: '停止销售不合格商品。', dueAt: '2099-01-01T00:00:00+08:00' });
  const onDirection = { on: (id: string) => id };
  await workedOff(month, 'FulfilDirection', [direction.id], { ...onDirection, by: () => platformOfficers[platformId], act: 'reportDirection', items: (directionId) => [{ directionId, action: '已停止销售。', final: true }] });
  await workedOff(month, 'EndDirection', [direction.id], { ...onDirection, by: () => officer, act: 'endDirection', items: (directionId) => [{ directionId, outcome: 'ENDED' }] });
  await workedOff(month, 'CloseHazardHandling', [handlingId], { on: (id) => id, by: () => officer, act: 'closeHazardHandling', items: () => [{ handlingId, result: '不合格商品已停止销售。' }] });
}

/** The cities complete their plans, then the province its own (3.1). */
export async function completePlans(month: Month): Promise<void> {
  await workedOff(month, 'CompleteAssignedPlan', month.cities, { on: ({ assignmentId }) => assignmentId, by: inTurn(cityOfficers), act: 'completeMonitoringPlan', items: ({ planId }) => [{ planId }] });
  await month.done(province, 'completeMonitoringPlan', [{ planId: month.planId }]);
}
