import { expect } from '@playwright/test';
import { fill, t } from '#lib/texts/texts.ts';
import { effortOf } from '../support/effort.ts';
import { test } from '../support/journey.ts';

/**
 * What it costs to take part, counted and printed. The bars are what it costs today and no more: who adds a question, a
 * page or a press hears of it here. Seconds are the machine's; their bar only tells that nobody waits.
 */
test('from the start page to a contribution that is sent, with a card in the hand', async ({ page, testApp }) => {
	const words = t.proposals.form;
	await page.goto('/');
	const effort = await effortOf(page, 'A contribution, signing in included', async (hand) => {
		await hand.press(page.getByRole('link', { name: t.start.invitations.propose.label }));
		await hand.type(page.getByLabel(t.account.signIn.code), testApp.cast.resident.code.replaceAll('-', ''));
		await hand.press(page.getByRole('button', { name: t.account.signIn.send }));
		// What has become new for them is told once, first.
		await hand.press(page.getByRole('button', { name: t.news.seen }));
		await hand.type(page.getByLabel(words.body), 'Im Winter ist der Warteraum zu. Wir stehen im Regen.');
		await hand.press(page.getByRole('radio', { name: t.proposals.kinds.experience }));
		await hand.press(page.getByRole('button', { name: words.next, exact: true }));
		await hand.press(page.getByRole('button', { name: words.next, exact: true }));
		await hand.press(page.getByRole('button', { name: words.send, exact: true }));
		await expect(page.getByRole('status')).toHaveText(t.done.proposalSent);
	});
	expect(effort.presses).toBeLessThanOrEqual(9);
	expect(effort.pages).toBeLessThanOrEqual(7);
	expect(effort.seconds).toBeLessThan(30);
});

test('a comment, read through before it is sent', async ({ page, as }) => {
	await as('resident');
	await page.goto('/punkte/1');
	const effort = await effortOf(page, 'A comment', async (hand) => {
		await hand.press(page.getByRole('radio', { name: t.comments.stances.pro }));
		await hand.type(page.getByLabel(t.comments.form.body), 'Das sage ich schon lange.');
		await hand.press(page.getByRole('button', { name: t.comments.form.see }));
		await hand.press(page.getByRole('button', { name: t.comments.form.send }));
		await expect(page.getByRole('status')).toHaveText(t.done.commentSent);
	});
	expect(effort.presses).toBeLessThanOrEqual(4);
	expect(effort.pages).toBeLessThanOrEqual(2);
	expect(effort.seconds).toBeLessThan(30);
});

test('ten votes', async ({ page, as }) => {
	const words = t.votes.round;
	await as('resident');
	await page.goto('/');
	const effort = await effortOf(page, 'Ten votes', async (hand) => {
		await hand.press(page.getByRole('link', { name: t.start.invitations.vote.label }));
		for (let step = 1; step <= 10; step++) {
			await expect(page.getByText(fill(words.step, { step, total: 10 }))).toBeVisible();
			await hand.press(page.getByRole('button', { name: t.votes.choices.agree, exact: true }));
		}
		await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.thanks);
	});
	expect(effort.presses).toBeLessThanOrEqual(11);
	expect(effort.signs).toBe(0);
	expect(effort.seconds).toBeLessThan(30);
});

test('eight sheets from paper, each with a code for whoever wrote it', async ({ page, as }) => {
	const words = t.recording.form;
	await as('helper');
	await page.goto('/werkstatt/erfassen');
	const effort = await effortOf(page, 'Eight sheets', async (hand) => {
		await hand.press(page.getByRole('link', { name: t.recording.ways.pile }).first());
		await hand.choose(page.getByLabel(words.channel), 'paper');
		await hand.type(page.getByLabel(words.place, { exact: true }), 'Tagestreff');
		await hand.choose(page.getByLabel(words.group), 'affected');
		for (let sheet = 1; sheet <= 8; sheet++) {
			await hand.choose(page.locator(`#f-kind-${sheet}`), 'experience');
			await hand.type(page.locator(`#f-body-${sheet}`), `Ich warte seit ${sheet} Jahren auf eine Wohnung.`);
			await hand.press(page.locator(`#f-consent-${sheet}`));
		}
		await hand.press(page.getByRole('button', { name: words.sendPile }));
		await expect(page.locator('.card-slips code')).toHaveCount(8);
	});
	// Four for each sheet; place, channel, group, the way there and sending once for all.
	expect(effort.presses).toBeLessThanOrEqual(8 * 4 + 7);
	expect(effort.pages).toBeLessThanOrEqual(2);
	expect(effort.seconds).toBeLessThan(30);
});
