import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fillIn, type Row } from '../../journeys/sheet-desk.js';
import { readSheets, type ReadSheet } from '../../sheets/read-sheets.js';
import { sheetFile } from '../../sheets/sheet-file.js';
import { accessibilityFaults } from '../accessibility-faults.js';
import type { ConsoleUnderTest } from './console-under-test.js';

const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const act = 'storeSample';

const rowOf = (page: Page) => page.getByRole('row').filter({ hasText: act });
const chooser = (page: Page) => rowOf(page).locator('input[type=file]');

/** What a page saves when it is made to: its name, and the sheets in it. */
async function saved(page: Page, make: () => Promise<unknown>): Promise<{ readonly name: string; readonly sheets: readonly ReadSheet[] }> {
  const [file] = await Promise.all([page.waitForEvent('download'), make()]);
  return { name: file.suggestedFilename(), sheets: await readSheets(await readFile(await file.path())) };
}

const fetched = (page: Page) => saved(page, () => rowOf(page).getByRole('button', { name: /^下载填报表/ }).click());
const choose = (input: Locator, buffer: Buffer) => input.setInputFiles({ name: '储存.xlsx', mimeType, buffer });

/** Acts by sheets. */
export function sheetPages(at: ConsoleUnderTest): void {
  describe('acts by sheets', () => {
    it('are done with a sheet that is saved, filled in and sent; the refused row comes back with its reason, is mended there and sent again', async () => {
      const { page, faults } = await at.openAs('lab-1', '检验人员', '/sheets');
      const { name, sheets } = await fetched(page);
      expect(name).toBe(`${act}.xlsx`);
      const [template] = sheets;
      if (!template) throw new Error('There is no sheet in what was saved.');
      const writes = (n: number): Row => ({ place: n === 1 ? '#N/A' : `冷藏柜 ${n}`, 'temperature.lowest': '2', 'temperature.highest': '8' });
      const answer = await saved(page, () => choose(chooser(page), fillIn(template, 2, writes)));
      await rowOf(page).getByRole('status').filter({ hasText: '已办理 1 项，未办理 1 项，未填写 0 项' }).waitFor();
      expect(answer.name).toBe('储存-办理结果.xlsx');
      const back = answer.sheets[0]?.rows ?? [];
      expect(back.map((cells) => cells.at(-2))).toEqual(['未办理：代码', 'VALUE_INVALID']);
      expect(back[1]?.at(-1)).toContain('“#N/A”是电子表格的错误值，不是内容');
      expect(await accessibilityFaults(page)).toEqual([]);

      const mended = back.map((cells) => cells.map((text) => (text === '#N/A' ? '冷藏柜 1' : text)));
      await saved(page, () => choose(chooser(page), sheetFile(act, mended)));
      await rowOf(page).getByRole('status').filter({ hasText: '已办理 1 项，未办理 0 项，未填写 0 项' }).waitFor();
      expect(faults).toEqual([]);
    }, 90_000);

    it('say why a file is refused as a whole, and let the same one be chosen again', async () => {
      const { page } = await at.openAs('lab-1', '检验人员', '/sheets');
      await choose(chooser(page), Buffer.from('no workbook'));
      await rowOf(page).getByRole('alert').filter({ hasText: 'SHEET_UNREADABLE' }).waitFor();
      // A browser tells nothing of a file that is in it already.
      expect(await chooser(page).inputValue()).toBe('');
      expect(await accessibilityFaults(page)).toEqual([]);
    });

    it.each([
      ['waiting=2000, more', '表中只列出前 2000 行'],
      ['waiting=0, more', '请联系运维调整 SHEET_ROWS'],
    ])('say where more waits than a sheet holds (%s)', async (header, told) => {
      const { page, faults } = await at.openAs('lab-1', '检验人员', '/sheets');
      await page.route(`**/sheets/${act}`, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), 'x-hub-sheet': header } });
      });
      await fetched(page);
      await rowOf(page).getByRole('status').filter({ hasText: told }).waitFor();
      expect(faults).toEqual([]);
    });

    it('are offered to nobody who does none', async () => {
      const { page, faults } = await at.openAs('steward', '数据管理员', '/sheets');
      await page.getByText('您的职责没有可按表填报的操作').waitFor();
      expect(await page.getByRole('table').count()).toBe(0);
      expect(faults).toEqual([]);
    });
  });
}
