import { expect, type Page } from '@playwright/test';
import { count, t } from '#lib/texts/texts.ts';
import { Hands, tell } from '../support/hands.ts';
import { test } from '../support/journey.ts';

test.use({ place: 'rush' });
test.skip(({ javaScriptEnabled }) => javaScriptEnabled === false, 'counted with a script so far');

const CONCERNS = ['Bus', 'Heizung', 'Antrag', 'Arzt', 'Spielplatz', 'Miete', 'Kita', 'Treff'] as const;
const { hand, lead, cluster } = t.distillation;

test('what twenty decisions in the inbox cost: at most 25 keys', async ({ page, as, javaScriptEnabled }) => {
	const scripted = javaScriptEnabled !== false;
	await as('moderator');
	await page.goto('/werkstatt/eingang?q=Neu');
	const hands = new Hands(page);
	await hands.goingOn(() => hands.click(page.getByRole('button', { name: t.moderation.queue.startHere })));
	const publish = page.getByRole('button', { name: t.moderation.desk.publish, exact: true });
	for (let at = 0; at < 20; at++) await hands.goingOn(() => (scripted ? hands.press('1') : hands.click(publish)));
	await expect(page.locator('main').getByText(t.moderation.queue.emptyFilter)).toBeVisible();
	tell('screening 20', scripted, hands.cost);
	expect(hands.cost.keys + hands.cost.clicks).toBeLessThanOrEqual(25);
});

/** Into the cluster of this name, which is among those suggested or has to be named first. */
async function put(page: Page, hands: Hands, title: string, scripted: boolean): Promise<void> {
	const suggested = page.locator('input[name=to]:not([value=""])');
	const names = await suggested.evaluateAll((all) =>
		all.map((one) => one.parentElement?.querySelector('label')?.textContent ?? '')
	);
	const at = names.findIndex((name) => new RegExp(`: ${title}\\b`).test(name));
	if (scripted && at >= 0 && at < 9) return hands.press(String(at + 1));
	if (scripted) {
		await hands.press('t');
		await hands.type(title);
		return hands.press('Enter');
	}
	if (at >= 0) await hands.click(page.getByRole('radio', { name: new RegExp(`: ${title}$`) }));
	else await hands.fill(page.getByRole('textbox', { name: hand.newTitle }), title);
	await hands.click(page.getByRole('button', { name: hand.send }));
}

test('what placing twenty contributions and leading eight clusters to points cost', async ({
	page,
	as,
	fine,
	javaScriptEnabled
}) => {
	test.slow();
	const scripted = javaScriptEnabled !== false;
	await as('editor');
	await page.goto('/werkstatt/verteilen?q=Anliegen');
	const placing = new Hands(page);
	await placing.goingOn(() => placing.click(page.getByRole('link', { name: t.distillation.work.first })));
	for (let at = 0; at < 20; at++)
		await placing.goingOn(() => put(page, placing, CONCERNS[at % CONCERNS.length] ?? '', scripted));
	tell('placing 20', scripted, placing.cost);
	// Eight names have to be typed once.
	expect(placing.cost.keys + placing.cost.clicks).toBeLessThanOrEqual(scripted ? 100 : 110);

	await page.goto('/werkstatt/stapel');
	await expect(page.getByRole('link', { name: 'Treff' })).toBeVisible();
	await fine();
	const leading = new Hands(page);
	const goal = page.getByLabel(cluster.gist, { exact: true }).and(page.locator('[name=goal]'));
	for (const [at, title] of CONCERNS.entries()) {
		if (!scripted) {
			await page.goto('/werkstatt/stapel');
			await leading.click(page.getByRole('link', { name: title, exact: true }));
			await leading.fill(goal, 'Das Land hilft.');
			await leading.click(page.getByRole('button', { name: lead.send }));
		} else {
			await leading.goingOn(() => leading.press(...(at === 0 ? ['j', 'Enter'] : ['j'])));
			await leading.press('g');
			await leading.type('Das Land hilft.');
			await leading.press('Control+Enter');
		}
		await expect(page.locator('main').getByText(t.done.deskLed)).toBeVisible();
	}
	await fine();
	tell('8 clusters to points', scripted, leading.cost);
	// Each needs its fifteen signs, whoever writes them.
	expect(leading.cost.keys + leading.cost.clicks).toBeLessThanOrEqual(CONCERNS.length * (15 + 4));
});

test('what sixty answers cost: at most 70 keys, one by one and in lists', async ({ page, as, javaScriptEnabled }) => {
	const scripted = javaScriptEnabled !== false;
	const { work, dispositions } = t.answers;
	await as('moderator');
	await page.goto('/werkstatt/verbleib?q=Anliegen');
	const hands = new Hands(page);
	const merged = page.getByRole('radio', { name: dispositions.merged });
	await hands.goingOn(() => hands.click(page.getByRole('link', { name: /^Anliegen 1$/ })));
	for (let at = 0; at < 20; at++)
		await hands.goingOn(async () => {
			if (scripted) return hands.press('3');
			await hands.click(merged);
			await hands.click(page.getByRole('button', { name: work.saveNext }));
		});
	if (scripted) await hands.press('l');
	else await hands.click(page.getByRole('link', { name: work.title }).first());
	for (let at = 0; at < 2; at++) {
		if (scripted) await hands.press('a', '3');
		else {
			await hands.click(page.getByRole('link', { name: t.ui.bulk.all }));
			await hands.click(merged);
			await hands.click(page.getByRole('button', { name: work.bulkSave }));
		}
		await expect(page.locator('main').getByText(count(t.done.answersSaved, 20))).toBeVisible();
	}
	await expect(page.locator('main').getByText(work.empty)).toBeVisible();
	tell('60 answers', scripted, hands.cost);
	expect(hands.cost.keys + hands.cost.clicks).toBeLessThanOrEqual(70);
});

test('a choice that is needed often is one click away', async ({ page, as, fine }) => {
	const words = t.savedViews;
	await as('moderator');
	await page.goto('/werkstatt/verbleib?zeigen=all&feld=wohnen');
	const hands = new Hands(page);
	await hands.click(page.getByRole('link', { name: words.keep }));
	await fine();
	await page.getByLabel(words.form.name).fill('Alles zum Wohnen');
	await hands.click(page.getByRole('button', { name: words.form.send, exact: true }));
	await expect(page.getByText(t.done.viewSaved)).toBeVisible();
	await expect(page).toHaveURL(/\/werkstatt\/verbleib\?zeigen=all&feld=wohnen/);
	await fine();

	await test.step('a second one of that name is refused, and what was typed stays', async () => {
		await page.goto('/werkstatt/verbleib?feld=zugang');
		await page.getByRole('link', { name: words.keep }).click();
		await page.getByLabel(words.form.name).fill('Alles zum Wohnen');
		await page.getByRole('button', { name: words.form.send, exact: true }).click();
		await expect(page.getByRole('alert')).toContainText(
			'Den Namen »Alles zum Wohnen« hat für diese Liste schon eine Auswahl.'
		);
		await expect(page.getByLabel(words.form.name)).toHaveValue('Alles zum Wohnen');
		await fine();
	});

	await page.goto('/werkstatt/verbleib');
	await page.getByRole('navigation', { name: words.nav }).getByRole('link', { name: 'Alles zum Wohnen' }).click();
	await expect(page).toHaveURL(/\?zeigen=all&feld=wohnen$/);
	await page.getByRole('link', { name: words.manage }).click();
	await page.getByRole('button', { name: '»Alles zum Wohnen« löschen' }).click();
	await expect(page.getByText(t.done.viewRemoved)).toBeVisible();
	await expect(page.getByRole('link', { name: 'Alles zum Wohnen' })).toHaveCount(0);
	await fine();
});
