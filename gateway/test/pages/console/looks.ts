import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { accessibilityFaults, bringAxe } from '../accessibility-faults.js';
import { keepScreenshot } from '../keep-screenshot.js';
import { openPage, type PageOptions } from '../open-browser.js';
import type { ConsoleUnderTest } from './console-under-test.js';
import { heading } from './heading.js';

const looks = [
  { look: 'light', options: {} },
  { look: 'dark', options: { colorScheme: 'dark' } },
  { look: 'phone', options: { viewport: { width: 390, height: 844 } } },
  { look: 'english', options: { locale: 'en-US' } },
  { look: 'english-phone', options: { locale: 'en-US', colorScheme: 'dark', viewport: { width: 390, height: 844 } } },
] as const satisfies readonly { look: string; options: PageOptions }[];

/** As the list of demo identities names them, in Chinese and in English. */
const roles = { officer: ['经办人员', 'Officer'], steward: ['数据管理员', 'Data steward'], analyst: ['分析人员', 'Analyst'] } as const;

interface Shown {
  readonly name: string;
  readonly path: string;
  /** In Chinese, and in English where that is another. */
  readonly title: readonly [string | RegExp, string | RegExp];
  readonly ready: readonly [string | RegExp, string | RegExp];
  /** Who looks; a data steward where it does not say. */
  readonly by?: readonly [party: string, role: keyof typeof roles];
  /** Too long to be kept whole. */
  readonly isLong?: boolean;
}

const shown: readonly Shown[] = [
  { name: 'sheets', path: '/sheets', title: ['按表填报', 'Sheets'], ready: ['orderSampling', 'orderSampling'], by: ['center', 'analyst'] },
  { name: 'clusters', path: '/clusters', title: ['归并建议', 'Cluster proposals'], ready: [/暖山 充电宝/, /暖山 充电宝/], by: ['center', 'analyst'], isLong: true },
  { name: 'supergraph', path: '/supergraph', title: ['超图全景', 'The supergraph'], ready: ['MonitoringPlan', 'Monitoring plan'] },
  { name: 'subgraphs', path: '/subgraphs', title: ['数据标准版本', 'Schema versions'], ready: ['monitoring-center', 'monitoring-center'] },
  { name: 'proposals', path: '/proposals', title: ['数据标准提案', 'Proposals'], ready: ['公开能力附表', '公开能力附表'] },
  { name: 'exceptions', path: '/exceptions', title: ['规则例外', 'Rule exceptions'], ready: ['名录由另一系统更新', '名录由另一系统更新'] },
  { name: 'running', path: '/running', title: ['运行版本', 'Running versions'], ready: ['已是现行', 'Up to date'] },
  { name: 'contracts', path: '/contracts', title: ['数据契约', 'Contracts'], ready: [/variant=platform/, /variant=platform/] },
  { name: 'contract', path: '/contracts/public', title: ['数据契约：公众', 'Contract: The public'], ready: ['PublicNotice', 'PublicNotice'] },
  { name: 'usage', path: '/fields/usage', title: ['字段使用情况', 'Usage of fields'], ready: [/才有记录/, /Recorded only since/], isLong: true },
  { name: 'fields', path: '/fields', title: ['字段查询', 'Fields'], ready: [/个相符/, /of \d+ fields/], isLong: true },
  { name: 'field', path: '/fields/Purchase.price', title: ['Purchase.price', 'Purchase.price'], ready: ['未署名', 'unnamed'] },
  { name: 'catalogue', path: '/catalogue', title: ['资源目录', 'Catalogue'], ready: [/共 \d+ 类资源/, /\d+ resources/], isLong: true },
  { name: 'resource', path: '/catalogue/Lab', title: ['具有法定资质的产品质量检验机构', /Lab/], ready: ['requestSharing', 'requestSharing'] },
  { name: 'code-lists', path: '/code-lists', title: ['代码表', 'Code lists'], ready: ['units', 'units'] },
  { name: 'code-list', path: '/code-lists/units', title: [/单位/, /./], ready: [/共 \d+ 个代码/, /\d+ codes/], isLong: true },
];

/** What reaches beyond the window, so that the page could be moved sideways. */
const widerThanWindow = `document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => element.tagName + ' ' + element.getAttribute('class') + ' ' + element.textContent.slice(0, 60))`;

/** Switches of which one has to be moved sideways before all it offers is seen. */
const cutOff = `[...document.querySelectorAll('[role=radiogroup]')].filter((element) => element.scrollWidth > element.clientWidth + 1).map((element) => element.textContent)`;

/** Each page in each look: nothing against the rules of accessibility, nothing wider than the window, no switch cut off, and a picture to look at. */
export function looksOfPages(at: ConsoleUnderTest): void {
  describe.each(looks)('looks as somebody cared for it ($look)', ({ look, options }) => {
    const spoken = look.startsWith('english') ? 1 : 0;
    /** Nothing against the rules of accessibility, nothing wider than the window, no switch cut off. */
    const judge = async (page: Page) => {
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate(widerThanWindow)).toEqual([]);
      expect(await page.evaluate(cutOff)).toEqual([]);
    };

    it('who one is', async () => {
      const { page, faults } = await openPage(at.browser, at.hub.url, options);
      await bringAxe(page);
      await page.goto(`${at.hub.url}/console`);
      await heading(page, ['您以谁的身份查看？', 'As whom do you look?'][spoken] ?? '');
      await judge(page);
      await keepScreenshot(page, `console-sign-in-${look}`, { fullPage: true });
      expect(faults).toEqual([]);
    });

    it('the cycle', async () => {
      const { page, faults } = await at.openAs('regulator-province', roles.officer[spoken], '/', options);
      await heading(page, ['监测流程', 'The cycle of monitoring'][spoken] ?? '');
      await page.getByText(['实时更新', 'Live'][spoken] ?? '').waitFor();
      await expect.poll(() => page.getByRole('button', { name: [/监测中心 ?样品/, /Monitoring centre ?Sample/][spoken] ?? '' }).first().textContent(), { timeout: 20_000 }).toMatch(/8/);
      await page.locator('svg text').first().waitFor();
      await judge(page);
      await keepScreenshot(page, `console-cycle-${look}`, { fullPage: true });
      expect(faults).toEqual([]);
    });

    it.each(shown)('$name', async ({ name, path, title, ready, by: [party, role] = ['steward', 'steward'], isLong = false }: Shown) => {
      const { page, faults } = await at.openAs(party, roles[role][spoken], path, options);
      await heading(page, title[spoken]);
      await page.getByText(ready[spoken]).first().waitFor();
      await judge(page);
      await keepScreenshot(page, `console-${name}-${look}`, { fullPage: !isLong });
      expect(faults).toEqual([]);
    });
  });
}
