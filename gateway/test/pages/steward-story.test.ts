import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JourneyHub } from '../journeys/journey-hub.js';
import { accessibilityFaults } from './accessibility-faults.js';
import { keepScreenshot } from './keep-screenshot.js';
import { openAs } from './open-as.js';
import { openBrowser } from './open-browser.js';

/** All that is asked here besides what the pages ask: their own operations are in the list by themselves. */
const scope = '{ lab(id: "lab-1") { scope { itemCode } } }';

let hub: JourneyHub;
let browser: Browser;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-steward-page-'));
  const file = join(folder, 'operations.json');
  await writeFile(file, JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations: [{ id: 'scope', body: scope, name: 'Scope', type: 'query' }] }));
  // The whole story where nothing but listed operations may be asked: the console is not locked out.
  [hub, browser] = await Promise.all([JourneyHub.start({ separate: false, variables: { SAFELIST: 'enforce', SAFELIST_FILE: file, USAGE_REPORT_SECONDS: '1' } }), openBrowser()]);
  await hub.ready();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
  await rm(folder, { recursive: true, force: true });
});

const open = (party: string, role: string, path: string) => openAs(browser, hub.url, party, role, path);
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
/** Whether the scope of a lab is open to somebody; what is closed to him is told by its code. */
const scopeOf = async (identity: string) => (await hub.ask({ identity }, scope)).errors?.map(({ path, extensions }) => `${path?.join('.')} ${extensions.code}`) ?? 'open';
const closed = ['lab.scope SHARING_NOT_IN_AUDIENCE'];

/** The page on which a steward proposes a change of the labs' schema, edited in what is in force. */
async function propose(page: Page, title: string, reason: string, edit: (sdl: string) => string): Promise<void> {
  await page.getByLabel('名称').fill(title);
  await page.getByLabel('理由').fill(reason);
  await page.getByRole('combobox', { name: '子图' }).click();
  await page.getByRole('option', { name: '检验机构' }).click();
  await page.keyboard.press('Escape');
  const text = page.getByLabel('检验机构的 SDL');
  await expect.poll(() => text.inputValue(), { timeout: 20_000 }).toContain('type Lab ');
  const before = await text.inputValue();
  const after = edit(before);
  expect(after).not.toBe(before);
  await text.fill(after);
  // What would change is seen before it is proposed.
  await page.getByRole('group', { name: '将作的修改' }).locator('.cm-changedLine').first().waitFor();
}

/** Waits for the page of the proposal; a refusal ends the wait, and says why. */
async function proposed(page: Page, title: string): Promise<void> {
  const found = page.getByRole('heading', { level: 1, name: title }).or(page.getByRole('alert'));
  await found.waitFor({ timeout: 60_000 });
  expect(await found.textContent()).toBe(title);
}

/** The accreditation on the terms of the scope: to the lab itself, regulators and the centre. */
const narrow = (sdl: string) => {
  const [, terms = ''] = /^ {2}scope: .*(@sharing\(.*\))$/m.exec(sdl) ?? [];
  return sdl.replace(/^( {2}cnas: Accreditation) @sharing\(.*\)$/m, `$1 ${terms}`);
};
const widen = (sdl: string) => sdl.replace(/^( {2}scope: .*?kinds: \[REGULATOR, MONITORING_CENTER)\]/m, '$1, PLATFORM, MERCHANT]');

describe('a data steward at the console (5.4.3), where a list of operations is enforced', () => {
  let path: string;

  it('proposes to narrow, and sees who would read less, who used it, and whose it is to approve', async () => {
    // Somebody uses it, and is counted.
    expect(await scopeOf('platform-1')).toEqual(closed);
    const { page, faults } = await open('steward', '数据管理员', '/proposals');
    await page.getByText('还没有提案').waitFor();
    await page.getByRole('link', { name: '提出修改' }).click();
    await heading(page, '提出修改');
    await propose(page, '收回认可证书', '证书不再公开', narrow);
    expect(await accessibilityFaults(page)).toEqual([]);
    await keepScreenshot(page, 'console-propose-light', { fullPage: true });
    await page.getByRole('button', { name: '提出修改' }).click();
    await proposed(page, '收回认可证书');
    path = new URL(page.url()).pathname.replace('/console', '');
    await page.getByText('有单位能读或能办的比现在少').first().waitFor();
    await page.getByText(/Lab\.cnas.*MERCHANT/).first().waitFor();
    await page.getByText('“共享收窄”由省级监管部门经办人员批准').waitFor();
    await page.getByRole('heading', { name: '涉及谁（近 30 天的使用）' }).waitFor();
    // He neither approves it himself nor publishes it as it is.
    await page.getByText('当前身份不能批准').waitFor();
    expect(await page.getByRole('button', { name: '发布提案' }).count()).toBe(0);
    expect(faults).toEqual([]);
  }, 120_000);

  it('is told what those say whom it concerns, and refused by a regulator of the province', async () => {
    const platform = await open('云集市', '经办人员', path);
    await platform.page.getByLabel('发表意见').fill('商家凭此选择检验机构');
    await platform.page.getByRole('button', { name: '提交意见' }).click();
    const comments = platform.page.getByRole('region', { name: '意见（1）' });
    await comments.getByRole('paragraph').filter({ hasText: '商家凭此选择检验机构' }).waitFor();
    await expect.poll(() => comments.getByLabel('发表意见').inputValue()).toBe('');
    // A platform decides nothing, and is not told who uses what.
    expect(await platform.page.getByRole('button', { name: /批准|驳回/ }).count()).toBe(0);
    expect(await platform.page.getByRole('heading', { name: /涉及谁/ }).count()).toBe(0);
    expect(platform.faults).toEqual([]);

    const { page, faults } = await open('之江省市场监督管理局', '经办人员', path);
    await page.getByText('商家凭此选择检验机构').waitFor();
    await page.getByRole('button', { name: '驳回' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('无法定依据');
    await page.getByRole('dialog').getByRole('button', { name: '驳回' }).click();
    await page.getByRole('status').filter({ hasText: '无法定依据' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);

    // A rival learns the outcome, and not what another has said.
    const rival = await open('好物街', '经办人员', path);
    await rival.page.getByRole('status').filter({ hasText: '无法定依据' }).waitFor();
    await rival.page.getByText('还没有可以显示的意见').waitFor();
    expect(await rival.page.getByText('商家凭此').count()).toBe(0);
  }, 120_000);

  it('proposes to widen, which a security administrator approves, and no platform does', async () => {
    const { page, faults } = await open('steward', '数据管理员', '/proposals/new');
    await heading(page, '提出修改');
    await propose(page, '公开能力附表', '便于商家送检', widen);
    await page.getByRole('button', { name: '提出修改' }).click();
    await proposed(page, '公开能力附表');
    path = new URL(page.url()).pathname.replace('/console', '');
    await page.getByText('“共享放宽”由监测中心安全管理员批准').waitFor();
    expect(faults).toEqual([]);

    const security = await open('security', '安全管理员', path);
    const form = security.page.getByRole('region', { name: '有待批准' });
    const approve = form.getByRole('button', { name: '批准' });
    await form.getByText('批准以下发现').waitFor();
    // Not without saying what, and why.
    expect(await approve.isDisabled()).toBe(true);
    await form.getByLabel('共享放宽').check();
    expect(await approve.isDisabled()).toBe(true);
    await form.getByLabel('理由').fill('不涉敏感信息');
    expect(await accessibilityFaults(security.page)).toEqual([]);
    await keepScreenshot(security.page, 'console-proposal-light', { fullPage: true });
    await approve.click();
    await security.page.getByRole('region', { name: '已有的批准' }).getByText('不涉敏感信息').waitFor();
    expect(security.faults).toEqual([]);
    expect(await scopeOf('platform-1')).toEqual(closed);
  }, 120_000);

  it('publishes it, sees the gateway and the subgraph take it up, and the field is read through the gateway', async () => {
    const { page, faults } = await open('steward', '数据管理员', path);
    await page.getByText('已批准').first().waitFor();
    await page.getByRole('button', { name: '发布提案' }).click();
    await page.getByRole('status').filter({ hasText: '检验机构第 2 版' }).waitFor({ timeout: 60_000 });
    await page.getByRole('link', { name: '运行版本' }).click();
    // Beside what runs stands for a while what ran before the hub was stopped last.
    await page.getByRole('group', { name: '所有者' }).getByRole('row', { name: /检验机构.*已是现行.*第 2 版.*第 2 版/ }).waitFor({ timeout: 45_000 });
    await page.getByRole('group', { name: '网关' }).getByRole('row', { name: /网关.*已是现行.*第 2 版.*第 2 版/ }).waitFor({ timeout: 45_000 });
    expect(await scopeOf('platform-1')).toBe('open');
    expect(faults).toEqual([]);
  }, 180_000);

  it('rolls it back, terms and all, with a word of confirmation', async () => {
    const { page, faults } = await open('steward', '数据管理员', '/subgraphs/labs');
    await page.getByRole('link', { name: '提案：公开能力附表' }).waitFor();
    await page.getByRole('button', { name: '恢复此版' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('将作为第 3 版发布').waitFor();
    // What that takes from whom is seen before; it undoes what was published today, and needs nobody's approval.
    await dialog.getByRole('button', { name: '检查', exact: true }).click();
    await dialog.getByText('共享收窄').first().waitFor({ timeout: 60_000 });
    await dialog.getByText('只有撤销一日内的发布才能直接恢复').waitFor();
    await dialog.getByLabel('理由').fill('附表有误');
    await dialog.getByLabel('请输入 labs 以确认').fill('lab');
    expect(await dialog.getByRole('button', { name: '恢复此版' }).isDisabled()).toBe(true);
    await dialog.getByLabel('请输入 labs 以确认').fill('labs');
    expect(await accessibilityFaults(page)).toEqual([]);
    await dialog.getByRole('button', { name: '恢复此版' }).click();
    await page.getByText('恢复自第 1 版').waitFor({ timeout: 60_000 });
    await expect.poll(() => scopeOf('platform-1'), { timeout: 20_000 }).toEqual(closed);
    expect(faults).toEqual([]);
  }, 120_000);

  it('is locked out of nothing, while what is in no list is', async () => {
    const { errors } = await hub.ask({ identity: 'steward', role: 'DATA_STEWARD' }, '{ viewer { userId } }');
    expect(errors).toMatchObject([{ extensions: { code: 'OPERATION_NOT_LISTED' } }]);
    const { page, faults } = await open('steward', '数据管理员', '/');
    await heading(page, '监测流程');
    // Subscriptions are in the list too.
    await page.getByText('实时更新').waitFor();
    expect(faults).toEqual([]);
  });
});
