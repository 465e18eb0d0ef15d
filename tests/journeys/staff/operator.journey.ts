import { expect } from '@playwright/test';
import { t } from '#lib/texts/texts.ts';
import { beginning } from '../support/journey.ts';
import {
	chooseAccess,
	contributeOnce,
	fillTexts,
	inviteTeam,
	issueCards,
	makeProcess,
	makeProfile
} from '../support/operator.ts';

beginning(
	'from an empty folder to a youth strategy of one’s own, by the handbook and the browser alone',
	async ({ page, installation, fine }) => {
		const said = installation.command('staff', ['add', 'a@neudorf.example', '--name', 'Ada Min', '--roles', 'admin']);
		const link = /https?:\/\/\S+/.exec(said)?.[0] ?? '';
		await chooseAccess(page, link);
		await fine();
		await makeProfile(page);
		await fine();
		await makeProcess(page);
		await fine();
		await fillTexts(page);
		const links = await inviteTeam(page);
		const codes = await issueCards(page);
		expect([links.length, codes.length]).toEqual([3, 5]);

		// Nothing is left that a person could do in the browser.
		await page.goto('/werkstatt/start');
		await fine();
		const essential = page.getByRole('region', { name: t.readiness.essential });
		await expect(essential.getByRole('link')).toHaveCount(0);

		await page.context().clearCookies();
		await contributeOnce(page, codes[0] ?? '');
		await fine();

		// The moderation that was invited finds it.
		await page.context().clearCookies();
		await chooseAccess(page, links[0] ?? '');
		await page.goto('/werkstatt/eingang');
		await expect(page.locator('main')).toContainText('Wir brauchen einen Raum');
		await fine();
	}
);
