import { expect, type Page } from '@playwright/test';
import { fill, t } from '#lib/texts/texts.ts';
import { contribute } from '../support/contribute.ts';
import { test } from '../support/journey.ts';

const TITLE = 'Was wir uns nur untereinander sagen';
const day = (days: number) =>
	new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(Date.now() + days * 86_400_000);
const { phases } = t.process;
const words = t.workshop.phases;

/** So that the day on which the other ends is that one's alone. */
async function beginLater(page: Page, phase: string): Promise<void> {
	await page.goto('/werkstatt/phasen');
	await page.getByRole('link', { name: fill(words.changeLabel, { phase }) }).click();
	await page.getByLabel(words.form.from).fill(day(62));
	await page.getByRole('button', { name: words.form.send }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.phaseChanged);
}

/** To whom writing is open in the phase that is open to everybody. */
async function leaveOut(page: Page, group: string): Promise<void> {
	await page.goto('/werkstatt/phasen');
	await page
		.getByRole('row', { name: /Beitrag|Beiträge/ })
		.getByRole('link')
		.first()
		.click();
	const details = page.locator('details', { hasText: phases.groups });
	if (!(await details.getAttribute('open').then((open) => open !== null))) await details.locator('summary').click();
	const boxes = page.getByRole('group', { name: fill(phases.groupsFor, { action: t.consultations.actions.propose }) });
	for (const box of await boxes.getByRole('checkbox').all()) await box.check();
	await boxes.getByRole('checkbox', { name: group }).uncheck();
	await page.getByRole('button', { name: words.form.send }).click();
	await page.getByRole('button', { name: words.confirm.send }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.phaseChanged);
}

test('a group writes among itself; when its phase is over everybody reads it', async ({ page, as, fine }) => {
	await test.step('an admin gives the group a time of its own', async () => {
		await as('admin');
		await beginLater(page, 'Letzte Fassung');
		await leaveOut(page, 'Betroffene');
		await page.goto('/werkstatt/phasen/neu');
		await page.getByLabel(phases.name).fill('Unter uns');
		await page.getByLabel(words.form.from).fill(day(0));
		await page.getByLabel(words.form.until).fill(day(5));
		await page.getByLabel(phases.peerGroup).selectOption({ label: 'Betroffene' });
		await page.getByRole('checkbox', { name: t.consultations.actions.comment, exact: true }).first().check();
		await page.getByRole('button', { name: phases.add }).click();
		await expect(page.getByRole('alert')).toContainText(t.reasons.peersOnlyWrite);
		await expect(page.getByLabel(phases.name)).toHaveValue('Unter uns');
		await fine();
		await page.getByRole('checkbox', { name: t.consultations.actions.comment, exact: true }).first().uncheck();
		await page.getByRole('checkbox', { name: t.consultations.actions.propose, exact: true }).first().check();
		await page.getByRole('button', { name: phases.add }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.phaseAdded);
		await expect(page.getByRole('row', { name: /Unter uns/ })).toContainText('nur diese Gruppe');
		await fine();
	});

	await test.step('somebody of the group writes, and is told who reads it', async () => {
		await as('neighbour');
		await page.goto('/beitragen');
		await expect(page.getByText(fill(t.proposals.peers.noteTitle, { group: 'Betroffene' }))).toBeVisible();
		await fine();
		const body = 'Im Winter schlafen wir alle in einem Zimmer. Das sagen wir sonst niemandem.';
		await contribute(page, { body, kind: 'experience', field: 'Wohnen', title: TITLE });
		await expect(page.getByRole('status')).toHaveText(t.done.proposalSent);
	});

	await test.step('a moderator reads it, and knows who will', async () => {
		await as('moderator');
		await page.goto('/werkstatt/eingang');
		await page.getByRole('link', { name: new RegExp(TITLE) }).click();
		await expect(page.getByText(t.moderation.desk.forPeers)).toBeVisible();
		await fine();
		await page.getByRole('button', { name: t.moderation.desk.publish, exact: true }).click();
		await expect(page.locator('main').getByRole('status')).toContainText('veröffentlicht');
	});

	await test.step('the group reads it, others do not', async () => {
		await as('resident');
		await page.goto('/beitraege');
		await expect(page.getByRole('heading', { name: TITLE })).toBeHidden();
		await page.getByRole('link', { name: t.proposals.peers.read }).click();
		await expect(page.getByRole('heading', { name: TITLE })).toBeVisible();
		await fine();
		await as('researcher');
		await page.goto('/gruppe');
		await expect(page.getByText(t.proposals.peers.noneTitle)).toBeVisible();
		await fine();
	});

	await test.step('the phase ends, and everybody reads it', async () => {
		await as('admin');
		await page.goto('/werkstatt/phasen');
		await page.getByRole('link', { name: fill(words.changeLabel, { phase: 'Unter uns' }) }).click();
		await page.getByLabel(words.form.from).fill(day(-3));
		await page.getByLabel(words.form.until).fill(day(-1));
		await page.getByRole('button', { name: words.form.send }).click();
		await expect(page.getByText(words.confirm.consequences.opens)).toBeVisible();
		await expect(page.getByRole('button', { name: words.confirm.send })).toHaveCount(0);
		await fine();
		const change = page.url();
		await as('publisher');
		await page.goto(change);
		await page.getByRole('button', { name: t.approvals.approve, exact: true }).click();
		await as('admin');
		await page.goto(change);
		await page.getByRole('button', { name: words.confirm.send }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.phaseChanged);
		await page.goto('/chronik');
		await expect(page.getByText(fill(t.journal.sentences['phase.shortened'], { phase: 'Unter uns' }))).toBeVisible();
		await as(null);
		await expect
			.poll(async () => (await page.goto('/beitraege'), page.getByRole('heading', { name: TITLE }).count()), {
				timeout: 60_000
			})
			.toBe(1);
	});
});
