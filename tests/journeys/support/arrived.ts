import { expect, type Page } from '@playwright/test';

/** Right after a press there may be no document yet, or half of one: what is asked of a page is asked of the whole. */
export async function arrived(page: Page): Promise<void> {
	await expect(page.locator('main')).toBeAttached();
	await page.waitForLoadState('domcontentloaded');
}
