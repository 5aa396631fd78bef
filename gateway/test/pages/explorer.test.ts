import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JourneyHub } from '../journeys/journey-hub.js';
import { accessibilityFaults, bringAxe } from './accessibility-faults.js';
import { keepScreenshot } from './keep-screenshot.js';
import { openBrowser, openPage } from './open-browser.js';
import { playSandboxHost } from './play-sandbox-host.js';

let hub: JourneyHub;
let browser: Browser;
beforeAll(async () => {
  [hub, browser] = await Promise.all([JourneyHub.start({ separate: false }), openBrowser()]);
  await hub.ready();
}, 180_000);
afterAll(async () => {
  await browser.close();
  await hub.stop();
});

const answerOf = (page: Page) => page.locator('.graphiql-response .view-lines');
const runOperation = (page: Page) => page.getByRole('button', { name: /Execute query/ }).click();
const example = (page: Page, title: string) => page.getByRole('button', { name: title }).click();
const panel = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(name) }).click();

describe('the explorer, in a browser that reaches nothing but the hub', () => {
  it('asks as the identity that is chosen by one click, an example of it by another', async () => {
    const { page, faults } = await openPage(browser, hub.url);
    await page.goto(`${hub.url}/explorer`);
    await expect.poll(() => page.getByRole('status').first().textContent(), { timeout: 20_000 }).toContain('监测');
    await page.getByRole('listitem').filter({ hasText: 'platform-1' }).getByRole('button', { name: 'OFFICER' }).click();
    await expect.poll(() => page.getByRole('status').first().textContent(), { timeout: 20_000 }).toContain('云集市');
    await panel(page, '示例 Examples');
    await example(page, '我是谁');
    await runOperation(page);
    await expect.poll(() => answerOf(page).textContent(), { timeout: 20_000 }).toMatch(/platform-1\.1/);
    expect(faults).toEqual([]);
  });

  it('shows what a field means, in 中文, and on which terms it is shared', async () => {
    const { page, faults } = await openPage(browser, hub.url);
    await page.goto(`${hub.url}/explorer`);
    await panel(page, 'Show Documentation Explorer');
    await page.locator('[data-cy="doc-explorer-input"]').fill('RiskInformation');
    await page.getByRole('option', { name: 'RiskInformation', exact: true }).first().click();
    await expect.poll(() => page.locator('.graphiql-doc-explorer-content').textContent(), { timeout: 20_000 }).toMatch(/风险信息[\s\S]*无条件共享/);
    expect(faults).toEqual([]);
  });

  it('follows a subscription until it is stopped', async () => {
    const { page, faults } = await openPage(browser, hub.url);
    await page.goto(`${hub.url}/explorer`);
    await page.getByRole('listitem').filter({ hasText: 'center' }).getByRole('button', { name: 'ANALYST' }).click();
    await panel(page, '示例 Examples');
    await example(page, '订阅：收到风险信息');
    await runOperation(page);
    await page.getByRole('button', { name: /Stop query/ }).waitFor();
    // It may be a moment before the subscription is there, and it brings only what comes then.
    await expect.poll(() => takeInRiskInformation(`Kettle ${randomUUID()}`).then(() => answerOf(page).textContent()), { interval: 500, timeout: 20_000 }).toContain('Kettle');
    await page.getByRole('button', { name: /Stop query/ }).click();
    await page.getByRole('button', { name: /Execute query/ }).waitFor();
    expect(faults).toEqual([]);
  });

  it.each(['light', 'dark'] as const)('is as it is shown in the documentation (%s)', async (colorScheme) => {
    const { page, faults } = await openPage(browser, hub.url, { colorScheme });
    await page.goto(`${hub.url}/explorer`);
    await panel(page, '示例 Examples');
    await example(page, '亚马逊售出的风险信息');
    await runOperation(page);
    await expect.poll(() => answerOf(page).textContent(), { timeout: 20_000 }).toContain('totalCount');
    await keepScreenshot(page, colorScheme === 'light' ? 'explorer' : 'explorer-dark');
    await page.setViewportSize({ width: 390, height: 844 });
    const asker = await page.getByRole('status').first().boundingBox();
    expect((asker?.x ?? 390) + (asker?.width ?? 0), 'who asks is read whole on a phone').toBeLessThanOrEqual(390);
    expect((await page.getByRole('tab', { name: 'RiskInformation' }).boundingBox())?.width, 'the tabs are there').toBeGreaterThan(40);
    await keepScreenshot(page, colorScheme === 'light' ? 'explorer-phone' : 'explorer-dark-phone', { fullPage: true });
    expect(faults).toEqual([]);
  });
});

describe('the sandbox', () => {
  it('says where to go in a browser that cannot reach Apollo’s hosts', async () => {
    const { page, faults } = await openPage(browser, hub.url, { expectsOutsideRequests: true });
    await bringAxe(page);
    await page.goto(`${hub.url}/sandbox`);
    const explorer = page.getByRole('link', { name: '/explorer' }).first();
    await explorer.waitFor();
    await keepScreenshot(page, 'sandbox');
    expect(await accessibilityFaults(page)).toEqual([]);
    await explorer.click();
    await page.getByRole('status').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/explorer');
    expect(faults).toEqual([]);
  });

  it('has queries and subscriptions answered as the identity that is chosen, where the browser reaches them', async () => {
    const { page, faults } = await openPage(browser, hub.url);
    await playSandboxHost(page);
    await page.goto(`${hub.url}/sandbox`);
    const frame = page.frameLocator('iframe');
    await expect.poll(() => frame.locator('#query').textContent(), { timeout: 20_000 }).toMatch(/"userId":"center\.1"/);
    await expect.poll(() => takeInRiskInformation(`Toaster ${randomUUID()}`).then(() => frame.locator('#subscription').textContent()), { interval: 500, timeout: 20_000 }).toContain('Toaster');
    // As somebody else by one choice.
    await page.getByLabel('身份 Identity').selectOption('platform-1 OFFICER');
    await expect.poll(() => frame.locator('#query').textContent(), { timeout: 20_000 }).toMatch(/"userId":"platform-1\.1"/);
    expect(faults).toEqual([]);
  });
});

async function takeInRiskInformation(productName: string): Promise<void> {
  const { data } = await hub.ask({ identity: 'center', role: 'ANALYST' }, 'mutation ($items: [TakeInRiskInformationInput!]!) { takeInRiskInformation(items: $items) { outcomes { value { id } refusal { code message } } } }', {
    items: [{ idempotencyKey: productName, productName, channel: 'INTERNET', hazardItem: '触电', scope: {}, observedOn: '2026-01-15', sourceRecord: { source: 'TEST', key: productName, content: productName } }],
  });
  expect(data).toMatchObject({ takeInRiskInformation: { outcomes: [{ refusal: null }] } });
}
