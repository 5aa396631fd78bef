import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { performAct } from '../../../../scripts/src/asking/perform-act.js';
import { accessibilityFaults } from '../accessibility-faults.js';
import type { ConsoleUnderTest } from './console-under-test.js';
import { heading } from './heading.js';
import { similarRecords } from './similar-records.js';

const proposal = (page: Page, brand: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: `${brand} 充电宝` });
const goTo = (page: Page, state: string) => page.getByRole('radiogroup', { name: '状态' }).getByText(state, { exact: true }).click();
const inCluster = (page: Page, brand: string) => proposal(page, brand).getByText(/^已归入/).count();

/** Proposals of clusters. */
export function clusterPages(at: ConsoleUnderTest): void {
  describe('proposals of clusters', () => {
    let declinedMeanwhile: string;
    beforeAll(async () => {
      await similarRecords(at.hub, '暖山', '6901234567892');
      await similarRecords(at.hub, '远星', '6901234567908');
      declinedMeanwhile = await similarRecords(at.hub, '微澜', '6901234567915');
    }, 400_000);

    it('are on their way in the shape of what comes, and where the hub is out of reach come once it is back', async () => {
      const { page } = await at.openAs('center', '分析人员', '/code-lists');
      await page.getByRole('link', { name: '归并建议' }).waitFor();
      let end: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (end = resolve));
      await page.route('**/graphql', (route) => held.then(() => route.abort('connectionrefused')));
      await page.getByRole('link', { name: '归并建议' }).click();
      await heading(page, '归并建议');
      await page.getByRole('main').getByRole('status').filter({ hasText: '正在读取' }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      end();
      await page.getByRole('alert').filter({ hasText: '无法连接资源库' }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.unroute('**/graphql');
      await page.getByRole('button', { name: '再试一次' }).click();
      await proposal(page, '暖山').waitFor();
    });

    it('say so where there is none, and what brings some', async () => {
      const { page, faults } = await at.openAs('center', '分析人员', '/clusters');
      await page.route('**/graphql', async (route) => {
        const response = await route.fetch();
        const answer = (await response.json()) as { data?: { clusterProposals?: object } };
        if (answer.data?.clusterProposals) Object.assign(answer.data.clusterProposals, { nodes: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } });
        await route.fulfill({ response, json: answer });
      });
      await goTo(page, '已失效');
      await page.getByText('没有已失效的归并建议').waitFor();
      await page.getByText('新的风险信息收集后在后台逐一比对').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(faults).toEqual([]);
    });

    it('are read by auditors of the centre, who decide nothing, and by nobody else, who is told why', async () => {
      const { page } = await at.openAs('auditor', '审计员', '/clusters');
      await proposal(page, '暖山').waitFor();
      expect(await page.getByRole('button', { name: '采纳' }).count()).toBe(0);
      const { page: other } = await at.openAs('platform-1', '经办人员', '/clusters');
      const denied = other.getByRole('status').filter({ hasText: '按共享条款，此内容不向当前身份开放' });
      await denied.getByText('SHARING_NOT_SHARED').waitFor();
      expect(await denied.textContent()).toContain('该项不受理共享申请');
      expect(await accessibilityFaults(other)).toEqual([]);
    });

    it('are shown with how alike the two are, why, and both side by side; an analyst accepts one, and takes a record out again', async () => {
      const { page, faults } = await at.openAs('center', '分析人员', '/clusters');
      const one = proposal(page, '暖山');
      await one.getByText(/相似程度 9\d%/).waitFor();
      // By its name in the viewer's language.
      await one.getByRole('list', { name: '归并理由' }).filter({ hasText: /商品条码相同.*隐患项目相同 起火/ }).waitFor();
      expect(await one.getByRole('article').count()).toBe(2);
      expect(await one.getByRole('article').last().textContent()).toMatch(/暖山/);
      expect(await accessibilityFaults(page)).toEqual([]);
      await one.getByRole('button', { name: '采纳' }).click();
      await one.waitFor({ state: 'detached' });

      await goTo(page, '已采纳');
      await expect.poll(() => inCluster(page, '暖山'), { timeout: 20_000 }).toBe(2);
      await proposal(page, '暖山').getByRole('button', { name: '拆出' }).first().click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('理由').fill('型号不同');
      expect(await accessibilityFaults(page)).toEqual([]);
      await dialog.getByRole('button', { name: '拆出' }).click();
      await dialog.waitFor({ state: 'detached' });
      // One record alone is no cluster.
      await expect.poll(() => inCluster(page, '暖山'), { timeout: 20_000 }).toBe(0);
      await proposal(page, '暖山').waitFor();
      expect(faults).toEqual([]);
    }, 90_000);

    it('go on behind the first fifty, which are the most alike, and back to them', async () => {
      const { page, faults } = await at.openAs('center', '分析人员', '/clusters');
      await proposal(page, '远星').waitFor();
      await page.getByRole('button', { name: '下一页' }).click();
      await proposal(page, '远星').waitFor({ state: 'detached' });
      await expect.poll(() => page.getByRole('button', { name: '采纳' }).count(), { timeout: 20_000 }).toBe(50);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('button', { name: '上一页' }).click();
      await proposal(page, '远星').waitFor();
      expect(await page.getByRole('button', { name: '上一页' }).isDisabled()).toBe(true);
      expect(faults).toEqual([]);
    });

    it('are declined with a reason, which stays to be read', async () => {
      const { page, faults } = await at.openAs('center', '分析人员', '/clusters');
      const one = proposal(page, '远星');
      await one.getByRole('button', { name: '否定' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('理由').fill('并非同一产品');
      expect(await accessibilityFaults(page)).toEqual([]);
      await dialog.getByRole('button', { name: '否定' }).click();
      await one.waitFor({ state: 'detached' });
      await goTo(page, '已否定');
      await proposal(page, '远星').getByText('并非同一产品').waitFor();
      expect(faults).toEqual([]);
    }, 90_000);

    it('say why nothing came of it where somebody else was first', async () => {
      const { page } = await at.openAs('center', '分析人员', '/clusters');
      const one = proposal(page, '微澜');
      await one.waitFor();
      const item = { idempotencyKey: randomUUID(), clusterProposalId: declinedMeanwhile, reason: '并非同一产品' };
      expect(await performAct(at.hub, { identity: 'center', role: 'ANALYST' }, 'declineClusterProposal', [item])).toMatchObject([{ refusal: null }]);
      await one.getByRole('button', { name: '采纳' }).click();
      await one.getByRole('alert').filter({ hasText: 'STATE_NOT_POSSIBLE' }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
    }, 90_000);
  });
}
