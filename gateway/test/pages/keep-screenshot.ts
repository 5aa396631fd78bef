import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** Where `SCREENSHOTS=on`, writes what the page shows into the documentation; a test does not judge it by its pixels. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS !== 'on') return;
  await page.screenshot({ path: fileURLToPath(new URL(`../../docs/pages/${name}.png`, import.meta.url)) });
}
