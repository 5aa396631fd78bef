import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { threadState } from '../../../scripts/src/thread/thread-state.js';
import { takeThreadStep } from '../../../scripts/src/thread/thread-step.js';
import { thread } from '../../../scripts/src/thread/thread.js';
import { toThePlan } from '../../../scripts/src/thread/to-the-plan.js';
import { toTheWarehouse } from '../../../scripts/src/thread/to-the-warehouse.js';
import { JourneyHub } from '../journeys/journey-hub.js';
import { accessibilityFaults, bringAxe } from './accessibility-faults.js';
import { keepScreenshot } from './keep-screenshot.js';
import { openAs as openConsoleAs } from './open-as.js';
import { openBrowser, openPage, type OpenPage, type PageOptions } from './open-browser.js';

let hub: JourneyHub;
let browser: Browser;
beforeAll(async () => {
  [hub, browser] = await Promise.all([JourneyHub.start({ separate: false, variables: { USAGE_REPORT_SECONDS: '1' } }), openBrowser()]);
  await hub.ready();
  // One undertaking that is through, and one whose samples lie in the warehouse.
  for (const [run, steps] of [['through', thread], ['under-way', [...toThePlan, ...toTheWarehouse]]] as const) {
    const state = threadState(run);
    for (const step of steps) await takeThreadStep(hub, step, state);
  }
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await hub?.stop();
});

const looks = [
  { look: 'light', options: {} },
  { look: 'dark', options: { colorScheme: 'dark' } },
  { look: 'phone', options: { viewport: { width: 390, height: 844 } } },
] as const satisfies readonly { look: string; options: PageOptions }[];

const openAs = (party: string, role: string, path: string, options?: PageOptions) => openConsoleAs(browser, hub.url, party, role, path, options);

/** The text of the labs' schema that is in force. */
async function labsInForce(): Promise<string> {
  const { data } = await hub.ask({ identity: 'steward', role: 'DATA_STEWARD' }, '{ schemaVersions(first: 1, filter: { subgraph: "labs" }) { nodes { sdl } } }');
  return (data as unknown as { schemaVersions: { nodes: [{ sdl: string }] } }).schemaVersions.nodes[0].sdl;
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const step = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(`${name}`) });

describe('the first page, in a browser that reaches nothing but the hub', () => {
  it('shows the cycle of figure 1 with how many there are at each step', async () => {
    const { page, faults } = await openAs('center', '分析人员', '/');
    await heading(page, '监测流程');
    await expect.poll(() => step(page, '监测中心 ?样品').first().textContent(), { timeout: 20_000 }).toMatch(/样品8/);
    expect(await page.getByRole('list', { name: '监测流程' }).getByRole('button').count()).toBe(23);
    expect(faults).toEqual([]);
  });

  it('counts for nobody what the terms do not give, and says why', async () => {
    const { page, faults } = await openAs('platform-1', '经办人员', '/');
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
    const { page, faults } = await openAs('center', '分析人员', '/');
    await page.getByText('实时更新').waitFor();
    const state = threadState('live');
    const [first] = thread;
    if (first) await takeThreadStep(hub, first, state);
    await expect.poll(() => page.getByRole('region', { name: '刚刚发生' }).textContent(), { timeout: 20_000 }).toContain('风险信息');
    expect(faults).toEqual([]);
  });

  it('is in English for who wants it, and asks as the same identity when it is opened anew', async () => {
    const { page, faults } = await openAs('auditor', '审计员', '/');
    await page.getByRole('button', { name: 'English' }).click();
    await heading(page, 'The cycle of monitoring');
    await page.reload();
    await heading(page, 'The cycle of monitoring');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('button', { name: /Signed in as: .* · Auditor/ }).waitFor();
    expect(faults).toEqual([]);
  });

  it('is reached and opened by keys alone', async () => {
    const { page } = await openAs('center', '分析人员', '/');
    await heading(page, '监测流程');
    // Opened anew, the first key leads to what skips the navigation.
    await page.reload();
    await step(page, '监测中心 ?样品').first().waitFor();
    for (const key of ['Tab', 'Enter', 'Tab', 'Enter']) await page.keyboard.press(key);
    await page.getByRole('dialog', { name: '报送的风险信息' }).waitFor();
  });
});

it('the first page brings no more than it shows: no picture, no editor', async () => {
  const { page } = await openAs('center', '分析人员', '/');
  await page.locator('svg text').first().waitFor();
  const loaded = await page.evaluate<string[]>(`performance.getEntriesByType('resource').map(({ name }) => name)`);
  expect(loaded.filter((name) => /supergraph-page|sdl-diff|monaco|explorer-/.test(name))).toEqual([]);
  expect(loaded.some((name) => name.includes('cycle-page'))).toBe(true);
});

describe('where tokens are an OpenID provider’s', () => {
  const withoutIdentities = async (token: string): Promise<OpenPage> => {
    const opened = await openPage(browser, hub.url);
    await bringAxe(opened.page);
    await opened.page.route('**/explorer/identities', (route) => route.fulfill({ json: [] }));
    await opened.page.goto(`${hub.url}/console/catalogue`);
    await opened.page.getByLabel('令牌').fill(token);
    await opened.page.getByRole('button', { name: '使用此令牌' }).click();
    return opened;
  };

  it('one is pasted, and gone with the page', async () => {
    const { page, faults } = await withoutIdentities(await hub.token({ identity: 'lab-1', role: 'REVIEWER' }));
    await page.getByRole('button', { name: /青禾.* · 审核人员/ }).waitFor();
    await page.reload();
    await page.getByLabel('令牌').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('one that is not valid is told with why, and leads back', async () => {
    const { page } = await withoutIdentities('no.such.token');
    await page.getByRole('alert').filter({ hasText: '需要重新确认身份' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '重新选择身份' }).click();
    await page.getByLabel('令牌').waitFor();
  });
});

it('an address that is no page says so and leads back', async () => {
  const { page, faults } = await openAs('center', '分析人员', '/nowhere');
  await heading(page, '没有这一页');
  await page.getByRole('link', { name: '回到首页' }).click();
  await heading(page, '监测流程');
  expect(faults).toEqual([]);
});

it('what cannot be asked for is said with what to do, and comes when the hub is back', async () => {
  const { page } = await openAs('center', '分析人员', '/code-lists');
  await page.getByRole('link', { name: '资源目录' }).waitFor();
  await page.route('**/graphql', (route) => route.abort('connectionrefused'));
  await page.getByRole('link', { name: '资源目录' }).click();
  await page.getByRole('alert').filter({ hasText: '无法连接资源库' }).waitFor();
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: '再试一次' }).click();
  await page.getByRole('link', { name: '样品', exact: true }).waitFor();
});

it('the supergraph tells of an entity that is chosen who contributes to it', async () => {
  const { page, faults } = await openAs('lab-1', '检验人员', '/supergraph');
  await heading(page, '超图全景');
  // By keys, as by hand.
  await page.getByLabel('网上监测计划 · 监管部门').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => page.getByRole('region', { name: '网上监测计划' }).textContent(), { timeout: 20_000 }).toMatch(/归监管部门所有[\s\S]*共享交换提供字段[\s\S]*progress/);
  expect(faults).toEqual([]);
});

describe('subgraphs', () => {
  it('show who may not read them why, and what to do', async () => {
    const { page, faults } = await openAs('merchant-1', '经办人员', '/subgraphs');
    await page.getByText('按共享条款，此内容不向当前身份开放').waitFor();
    await page.getByText('SHARING_NOT_IN_AUDIENCE').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('are checked, approved, published and brought back: a steward’s next version, side by side with the one before', async () => {
    const { page, faults } = await openAs('steward', '数据管理员', '/subgraphs/labs');
    await heading(page, '检验机构');
    const sdl = await labsInForce();
    await page.getByLabel('SDL').fill(sdl.replace('检验机构, by id.', '检验机构（实验室）, by id.'));
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
    await page.getByRole('dialog').getByRole('button', { name: '恢复此版' }).click();
    await page.getByText('恢复自第 1 版').waitFor({ timeout: 60_000 });
    // What came between is not to come back.
    await page.getByRole('button', { name: '停用' }).click();
    await page.getByRole('dialog').getByLabel('理由').fill('说法有误');
    await page.getByRole('dialog').getByLabel('请输入 labs 以确认').fill('labs');
    await page.getByRole('dialog').getByRole('button', { name: '停用' }).click();
    await page.getByText('已停用：说法有误').waitFor();
    expect(faults).toEqual([]);
  }, 120_000);

  it('are not published with a finding that another has to let pass; the page says whose turn it is', async () => {
    const { page, faults } = await openAs('steward', '数据管理员', '/subgraphs/labs');
    await heading(page, '检验机构');
    const sdl = await labsInForce();
    await page.getByLabel('SDL').fill(sdl.replace(/"检验机构, by id."\n {2}lab\(id: ID!\): Lab .*\n/, ''));
    await page.getByRole('button', { name: '检查', exact: true }).click();
    await page.getByText('不能发布').waitFor({ timeout: 60_000 });
    await page.getByText('由另一名监测中心数据管理员批准').waitFor();
    await page.getByText('当前身份不能批准').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await keepScreenshot(page, 'console-check-light', { fullPage: true });
    expect(faults).toEqual([]);
  }, 120_000);
});

describe('fields', () => {
  it('are found by what they mean, and tell whether a party would see them, and why', async () => {
    const { page, faults } = await openAs('steward', '数据管理员', '/fields');
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
    const { page, faults } = await openAs('platform-1', '经办人员', '/fields/Purchase.price');
    await page.getByRole('status').filter({ hasText: '不能读' }).waitFor();
    await page.getByRole('combobox', { name: '单位' }).click();
    await page.getByRole('option', { name: /好物街/ }).click();
    await page.getByRole('combobox', { name: '职责' }).click();
    await page.getByRole('option', { name: '经办人员' }).click();
    await page.getByText('EXPLANATION_OF_OTHERS').waitFor();
    expect(faults).toEqual([]);
  });
});

it('the catalogue is searched by a word of a field, and says how to apply', async () => {
  const { page, faults } = await openAs('department-1', '经办人员', '/catalogue');
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
  const { page, faults } = await openAs('enterprise-1', '经办人员', '/code-lists');
  await page.getByRole('link').filter({ hasText: /单位/ }).first().click();
  await page.getByRole('heading', { name: '版本历史' }).waitFor();
  await page.getByText(/共 \d+ 个代码/).waitFor();
  await page.getByLabel('在这一天有效').fill('2026-01-01');
  await page.getByText(/共 \d+ 个代码/).waitFor();
  expect(faults).toEqual([]);
});

interface Shown {
  readonly name: string;
  readonly path: string;
  readonly title: string | RegExp;
  readonly ready: string | RegExp;
  /** Too long to be kept whole. */
  readonly isLong?: boolean;
}

describe('proposals', () => {
  it('are made of a text that is edited or of a file, of as many subgraphs as they need', async () => {
    const { page, faults } = await openAs('steward', '数据管理员', '/proposals/new');
    await page.getByLabel('名称').fill('公开能力附表');
    await page.getByLabel('理由').fill('便于商家送检');
    await page.getByRole('combobox', { name: '子图' }).click();
    await page.getByRole('option', { name: '检验机构' }).click();
    await page.getByRole('option', { name: '标准规范' }).click();
    await page.keyboard.press('Escape');
    const sdl = await labsInForce();
    await page.locator('input[type=file]').first().setInputFiles({ name: 'labs.graphql', mimeType: 'text/plain', buffer: Buffer.from(sdl.replace(/^( {2}scope: .*?kinds: \[REGULATOR, MONITORING_CENTER)\]/m, '$1, PLATFORM]')) });
    await page.getByRole('group', { name: '将作的修改' }).locator('.cm-changedLine').first().waitFor();
    // Not while one of the chosen subgraphs is as it was.
    expect(await page.getByRole('button', { name: '提出修改' }).isDisabled()).toBe(true);
    const text = page.getByLabel('标准规范的 SDL');
    await expect.poll(() => text.inputValue(), { timeout: 20_000 }).toContain('type CodeList ');
    await text.fill((await text.inputValue()).replace('代码表, by id.', '代码表（标准代码）, by id.'));
    await page.getByRole('button', { name: '提出修改' }).click();
    await page.getByRole('heading', { level: 1, name: '公开能力附表' }).waitFor({ timeout: 60_000 });
    await page.getByRole('heading', { name: /标准规范：与第 1 版逐行比较/ }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  }, 120_000);

  it('are made by data stewards alone, and the page says so to everybody else', async () => {
    const { page, faults } = await openAs('lab-1', '检验人员', '/proposals');
    await page.getByRole('link', { name: '公开能力附表' }).waitFor();
    expect(await page.getByRole('link', { name: '提出修改' }).count()).toBe(0);
    await page.goto(`${hub.url}/console/proposals/new`);
    await page.getByText('修改由监测中心的数据管理员提出').waitFor();
    expect(faults).toEqual([]);
  });

  it('are closed to merchants, who are told why', async () => {
    const { page } = await openAs('merchant-1', '经办人员', '/proposals');
    await page.getByText('SHARING_NOT_IN_AUDIENCE').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

describe('rule exceptions', () => {
  it('are made by a data steward in writing, with an end, and ended before it', async () => {
    const { page, faults } = await openAs('steward', '数据管理员', '/exceptions');
    await page.getByText('没有规则例外').waitFor();
    await page.getByRole('combobox', { name: '子图' }).click();
    await page.getByRole('option', { name: '检验机构' }).click();
    await page.getByRole('combobox', { name: '规则' }).click();
    await page.getByRole('option', { name: '资源须有时效要求' }).click();
    await page.getByLabel('位置').fill('Lab');
    await page.getByLabel('有效期至').fill(new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10));
    await page.getByLabel('理由').fill('名录由另一系统更新');
    await page.getByRole('button', { name: '准许' }).click();
    await page.getByRole('cell', { name: /名录由另一系统更新/ }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('button', { name: '终止' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '终止' }).click();
    await page.getByText(/已于 .* 终止/).waitFor();
    expect(faults).toEqual([]);
  });

  it('are read by who approves, who makes none', async () => {
    const { page, faults } = await openAs('regulator-province', '经办人员', '/exceptions');
    await page.getByText(/已于 .* 终止/).waitFor();
    expect(await page.getByRole('button', { name: /准许|终止/ }).count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('are closed to a lab, which is told why', async () => {
    const { page } = await openAs('lab-1', '检验人员', '/exceptions');
    await page.getByText('SHARING_NOT_IN_AUDIENCE').waitFor();
  });
});

describe('contracts', () => {
  it('tell what each kind of party is shown, and where it is delivered', async () => {
    const { page, faults } = await openAs('platform-1', '经办人员', '/contracts');
    await page.getByText(`GET ${hub.url}/registry/supergraph?variant=platform`).waitFor({ timeout: 60_000 });
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
    const { page, faults } = await openAs('steward', '数据管理员', '/running');
    await expect.poll(() => page.getByRole('group', { name: '所有者' }).getByText('已是现行').count(), { timeout: 60_000 }).toBe(6);
    await page.getByRole('group', { name: '网关' }).getByText('已是现行').waitFor();
    expect(faults).toEqual([]);
  }, 90_000);

  it('names who is silent', async () => {
    const { page } = await openAs('steward', '数据管理员', '/code-lists');
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
    const { page } = await openAs('platform-1', '经办人员', '/running');
    await page.getByText('SHARING_NOT_IN_AUDIENCE').waitFor();
  });
});

describe('usage', () => {
  it('is told to nobody else, not even by an offer', async () => {
    const { page, faults } = await openAs('platform-1', '经办人员', '/fields/Sample.quantity');
    await page.getByText('只向监测中心的数据管理员和审计员开放').waitFor();
    await page.getByRole('link', { name: '字段查询' }).click();
    await heading(page, '字段查询');
    expect(await page.getByRole('link', { name: '字段使用情况' }).count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('of a subgraph names the fields that nobody asks, and since when that is known', async () => {
    const { page, faults } = await openAs('auditor', '审计员', '/fields');
    await page.getByRole('link', { name: '字段使用情况' }).click();
    await heading(page, '字段使用情况');
    await page.getByText(/才有记录，此前不明/).waitFor();
    await page.getByRole('combobox', { name: '显示' }).click();
    await page.getByRole('option', { name: '无人使用的字段' }).click();
    await page.getByRole('region', { name: '无人使用的字段' }).getByRole('link').first().waitFor();
    expect(faults).toEqual([]);
  });
});

const shown: readonly Shown[] = [
  { name: 'supergraph', path: '/supergraph', title: '超图全景', ready: 'MonitoringPlan' },
  { name: 'subgraphs', path: '/subgraphs', title: '数据标准版本', ready: 'monitoring-center' },
  { name: 'proposals', path: '/proposals', title: '数据标准提案', ready: '公开能力附表' },
  { name: 'exceptions', path: '/exceptions', title: '规则例外', ready: '名录由另一系统更新' },
  { name: 'running', path: '/running', title: '运行版本', ready: '已是现行' },
  { name: 'contracts', path: '/contracts', title: '数据契约', ready: /variant=platform/ },
  { name: 'contract', path: '/contracts/public', title: '数据契约：公众', ready: 'PublicNotice' },
  { name: 'usage', path: '/fields/usage', title: '字段使用情况', ready: /才有记录/, isLong: true },
  { name: 'fields', path: '/fields', title: '字段查询', ready: /个相符/, isLong: true },
  { name: 'field', path: '/fields/Purchase.price', title: 'Purchase.price', ready: /第 1 款/ },
  { name: 'catalogue', path: '/catalogue', title: '资源目录', ready: /共 \d+ 类资源/, isLong: true },
  { name: 'resource', path: '/catalogue/Lab', title: '具有法定资质的产品质量检验机构', ready: 'requestSharing' },
  { name: 'code-lists', path: '/code-lists', title: '代码表', ready: 'units' },
  { name: 'code-list', path: '/code-lists/units', title: /单位/, ready: /共 \d+ 个代码/, isLong: true },
];

describe.each(looks)('looks as somebody cared for it ($look)', ({ look, options }) => {
  it('who one is', async () => {
    const { page, faults } = await openPage(browser, hub.url, options);
    await bringAxe(page);
    await page.goto(`${hub.url}/console`);
    await heading(page, '您以谁的身份查看？');
    expect(await accessibilityFaults(page)).toEqual([]);
    await keepScreenshot(page, `console-sign-in-${look}`, { fullPage: true });
    expect(faults).toEqual([]);
  });

  it('the cycle', async () => {
    const { page, faults } = await openAs('regulator-province', '经办人员', '/', options);
    await heading(page, '监测流程');
    await page.getByText('实时更新').waitFor();
    await expect.poll(() => step(page, '监测中心 ?样品').first().textContent(), { timeout: 20_000 }).toMatch(/样品8/);
    await page.locator('svg text').first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await keepScreenshot(page, `console-cycle-${look}`, { fullPage: true });
    expect(faults).toEqual([]);
  });

  it.each(shown)('$name', async ({ name, path, title, ready, isLong = false }: Shown) => {
    const { page, faults } = await openAs('steward', '数据管理员', path, options);
    await heading(page, title);
    await page.getByText(ready).first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    await keepScreenshot(page, `console-${name}-${look}`, { fullPage: !isLong });
    expect(faults).toEqual([]);
  });
});
