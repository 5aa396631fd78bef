import { describe, expect, it } from 'vitest';
import { accessibilityFaults, bringAxe } from '../accessibility-faults.js';
import { openPage, type OpenPage } from '../open-browser.js';
import type { ConsoleUnderTest } from './console-under-test.js';
import { heading } from './heading.js';

/** Who one is, where nothing is, what is on its way, refused or out of reach, and how one goes from page to page. */
export function states(at: ConsoleUnderTest): void {
  describe('where tokens are an OpenID provider’s', () => {
    const withoutIdentities = async (token: string): Promise<OpenPage> => {
      const opened = await openPage(at.browser, at.hub.url);
      await bringAxe(opened.page);
      await opened.page.route('**/explorer/identities', (route) => route.fulfill({ json: [] }));
      await opened.page.goto(`${at.hub.url}/console/catalogue`);
      await opened.page.getByLabel('令牌').fill(token);
      await opened.page.getByRole('button', { name: '使用此令牌' }).click();
      return opened;
    };

    it('one is pasted, and gone with the page', async () => {
      const { page, faults } = await withoutIdentities(await at.hub.token({ identity: 'lab-1', role: 'REVIEWER' }));
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

  it('what happens is followed on behind the last event where the connection breaks, and no more once the token is refused', async () => {
    const { page } = await openPage(at.browser, at.hub.url);
    const asked: unknown[] = [];
    let connections = 0;
    let refused: () => void = () => undefined;
    const refusal = new Promise<void>((resolve) => (refused = resolve));
    await page.clock.install();
    await page.routeWebSocket('**/graphql', (socket) => {
      const first = (connections += 1) === 1;
      socket.onMessage((text) => {
        const message = JSON.parse(String(text)) as { id?: string; type: string; payload?: { variables: object } };
        if (message.type === 'connection_init' && !first && asked.length === 2) return void socket.close({ code: 4403, reason: 'UNAUTHENTICATED' }).then(refused);
        if (message.type === 'connection_init') return socket.send(JSON.stringify({ type: 'connection_ack' }));
        if (message.type !== 'subscribe') return;
        asked.push(message.payload?.variables);
        if (first) socket.send(JSON.stringify({ id: message.id, type: 'next', payload: { data: { exchangeEvents: null }, extensions: { cursor: 'one' } } }));
        void socket.close({ code: 1012 });
      });
    });
    await page.goto(`${at.hub.url}/console`);
    await page.getByRole('listitem').filter({ hasText: '监测中心' }).getByRole('button', { name: '分析人员', exact: true }).click();
    // Long enough for it to come back however long it waits.
    const later = async (reached: () => boolean) => {
      while (!reached()) await page.clock.runFor(10_000);
    };
    await later(() => asked.length === 2);
    expect(asked).toEqual([{}, { after: 'one' }]);
    await later(() => connections === 3);
    await refusal;
    await page.clock.fastForward(600_000);
    expect(connections).toBe(3);
  });

  it('an address that is no page says so and leads back', async () => {
    const { page, faults } = await at.openAs('center', '分析人员', '/nowhere');
    await heading(page, '没有这一页');
    await page.getByRole('link', { name: '回到首页' }).click();
    await heading(page, '监测流程');
    expect(faults).toEqual([]);
  });

  it('what cannot be asked for is said with what to do, and comes when the hub is back', async () => {
    const { page } = await at.openAs('center', '分析人员', '/code-lists');
    await page.getByRole('link', { name: '资源目录' }).waitFor();
    await page.route('**/graphql', (route) => route.abort('connectionrefused'));
    await page.getByRole('link', { name: '资源目录' }).click();
    await page.getByRole('alert').filter({ hasText: '无法连接资源库' }).waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: '再试一次' }).click();
    await page.getByRole('link', { name: '样品', exact: true }).waitFor();
  });

  it('what is on its way is shown in the shape of what comes, and told to who hears the page', async () => {
    const { page, faults } = await at.openAs('center', '分析人员', '/code-lists');
    await page.getByRole('link', { name: '资源目录' }).waitFor();
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route('**/graphql', (route) => held.then(() => route.continue()));
    await page.getByRole('link', { name: '资源目录' }).click();
    await heading(page, '资源目录');
    await page.getByRole('status').filter({ hasText: '正在读取' }).first().waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    letGo();
    await page.getByRole('link', { name: '样品', exact: true }).waitFor();
    expect(faults).toEqual([]);
  });

  it('a page is gone to by its name, and who reads with ears or keys goes on where it begins', async () => {
    const { page, faults } = await at.openAs('center', '分析人员', '/');
    await heading(page, '监测流程');
    await page.getByRole('navigation', { name: '页面' }).getByRole('link', { name: '代码表' }).focus();
    await page.keyboard.press('Enter');
    await heading(page, '代码表');
    expect(await page.title()).toMatch(/^代码表 · /);
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    expect(await page.getByRole('link', { name: '代码表' }).first().getAttribute('aria-current')).toBe('page');
    expect(faults).toEqual([]);
  });
}
