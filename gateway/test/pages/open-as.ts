import type { Browser } from 'playwright-core';
import { bringAxe } from './accessibility-faults.js';
import { openPage, type OpenPage, type PageOptions } from './open-browser.js';

/** Opens a page of the console as a demo identity in a role: by its name, or by what stands beside it in the list, such as the party. */
export async function openAs(browser: Browser, origin: string, party: string, role: string, path: string, options: PageOptions = {}): Promise<OpenPage> {
  const opened = await openPage(browser, origin, options);
  await bringAxe(opened.page);
  await opened.page.goto(`${origin}/console${path}`);
  await opened.page.getByRole('listitem').filter({ hasText: party }).getByRole('button', { name: role, exact: true }).click();
  return opened;
}
