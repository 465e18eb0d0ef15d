import { expect, type Page } from '@playwright/test';
import { t } from '#lib/texts/texts.ts';

/** An editor says why the draft goes out without asking the people behind it and without easy words. */
export async function leaveOut(page: Page): Promise<void> {
	const words = t.publishing.waive;
	for (const check of ['understood', 'easy'] as const) {
		await page.goto('/werkstatt/freigabe');
		const part = page.locator('details').filter({ hasText: words.titles[check] });
		if ((await part.count()) === 0) continue;
		await part.locator('summary').click();
		await part.getByLabel(words.labels[check]).fill('Das holen wir mit der nächsten Fassung nach.');
		await part.getByRole('button', { name: words.save }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.checkWaived);
	}
}
