import { chromium, type Browser, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { findChromium } from './chromium/find-chromium.js';

/** A page as somebody has it before them, with what went wrong in it. */
export interface OpenPage {
  readonly page: Page;
  /** What its console told as errors, what it threw, and what it wanted from another host, which it did not get. */
  readonly faults: string[];
}

export interface PageOptions {
  readonly colorScheme?: 'light' | 'dark';
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly locale?: string;
  /** Whether the page is let reach other hosts; as in a closed network it is not. */
  readonly expectsOutsideRequests?: boolean;
}

/** Without its services: no update, no proxy of its own, and as root without a sandbox, which it refuses there. */
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--font-render-hinting=none'];

/** Starts the Chromium that `findChromium` finds. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, env } = await findChromium();
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
}

/** A page of a browser profile of its own, as in a closed network: what it wants from elsewhere than `origin` fails. Closed when the test ends. */
export async function openPage(browser: Browser, origin: string, { expectsOutsideRequests = false, ...options }: PageOptions = {}): Promise<OpenPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN', ...options });
  onTestFinished(() => context.close());
  // Before the test itself gives up, so that it says for what it has waited.
  context.setDefaultTimeout(20_000);
  const faults: string[] = [];
  await context.route(
    (url) => url.origin !== origin && /^https?:$/.test(url.protocol),
    (route) => {
      if (!expectsOutsideRequests) faults.push(`asked for ${route.request().url()}`);
      return route.abort('internetdisconnected');
    },
  );
  const page = await context.newPage();
  // What is asked every few seconds may be on its way through a route of the test.
  onTestFinished(() => page.unrouteAll({ behavior: 'ignoreErrors' }));
  page.on('console', (message) => {
    if (message.type() === 'error' && !(expectsOutsideRequests && message.text().includes('ERR_INTERNET_DISCONNECTED'))) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  return { page, faults };
}
