import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { threadState } from '../../../../scripts/src/thread/thread-state.js';
import { takeThreadStep } from '../../../../scripts/src/thread/thread-step.js';
import { thread } from '../../../../scripts/src/thread/thread.js';
import { accessibilityFaults } from '../accessibility-faults.js';
import type { ConsoleUnderTest } from './console-under-test.js';
import { heading } from './heading.js';

const step = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`${name}`) });

/** The picture of the cycle. */
export function firstPage(at: ConsoleUnderTest): void {
  describe('the first page, in a browser that reaches nothing but the hub', () => {
    it('shows the cycle of figure 1 with how many there are at each step', async () => {
      const { page, faults } = await at.openAs('center', '分析人员', '/');
      await heading(page, '监测流程');
      await expect.poll(() => step(page, '监测中心 ?样品').first().textContent(), { timeout: 20_000 }).toMatch(/样品8/);
      expect(await page.getByRole('list', { name: '监测流程' }).getByRole('button').count()).toBe(23);
      expect(faults).toEqual([]);
    });

    it('counts for nobody what the terms do not give, and says why', async () => {
      const { page, faults } = await at.openAs('platform-1', '经办人员', '/');
      const plans = step(page, '监管部门 ?网上监测计划');
      await expect.poll(() => plans.textContent(), { timeout: 20_000 }).toContain('不开放');
      await plans.click();
      await expect.poll(() => page.getByRole('dialog').textContent(), { timeout: 20_000 }).toContain('不在其共享范围内');
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
      expect(faults).toEqual([]);
    });

    it('follows what happens while one looks', async () => {
      const { page, faults } = await at.openAs('center', '分析人员', '/');
      await page.getByText('实时更新').waitFor();
      const state = threadState('live');
      const [first] = thread;
      if (first) await takeThreadStep(at.hub, first, state);
      await expect.poll(() => page.getByRole('region', { name: '刚刚发生' }).textContent(), { timeout: 20_000 }).toContain('风险信息');
      expect(faults).toEqual([]);
    });

    it('saves what is owed on a row as a document on paper, from the desk', async () => {
      const { page, faults } = await at.openAs('regulator-province', '经办人员', '/');
      const desk = page.getByRole('region', { name: '本单位待办' });
      const [saved] = await Promise.all([page.waitForEvent('download', { timeout: 60_000 }), desk.getByRole('button', { name: /^PDF ?：收到的监测数据/ }).first().click()]);
      expect(saved.suggestedFilename()).toMatch(/\.pdf$/);
      expect((await readFile(await saved.path())).subarray(0, 5).toString()).toBe('%PDF-');
      expect(faults).toEqual([]);
    }, 90_000);

    it('says why there is no paper, where the hub gives none', async () => {
      const { page } = await at.openAs('regulator-province', '经办人员', '/');
      const errors = [{ message: '文档过大', extensions: { code: 'DOCUMENT_TOO_LARGE' } }];
      await page.route('**/documents/**', (route) => route.fulfill({ status: 422, json: { errors } }));
      await page.getByRole('button', { name: /^PDF ?：收到的监测数据/ }).first().click();
      await page.getByRole('alert').filter({ hasText: '文档过大' }).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
    });

    it('is in English for who wants it, and asks as the same identity when it is opened anew', async () => {
      const { page, faults } = await at.openAs('auditor', '审计员', '/');
      await page.getByRole('button', { name: 'English' }).click();
      await heading(page, 'The cycle of monitoring');
      await page.reload();
      await heading(page, 'The cycle of monitoring');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      await page.getByRole('button', { name: /Signed in as: .* · Auditor/ }).waitFor();
      expect(faults).toEqual([]);
    });

    it('is reached and opened by keys alone', async () => {
      const { page } = await at.openAs('center', '分析人员', '/');
      await heading(page, '监测流程');
      // Opened anew, the first key leads to what skips the navigation.
      await page.reload();
      await step(page, '监测中心 ?样品').first().waitFor();
      for (const key of ['Tab', 'Enter', 'Tab', 'Enter']) await page.keyboard.press(key);
      await page.getByRole('dialog', { name: '报送的风险信息' }).waitFor();
    });
  });

  it('the first page brings no more than it shows: no picture, no editor', async () => {
    const { page } = await at.openAs('center', '分析人员', '/');
    await page.locator('svg text').first().waitFor();
    const loaded = await page.evaluate<string[]>(`performance.getEntriesByType('resource').map(({ name }) => name)`);
    expect(loaded.filter((name) => /supergraph-page|sdl-diff|monaco|explorer-/.test(name))).toEqual([]);
    expect(loaded.some((name) => name.includes('cycle-page'))).toBe(true);
  });
}
