import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** Pixels beyond which nobody looks. */
const longest = 3_600;

/** Where `SCREENSHOTS=on`, writes what the page shows, or all of it, into the documentation; a test does not judge it by its pixels. */
export async function keepScreenshot(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  if (process.env.SCREENSHOTS !== 'on') return;
  // A window as high as the page: what is fixed in it stands as somebody sees it.
  if (fullPage) {
    await page.setViewportSize({ width: page.viewportSize()?.width ?? 1280, height: Math.min(longest, await page.evaluate<number>('document.documentElement.scrollHeight')) });
    await page.waitForTimeout(500);
  }
  // Nothing is shown as pointed at.
  await page.mouse.move(0, 0);
  await page.screenshot({ path: fileURLToPath(new URL(`../../docs/pages/${name}.png`, import.meta.url)) });
}
