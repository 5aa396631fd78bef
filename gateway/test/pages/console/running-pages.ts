import { describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../accessibility-faults.js';
import { keepScreenshot } from '../keep-screenshot.js';
import type { ConsoleUnderTest } from './console-under-test.js';
import { heading } from './heading.js';

/** Contracts, what runs, and usage. */
export function runningPages(at: ConsoleUnderTest): void {
  describe('contracts', () => {
    it('tell what each kind of party is shown, and where it is delivered', async () => {
      const { page, faults } = await at.openAs('platform-1', '经办人员', '/contracts');
      await page.getByText(`GET ${at.hub.url}/registry/supergraph?variant=platform`).waitFor({ timeout: 60_000 });
      expect(await page.getByRole('main').getByRole('listitem').count()).toBe(8);
      await page.getByRole('link', { name: '公众' }).click();
      await heading(page, '数据契约：公众');
      await expect.poll(() => page.getByRole('region', { name: '查询' }).textContent(), { timeout: 20_000 }).toContain('publicNotices');
      expect(await page.getByRole('region', { name: '查询' }).textContent()).not.toMatch(/purchases|samples/);
      expect(faults).toEqual([]);
    }, 90_000);
  });

  describe('what runs', () => {
    it('is told by each gateway and owner, beside what is in force', async () => {
      const { page, faults } = await at.openAs('steward', '数据管理员', '/running');
      await expect.poll(() => page.getByRole('group', { name: '所有者' }).getByText('已是现行').count(), { timeout: 60_000 }).toBe(6);
      await page.getByRole('group', { name: '网关' }).getByText('已是现行').waitFor();
      expect(faults).toEqual([]);
    }, 90_000);

    it('names who is silent', async () => {
      const { page } = await at.openAs('steward', '数据管理员', '/code-lists');
      await page.route('**/graphql', async (route) => {
        const response = await route.fetch();
        const answer = (await response.json()) as { data?: { runningSchemas?: { service: string }[] } };
        if (answer.data?.runningSchemas) answer.data.runningSchemas = answer.data.runningSchemas.filter(({ service }) => service !== 'labs');
        await route.fulfill({ response, json: answer });
      });
      await page.getByRole('link', { name: '运行版本' }).click();
      await page.getByRole('row', { name: /检验机构.*失去联系/ }).waitFor();
    });

    it('is closed to a platform, which is told why', async () => {
      const { page } = await at.openAs('platform-1', '经办人员', '/running');
      await page.getByText('SHARING_NOT_IN_AUDIENCE').waitFor();
    });
  });

  describe('usage', () => {
    it('is told to nobody else, not even by an offer', async () => {
      const { page, faults } = await at.openAs('platform-1', '经办人员', '/fields/Sample.quantity');
      await page.getByText('只向监测中心的数据管理员和审计员开放').waitFor();
      await page.getByRole('link', { name: '字段查询' }).click();
      await heading(page, '字段查询');
      expect(await page.getByRole('link', { name: '字段使用情况' }).count()).toBe(0);
      expect(faults).toEqual([]);
    });

    it('of a field tells who asked it, with what and how often', async () => {
      const { page, faults } = await at.openAs('auditor', '审计员', '/fields/Purchase.price');
      const asked = page.getByRole('region', { name: '使用情况' }).getByRole('group', { name: /谁在用/ }).getByRole('row', { name: /之江电子商务产品质量监测中心.*未署名/ });
      await expect.poll(() => asked.textContent(), { timeout: 20_000 }).toMatch(/3$/);
      // The days of the heat are told to who does not see it.
      await page.getByRole('table', { name: /每日请求/ }).getByRole('row').nth(1).waitFor({ state: 'attached' });
      expect(faults).toEqual([]);
    });

    it('says where a gateway was silent, on the page of usage and of a field, and leads to when each told last', async () => {
      const { page, faults } = await at.openAs('auditor', '审计员', '/fields');
      await page.route('**/graphql', async (route) => {
        const response = await route.fetch();
        const answer = (await response.json()) as { data?: { schemaUsage?: object } };
        if (answer.data?.schemaUsage) Object.assign(answer.data.schemaUsage, { recordedSince: '2026-01-01', unreportedDays: 4, silentGatewayDays: 2, unrecorded: 0 });
        await route.fulfill({ response, json: answer });
      });
      const silent = page.getByRole('status').filter({ hasText: '其中 2 天有网关在运行而未报告' }).filter({ hasText: '其中 4 天没有网关报告' });
      await page.getByLabel('搜索字段').fill('Purchase.price');
      await page.getByRole('link', { name: 'Purchase.price', exact: true }).click();
      await silent.waitFor();
      await page.getByRole('link', { name: '字段查询' }).click();
      await page.getByRole('link', { name: '字段使用情况' }).click();
      await silent.waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await keepScreenshot(page, 'console-usage-silent-light', { fullPage: true });
      await page.getByRole('link', { name: '查看各网关最近何时报告' }).click();
      await heading(page, '运行版本');
      expect(faults).toEqual([]);
    });

    it('of a subgraph names the fields that nobody asks, and since when that is known', async () => {
      const { page, faults } = await at.openAs('auditor', '审计员', '/fields');
      await page.getByRole('link', { name: '字段使用情况' }).click();
      await heading(page, '字段使用情况');
      await page.getByRole('status').filter({ hasText: '使用情况记录不全' }).getByText(/才有记录，此前不明/).waitFor();
      await page.getByRole('combobox', { name: '显示' }).click();
      await page.getByRole('option', { name: '无人使用的字段' }).click();
      await page.getByRole('region', { name: '无人使用的字段' }).getByRole('link').first().waitFor();
      expect(faults).toEqual([]);
    });
  });
}
