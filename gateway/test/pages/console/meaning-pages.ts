import { describe, expect, it } from 'vitest';
import type { ConsoleUnderTest } from './console-under-test.js';
import { heading } from './heading.js';

/** What there is and what it means: fields, the catalogue, code lists. */
export function meaningPages(at: ConsoleUnderTest): void {
  describe('fields', () => {
    it('are found by what they mean, and tell whether a party would see them, and why', async () => {
      const { page, faults } = await at.openAs('steward', '数据管理员', '/fields');
      await page.getByLabel('搜索字段').fill('Purchase.price');
      await page.getByRole('link', { name: 'Purchase.price', exact: true }).click();
      await heading(page, 'Purchase.price');
      await page.getByRole('combobox', { name: '单位' }).click();
      await page.getByRole('option', { name: /云集市/ }).click();
      await page.getByRole('combobox', { name: '职责' }).click();
      await page.getByRole('option', { name: '经办人员' }).click();
      await expect.poll(() => page.getByRole('region', { name: '这个单位能看到吗' }).textContent(), { timeout: 20_000 }).toMatch(/不能读[\s\S]*云集市[\s\S]*不符合/);
      expect(faults).toEqual([]);
    });

    it('tell nobody of another what is not theirs to know', async () => {
      const { page, faults } = await at.openAs('platform-1', '经办人员', '/fields/Purchase.price');
      await page.getByRole('status').filter({ hasText: '不能读' }).waitFor();
      await page.getByRole('combobox', { name: '单位' }).click();
      await page.getByRole('option', { name: /好物街/ }).click();
      await page.getByRole('combobox', { name: '职责' }).click();
      await page.getByRole('option', { name: '经办人员' }).click();
      await page.getByText('EXPLANATION_OF_OTHERS').waitFor();
      expect(faults).toEqual([]);
    });
  });

  it('the catalogue is searched by a word of a field, and says how to apply to who may', async () => {
    const { page, faults } = await at.openAs('regulator-city', '经办人员', '/catalogue');
    await page.getByLabel('搜索资源或字段').fill('signatories');
    await page.getByRole('link', { name: '具有法定资质的产品质量检验机构', exact: true }).click();
    await heading(page, '具有法定资质的产品质量检验机构');
    await expect.poll(() => page.getByRole('region', { name: '如何申请' }).textContent(), { timeout: 20_000 }).toContain('Lab.signatories');
    await page.goBack();
    await page.getByLabel('搜索资源或字段').fill('没有这个词');
    await page.getByText('没有相符的资源').waitFor();
    expect(faults).toEqual([]);
  });

  it('code lists show their versions and which codes are valid on a day', async () => {
    const { page, faults } = await at.openAs('enterprise-1', '经办人员', '/code-lists');
    await page.getByRole('link').filter({ hasText: /单位/ }).first().click();
    await page.getByRole('heading', { name: '版本历史' }).waitFor();
    await page.getByText(/共 \d+ 个代码/).waitFor();
    await page.getByLabel('在这一天有效').fill('2026-01-01');
    await page.getByText(/共 \d+ 个代码/).waitFor();
    expect(faults).toEqual([]);
  });
}
