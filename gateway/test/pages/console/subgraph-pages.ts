import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../accessibility-faults.js';
import { keepScreenshot } from '../keep-screenshot.js';
import type { ConsoleUnderTest } from './console-under-test.js';
import { heading } from './heading.js';
import { labsInForce } from './labs-in-force.js';

/** The supergraph as a picture, and the versions of its subgraphs. */
export function subgraphPages(at: ConsoleUnderTest): void {
  it('the supergraph tells of an entity that is chosen who contributes to it', async () => {
    const { page, faults } = await at.openAs('lab-1', '检验人员', '/supergraph');
    await heading(page, '超图全景');
    // By keys, as by hand.
    await page.getByLabel('网上监测计划 · 监管部门').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('region', { name: '网上监测计划' }).textContent(), { timeout: 20_000 }).toMatch(/归监管部门所有[\s\S]*共享交换提供字段[\s\S]*progress/);
    expect(faults).toEqual([]);
  });

  describe('subgraphs', () => {
    it('show who may not read them why, and what to do', async () => {
      const { page, faults } = await at.openAs('merchant-1', '经办人员', '/subgraphs');
      await page.getByText('按共享条款，此内容不向当前身份开放').waitFor();
      await page.getByText('SHARING_NOT_IN_AUDIENCE').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(faults).toEqual([]);
    });

    it('are checked, approved, published and brought back: a steward’s next version, side by side with the one before', async () => {
      const { page, faults } = await at.openAs('steward', '数据管理员', '/subgraphs/labs');
      await heading(page, '检验机构');
      const sdl = await labsInForce(at.hub);
      await page.getByLabel('SDL').fill(sdl.replace('检验机构 (3.3), by id.', '检验机构（实验室） (3.3), by id.'));
      await page.getByRole('button', { name: '检查', exact: true }).click();
      await page.getByText('可以发布').waitFor({ timeout: 60_000 });
      await page.getByLabel('理由').fill('名称更清楚');
      await page.getByRole('button', { name: '发布' }).click();
      await page.getByRole('heading', { name: '逐行比较' }).waitFor({ timeout: 60_000 });
      await page.locator('.cm-changedText').first().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await keepScreenshot(page, 'console-subgraph-light', { fullPage: true });
      await page.getByRole('button', { name: '恢复此版' }).click();
      await page.getByRole('dialog').getByLabel('理由').fill('恢复原来的说法');
      // Not before the word of confirmation is written.
      expect(await page.getByRole('dialog').getByRole('button', { name: '恢复此版' }).isDisabled()).toBe(true);
      await page.getByRole('dialog').getByLabel('请输入 labs 以确认').fill('labs');
      // Nor before it was seen how it differs, and what a check of it finds.
      await page.getByRole('dialog').locator('.cm-changedText').first().waitFor();
      expect(await page.getByRole('dialog').getByRole('button', { name: '恢复此版' }).isDisabled()).toBe(true);
      await page.getByRole('dialog').getByRole('button', { name: '检查', exact: true }).click();
      await page.getByRole('dialog').getByText('可以发布').waitFor({ timeout: 60_000 });
      await page.getByRole('dialog').getByText('没有发现问题').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await keepScreenshot(page, 'console-promote-light');
      await page.getByRole('dialog').getByRole('button', { name: '恢复此版' }).click();
      await page.getByText('恢复自第 1 版').waitFor({ timeout: 60_000 });
      // What came between is not to come back.
      await page.getByRole('button', { name: '停用' }).click();
      const retiring = page.getByRole('dialog', { name: /停用第/ });
      await retiring.getByLabel('理由').fill('说法有误');
      await retiring.getByLabel('请输入 labs 以确认').fill('labs');
      await retiring.getByRole('button', { name: '停用' }).click();
      await page.getByText('已停用：说法有误').waitFor();
      expect(faults).toEqual([]);
    }, 120_000);

    it('say what is done while it takes long, and for how long already', async () => {
      const { page, faults } = await at.openAs('steward', '数据管理员', '/subgraphs/labs');
      await heading(page, '检验机构');
      let letGo: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (letGo = resolve));
      await page.route('**/graphql', (route) => (route.request().postData()?.includes('checkSchema') === true ? held : Promise.resolve()).then(() => route.continue()));
      await page.getByLabel('SDL').fill(await labsInForce(at.hub));
      await page.getByRole('button', { name: '检查', exact: true }).click();
      await page.getByRole('status').filter({ hasText: '正在合成并检查' }).waitFor();
      await page.getByText('2 秒').waitFor();
      // It is not begun twice.
      expect(await page.locator('button[type=submit]').isDisabled()).toBe(true);
      expect(await accessibilityFaults(page)).toEqual([]);
      letGo();
      await page.getByText('没有发现问题').waitFor({ timeout: 60_000 });
      expect(faults).toEqual([]);
    }, 120_000);

    it('are brought back, retired and rejected in a window that keys alone open, fill and leave', async () => {
      const { page, faults } = await at.openAs('steward', '数据管理员', '/subgraphs/labs');
      const opener = page.getByRole('button', { name: '恢复此版' }).first();
      await opener.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('dialog', { name: /恢复第 \d+ 版/ }).waitFor();
      const focused = page.locator(':focus');
      await page.getByRole('dialog').getByLabel('理由').and(focused).waitFor();
      // The keys stay in the window.
      for (let key = 0; key < 8; key += 1) {
        await page.keyboard.press('Tab');
        expect(await page.evaluate(`document.querySelector('[role=dialog]').contains(document.activeElement)`)).toBe(true);
      }
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      await opener.and(focused).waitFor();
      expect(faults).toEqual([]);
    });

    it('are not published with a finding that another has to let pass; the page says whose turn it is, and what comes next', async () => {
      const { page, faults } = await at.openAs('steward', '数据管理员', '/subgraphs/labs');
      await heading(page, '检验机构');
      const sdl = await labsInForce(at.hub);
      await page.getByLabel('SDL').fill(sdl.replace('  lab(id: ID!): Lab', '  lab(id: ID!, item: String! @reads(coordinate: "Lab.scope")): Lab'));
      await page.getByRole('button', { name: '检查', exact: true }).click();
      await page.getByText('不能发布').waitFor({ timeout: 60_000 });
      await page.getByText('由另一名监测中心数据管理员批准').waitFor();
      await page.getByText('当前身份不能批准').waitFor();
      await page.getByText('等待上述人员批准').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await keepScreenshot(page, 'console-check-light', { fullPage: true });
      expect(faults).toEqual([]);
      // Once the other has let it pass, the same text is checked again, and may be published.
      const red = new URL(page.url()).pathname.replace(/^\/console/, '');
      await approveBreaking(at.hub, red.split('/').at(-1) ?? '');
      const later = await at.openAs('steward', '数据管理员', red, { colorScheme: 'dark', viewport: { width: 390, height: 844 } });
      await later.page.getByText('已全部批准').waitFor();
      expect(await later.page.getByText('由另一名监测中心数据管理员批准').count()).toBe(0);
      expect(await later.page.getByRole('button', { name: '发布', exact: true }).count()).toBe(0);
      expect(await accessibilityFaults(later.page)).toEqual([]);
      await keepScreenshot(later.page, 'console-check-approved-dark-phone', { fullPage: true });
      await later.page.getByRole('button', { name: '再次检查' }).click();
      await later.page.getByText('可以发布').waitFor({ timeout: 60_000 });
      await later.page.getByRole('button', { name: '发布', exact: true }).waitFor();
      expect(later.faults).toEqual([]);
      // Who may check nothing is told who goes on.
      const other = await at.openAs('regulator-province', '经办人员', red);
      await other.page.getByText('由监测中心数据管理员再次检查并发布').waitFor();
      expect(await other.page.getByRole('button', { name: '再次检查' }).count()).toBe(0);
      expect(other.faults).toEqual([]);
    }, 120_000);

    it('that nobody may let pass are to be mended, and the page says so', async () => {
      const { page, faults } = await at.openAs('steward', '数据管理员', '/subgraphs/labs');
      await heading(page, '检验机构');
      const sdl = await labsInForce(at.hub);
      // It does not say what it reads: a rule of which there is no exception.
      await page.getByLabel('SDL').fill(sdl.replace('  lab(id: ID!): Lab', '  lab(id: ID!, item: String): Lab'));
      await page.getByRole('button', { name: '检查', exact: true }).click();
      await page.getByText('请修改内容后重新检查').waitFor({ timeout: 60_000 });
      expect(faults).toEqual([]);
    }, 120_000);
  });
}

/** Another steward lets pass what breaks clients. */
async function approveBreaking(hub: ConsoleUnderTest['hub'], checkId: string): Promise<void> {
  const query = 'mutation ($items: [ApproveSchemaCheckInput!]!) { approveSchemaCheck(items: $items) { outcomes { value { id } } } }';
  const items = [{ idempotencyKey: randomUUID(), checkId, kinds: ['BREAKING'], reason: '已与用户商定' }];
  const { data } = await hub.ask({ identity: 'steward', role: 'DATA_STEWARD', user: 2 }, query, { items });
  expect(data).toEqual({ approveSchemaCheck: { outcomes: [{ value: { id: checkId } }] } });
}
