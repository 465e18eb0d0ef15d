import { expect } from '@playwright/test';
import { fill, t } from '#lib/texts/texts.ts';
import { chooseTopic, giveTitle, goOn, prepare, send, writeWords } from '../support/contribute.ts';
import { test } from '../support/journey.ts';

test('a resident signs in with a card, and signs out again', async ({ page, testApp, fine }) => {
	await page.goto('/anmelden');
	await fine();
	await page.getByLabel(t.account.signIn.code).fill('K7MP-3QXR');
	await page.getByRole('button', { name: t.account.signIn.send }).click();
	await expect(page.getByRole('alert')).toContainText(fill(t.forms.codeLength, { count: 8 }));
	await expect(page.getByLabel(t.account.signIn.code)).toHaveValue('K7MP-3QXR');
	await fine();

	// As people type it from a card: in small letters, without the hyphens.
	await page.getByLabel(t.account.signIn.code).fill(testApp.cast.resident.code.toLowerCase().replaceAll('-', ' '));
	await page.getByRole('button', { name: t.account.signIn.send }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.signedIn);
	await expect(page.getByRole('navigation', { name: t.site.accountLabel })).toContainText(testApp.cast.resident.name);

	await page.getByRole('button', { name: t.site.signOut.label }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.signedOut);
	await page.goto('/meine');
	await expect(page).toHaveURL(/\/anmelden/);
});

test('a resident who is signed out while writing signs in beside the text, and sends it', async ({
	page,
	as,
	testApp
}) => {
	await as('resident');
	await page.goto('/beitragen');
	await page.context().clearCookies();
	const body = 'Im Sommer laufe ich vierzig Minuten bis zum nächsten Trinkbrunnen.';
	await writeWords(page, { body, kind: 'experience' });
	await expect(page.getByText(t.site.lost.title)).toBeVisible();

	const opened = page.waitForEvent('popup');
	await page.getByRole('link', { name: t.site.lost.link }).first().click();
	const beside = await opened;
	await beside.getByLabel(t.account.signIn.code).fill(testApp.cast.resident.code);
	await beside.getByRole('button', { name: t.account.signIn.send }).click();
	await expect(beside.getByRole('heading', { level: 1 })).toHaveText(t.account.stay.title);
	await beside.close();

	await goOn(page);
	await chooseTopic(page, 'Wohnen');
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.proposals.form.checkTitle);
	await send(page);
	await expect(page.getByRole('status')).toHaveText(t.done.proposalSent);
	await expect(page.getByRole('link', { name: t.proposals.own.title })).toBeVisible();
});

test('a resident with a card proposes, comments, votes, and sees what became of it', async ({ page, as, fine }) => {
	await as('neighbour');

	await test.step('proposes', async () => {
		const words = t.proposals.form;
		await page.goto('/beitraege');
		await page.getByRole('link', { name: t.proposals.write }).click();
		await fine();
		await page.getByLabel(words.body).fill('In jedem Haus soll es einen Raum für alle geben. Mit Tisch und Kaffee.');
		await goOn(page);
		await expect(page.getByRole('alert')).toContainText(t.forms.kindMissing);
		await expect(page.getByLabel(words.body)).toHaveValue(/Raum für alle/);
		await fine();

		await page.getByRole('radio', { name: t.proposals.kinds.proposal }).check();
		await goOn(page);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.topicTitle);
		await fine();
		await page.getByRole('link', { name: words.back, exact: true }).click();
		await expect(page.getByLabel(words.body)).toHaveValue(/Raum für alle/);
		await goOn(page);
		// Nobody has to know where it belongs.
		await chooseTopic(page);
		await expect(page.getByText(words.titleMade)).toBeVisible();
		await expect(page.getByText(words.fieldUnknown)).toBeVisible();
		await fine();
		await giveTitle(page, 'Ein Raum für alle');
		await page.getByRole('link', { name: fill(words.changeLabel, { what: words.topicShort }) }).click();
		await chooseTopic(page, 'Wohnen');
		await expect(page.getByText('Wohnen', { exact: true })).toBeVisible();
		await send(page);
		await expect(page.getByRole('status')).toHaveText(t.done.proposalSent);
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ein Raum für alle');
		await fine();
	});

	await test.step('comments', async () => {
		await page.goto('/beitraege/3');
		await page.getByRole('radio', { name: t.comments.stances.pro }).check();
		await page.getByLabel(t.comments.form.body).fill('Genau. Allein schafft man den Antrag nicht.');
		await page.getByRole('button', { name: t.comments.form.see }).click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.proposals.form.checkTitle);
		await expect(page.getByText(t.comments.check.unsent)).toBeVisible();
		await fine();
		await page.goBack();
		await expect(page.getByLabel(t.comments.form.body)).toHaveValue('Genau. Allein schafft man den Antrag nicht.');
		await expect(page.getByRole('radio', { name: t.comments.stances.pro })).toBeChecked();
		await expect(page.getByText(t.comments.waiting)).toHaveCount(0);
		await page.getByRole('button', { name: t.comments.form.see }).click();
		await page.getByText(t.comments.check.change).click();
		await page.getByRole('textbox', { name: t.comments.form.body }).fill('Genau. Allein schafft man den Antrag nie.');
		await page.getByRole('button', { name: t.comments.form.see }).click();
		await expect(page.locator('main .prose')).toHaveText('Genau. Allein schafft man den Antrag nie.');
		await page.getByRole('button', { name: t.comments.form.send }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.commentSent);
		await expect(page.getByLabel(t.comments.form.body)).toHaveValue('');
		await expect(page.getByText(t.comments.waiting)).toBeVisible();
		await fine();
	});

	await test.step('votes', async () => {
		await page.goto('/punkte/2');
		await page.getByRole('button', { name: t.votes.choices.agree }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.voted);
		await expect(page.getByText(fill(t.votes.mine, { choice: t.votes.choices.agree }))).toBeVisible();
		await fine();
		await page.getByRole('button', { name: t.votes.takeBack }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.voteTakenBack);
	});

	await test.step('sees what became of it', async () => {
		await page.getByRole('link', { name: t.site.mine.label }).click();
		await expect(page.getByRole('link', { name: 'Ein Raum für alle' })).toBeVisible();
		await expect(page.getByText(t.answers.dispositions.adopted).first()).toBeVisible();
		await fine();
		await page.getByRole('link', { name: 'Wohnen muss bezahlbar sein' }).first().click();
		await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wohnen muss bezahlbar sein');
	});
});

test('a resident supports the contribution of somebody else, once, and takes it back', async ({ page, as, fine }) => {
	await as('resident');
	await page.goto('/beitraege/1');
	await page.getByRole('button', { name: t.proposals.support, exact: true }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.supported);
	await fine();
	await page.getByRole('button', { name: t.proposals.unsupport }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.unsupported);

	await test.step('and is asked for that support, too, before sending much the same again', async () => {
		const body =
			'Die Miete ist in drei Jahren zweimal gestiegen. Mein Lohn nicht. Am Ende des Monats bleibt nichts übrig.';
		const title = 'Die Miete frisst alles auf';
		await prepare(page, { body, kind: 'experience', field: 'Wohnen' });
		await expect(page.getByRole('heading', { name: t.proposals.similar.title })).toBeVisible();
		await expect(page.getByText(body).first()).toBeVisible();
		await fine();
		await page.getByRole('button', { name: fill(t.proposals.similar.supportLabel, { number: 1, title }) }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.supported);
		await page.getByRole('button', { name: t.proposals.unsupport }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.unsupported);
	});
});
