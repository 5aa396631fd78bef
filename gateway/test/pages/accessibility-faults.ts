import axe from 'axe-core';
import type { Page } from 'playwright-core';

const run = `(async () => {
  const ending = document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity);
  await Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)));
  const { violations } = await axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, html }) => id + ' ' + target.join(' ') + ' ' + html.slice(0, 160)));
})()`;

/** Brings axe-core into a page before its own scripts: its policy lets in no script of others later. */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript(axe.source);
}

/** What is wrong in what the page shows by WCAG 2.2, levels A and AA, and good practice: rule, place, element. What moves has come to rest first, unless it never does. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(run);
}
