import type { Page } from 'playwright-core';

/** Waits until a page has its heading. */
export const heading = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('heading', { level: 1, name }).waitFor();
