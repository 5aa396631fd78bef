import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults } from '../accessibility-faults.js';
import { keepScreenshot } from '../keep-screenshot.js';
import type { ConsoleUnderTest } from './console-under-test.js';
import { heading } from './heading.js';
import { labsInForce } from './labs-in-force.js';

/** Proposals and rule exceptions; what they make is in the pictures. */
export function proposalPages(at: ConsoleUnderTest): void {
  describe('proposals', () => {
    it('are made of a text that is edited or of a file, of as many subgraphs as they need', async () => {
      const { page, faults } = await at.openAs('steward', '数据管理员', '/proposals/new');
      await page.getByLabel('名称').fill('公开能力附表');
      await page.getByLabel('理由').fill('便于商家送检');
      await page.getByRole('combobox', { name: '子图' }).click();
      await page.getByRole('option', { name: '检验机构' }).click();
      await page.getByRole('option', { name: '标准规范' }).click();
      await page.keyboard.press('Escape');
      const sdl = await labsInForce(at.hub);
      await page.locator('input[type=file]').first().setInputFiles({ name: 'labs.graphql', mimeType: 'text/plain', buffer: Buffer.from(sdl.replace(/^( {2}scope: .*?kinds: \[REGULATOR, MONITORING_CENTER)\]/m, '$1, PLATFORM]')) });
      await page.getByRole('group', { name: '将作的修改' }).locator('.cm-changedLine').first().waitFor();
      // Not while one of the chosen subgraphs is as it was.
      expect(await page.getByRole('button', { name: '提出修改' }).isDisabled()).toBe(true);
      const text = page.getByLabel('标准规范的 SDL');
      await expect.poll(() => text.inputValue(), { timeout: 20_000 }).toContain('type CodeList ');
      await text.fill((await text.inputValue()).replace('代码表 (5.4.3 c), by id.', '代码表（标准代码） (5.4.3 c), by id.'));
      await page.getByRole('button', { name: '提出修改' }).click();
      await page.getByRole('heading', { level: 1, name: '公开能力附表' }).waitFor({ timeout: 60_000 });
      await page.getByRole('heading', { name: /标准规范：与第 1 版逐行比较/ }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(faults).toEqual([]);
    }, 120_000);

    it('are commented once, though the first answer was lost on its way', async () => {
      const { page } = await at.openAs('platform-1', '经办人员', '/proposals');
      await page.getByRole('link', { name: '公开能力附表' }).click();
      let sent = 0;
      await page.route('**/graphql', async (route) => {
        if (route.request().postData()?.includes('mutation CommentProposal') !== true || ++sent > 1) return route.continue();
        await route.fetch();
        return route.abort('connectionreset');
      });
      await page.getByLabel('发表意见').fill('请同时公布有效期');
      await page.getByRole('button', { name: '提交意见' }).click();
      await page.getByRole('region', { name: '意见（1）' }).getByText('请同时公布有效期').waitFor();
      expect(sent).toBe(2);
    });

    it('of a code list are made where the list is, code by code, and refused in words where a code lacks its name, as long as it does', async () => {
      const { page, faults } = await at.openAs('steward', '数据管理员', '/code-lists/units');
      await page.getByRole('link', { name: '提出修改' }).click();
      await heading(page, '提出修改');
      await page.getByRole('textbox', { name: '名称', exact: true }).fill('统一干基单位');
      await page.getByLabel('理由').fill('标准更新');
      const propose = page.getByRole('button', { name: '提出修改' });
      await page.getByLabel('查找代码或名称').fill('kg');
      for (const code of ['kg', 'mg/kg']) {
        const name = page.getByLabel(`中文名称 ${code}`, { exact: true });
        // Not as long as the list is as it was.
        if (code === 'kg') expect(await propose.isDisabled()).toBe(true);
        await name.fill(`${await name.inputValue()}（干基）`);
      }
      await page.getByRole('button', { name: '增加代码' }).click();
      await page.getByRole('textbox', { name: '代码', exact: true }).fill('mol');
      await propose.click();
      await page.getByRole('alert').filter({ hasText: '计量单位 · mol · 中文名称' }).getByText('VALUE_REQUIRED').waitFor();
      await page.getByLabel('中文名称 mol').fill('摩尔');
      await page.getByLabel('英文名称 mol').fill('mole');
      await page.getByRole('alert').waitFor({ state: 'detached' });
      await page.getByRole('group', { name: '将作的修改' }).locator('.cm-changedLine').first().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await keepScreenshot(page, 'console-propose-code-list-light', { fullPage: true });
      await propose.click();
      await page.getByRole('heading', { level: 1, name: '统一干基单位' }).waitFor({ timeout: 60_000 });
      await page.getByText(/新增代码.*mol|mol.*新增/).first().waitFor();
      expect(faults).toEqual([]);
    }, 120_000);

    it('of a code list are made of a file as well, which is saved from the page, and what is no list is said to be none', async () => {
      const { page, faults } = await at.openAs('steward', '数据管理员', '/proposals/new?list=hazard-items');
      const [saved] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '保存为文件' }).click()]);
      expect(saved.suggestedFilename()).toBe('hazard-items.json');
      const { codes } = JSON.parse(await readFile(await saved.path(), 'utf8')) as { codes: { code: string; zh: string; en: string; validTo: string | null }[] };
      expect(codes.map(({ code }) => code)).toContain('SKIN');
      const choose = (content: string) => page.locator('input[type=file]').setInputFiles({ name: 'items.json', mimeType: 'application/json', buffer: Buffer.from(content) });
      for (const none of ['{', '{"codes": [{"code": "A", "zh": "甲"}]}', '{"codes": [{"code": "A", "zh": "甲", "en": "a", "properties": {}}]}']) {
        await choose(none);
        await page.getByRole('alert').getByText(/items\.json 不是代码表/).waitFor();
      }
      await choose(JSON.stringify({ codes: codes.map((entry) => (entry.code === 'SKIN' ? { ...entry, validTo: '2098-01-01' } : entry)) }));
      await page.getByRole('group', { name: '将作的修改' }).getByText('2098-01-01').first().waitFor();
      expect(await page.getByRole('alert').count()).toBe(0);
      await page.getByLabel('查找代码或名称').fill('SKIN');
      expect(await page.getByLabel('失效日 SKIN').inputValue()).toBe('2098-01-01');
      // Back to what it was, there is nothing to propose.
      await page.getByRole('textbox', { name: '名称', exact: true }).fill('停用');
      await page.getByLabel('理由').fill('标准更新');
      const propose = page.getByRole('button', { name: '提出修改' });
      await expect.poll(() => propose.isDisabled()).toBe(false);
      await page.getByLabel('失效日 SKIN').fill('');
      await expect.poll(() => propose.isDisabled()).toBe(true);
      // What takes its place is written beside the day on which it ends.
      await page.getByLabel('失效日 SKIN').fill('2098-01-01');
      await page.getByLabel('后继代码 SKIN').fill(codes.find(({ code }) => code !== 'SKIN')?.code ?? '');
      await page.getByLabel('后继代码 SKIN').blur();
      await page.getByRole('group', { name: '将作的修改' }).getByText('succeeded').first().waitFor();
      expect(faults).toEqual([]);
    }, 60_000);

    it('of a code list show which codes change and who keeps it, and wait for whom they concern', async () => {
      const { page, faults } = await at.openAs('regulator-province', '经办人员', '/proposals');
      await page.getByText('修改：代码表“计量单位”').waitFor();
      await page.getByRole('link', { name: '统一干基单位' }).click();
      await page.getByRole('heading', { name: '代码表“计量单位”：变更的代码，与第 1 版比较' }).waitFor();
      await page.locator('.cm-changedLine').first().waitFor();
      await page.getByText('须更新快照的属主').waitFor();
      await page.getByText(/含义将变更：名称/).first().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await keepScreenshot(page, 'console-proposal-code-list-light', { fullPage: true });
      await page.getByRole('checkbox', { name: '代码含义变更' }).check();
      await page.getByLabel('理由').fill('同意统一');
      await page.getByRole('button', { name: '批准', exact: true }).click();
      await page.getByText('已批准').first().waitFor();
      expect(faults).toEqual([]);
    }, 60_000);

    it('are made by data stewards alone, and the page says so to everybody else', async () => {
      const { page, faults } = await at.openAs('lab-1', '检验人员', '/proposals');
      await page.getByRole('link', { name: '公开能力附表' }).waitFor();
      expect(await page.getByRole('link', { name: '提出修改' }).count()).toBe(0);
      await page.goto(`${at.hub.url}/console/proposals/new`);
      await page.getByText('修改由监测中心的数据管理员提出').waitFor();
      expect(faults).toEqual([]);
    });

    it('are closed to merchants, who are told why', async () => {
      const { page } = await at.openAs('merchant-1', '经办人员', '/proposals');
      await page.getByText('SHARING_NOT_IN_AUDIENCE').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  });

  describe('rule exceptions', () => {
    it('are made by a data steward in writing, with an end, and ended before it', async () => {
      const { page, faults } = await at.openAs('steward', '数据管理员', '/exceptions');
      await page.getByText('没有规则例外').waitFor();
      await page.getByRole('combobox', { name: '子图' }).click();
      await page.getByRole('option', { name: '检验机构' }).click();
      await page.getByRole('combobox', { name: '规则' }).click();
      await page.getByRole('option', { name: '资源须有时效要求' }).click();
      await page.getByLabel('位置').fill('Lab;');
      await page.getByLabel('有效期至').fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
      await page.getByLabel('理由').fill('名录由另一系统更新');
      await page.getByRole('button', { name: '准许' }).click();
      // What was refused is told as long as it stands there, whatever is changed.
      const refused = page.getByRole('alert').getByText('VALUE_INVALID');
      await refused.waitFor();
      for (const severity of ['仍按错误处理', '只提示']) {
        await page.getByRole('combobox', { name: '按此处理' }).click();
        await page.getByRole('option', { name: severity }).click();
        await refused.waitFor({ state: severity === '仍按错误处理' ? 'detached' : 'visible' });
      }
      await page.getByLabel('位置').fill('Lab');
      await refused.waitFor({ state: 'detached' });
      await page.getByRole('button', { name: '准许' }).click();
      await page.getByRole('cell', { name: /名录由另一系统更新/ }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('button', { name: '终止' }).click();
      await page.getByRole('dialog').getByRole('button', { name: '终止' }).click();
      await page.getByText(/已于 .* 终止/).waitFor();
      expect(faults).toEqual([]);
    });

    it('are read by who approves, who makes none', async () => {
      const { page, faults } = await at.openAs('regulator-province', '经办人员', '/exceptions');
      await page.getByText(/已于 .* 终止/).waitFor();
      expect(await page.getByRole('button', { name: /准许|终止/ }).count()).toBe(0);
      expect(faults).toEqual([]);
    });

    it('are closed to a lab, which is told why', async () => {
      const { page } = await at.openAs('lab-1', '检验人员', '/exceptions');
      await page.getByText('SHARING_NOT_IN_AUDIENCE').waitFor();
    });
  });
}
