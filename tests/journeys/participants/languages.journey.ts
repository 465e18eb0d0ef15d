import { expect } from '@playwright/test';
import { fill, t } from '#lib/texts/texts.ts';
import { chooseTopic, giveTitle, goOn, send, writeWords } from '../support/contribute.ts';
import { test } from '../support/journey.ts';

const TITLE = 'Я не розумію листів від відомства';
const BODY = 'Листи довгі й складні. Я перекладаю їх телефоном і все одно не знаю, що маю зробити.';
const GERMAN = 'Behördenpost verstehe ich nicht';

test('a resident writes in Ukrainian, moderation says it in German, everybody reads both', async ({
	page,
	as,
	fine
}) => {
	await as('neighbour');

	await test.step('writes, is asked for the language, and says it', async () => {
		const words = t.proposals.form;
		await page.goto('/beitragen');
		await writeWords(page, { body: BODY, kind: 'experience' });
		await expect(page.getByRole('alert')).toContainText(t.forms.languageWrong);
		await fine();
		await page.getByLabel(words.language).selectOption({ label: t.people.languages.uk });
		await goOn(page);
		await page.getByLabel(t.people.district.label).selectOption({ label: 'Köln' });
		await chooseTopic(page, 'Zugang zu Hilfen');
		await giveTitle(page, TITLE);
		await send(page);
		await expect(page.getByRole('status')).toHaveText(t.done.proposalSent);
		await expect(page.getByRole('heading', { level: 1 })).toHaveAttribute('lang', 'uk');
		// The next form knows where she lives.
		await page.goto('/beitragen');
		await writeWords(page, { body: 'Die Post vom Amt ist zu schwierig.', kind: 'experience' });
		await expect(page.getByLabel(t.people.district.label)).toHaveValue('05315');
	});

	await test.step('moderation says it in German and publishes it', async () => {
		const words = t.moderation.summary;
		await as('moderator');
		await page.goto('/werkstatt/eingang');
		await page.getByRole('link', { name: TITLE }).click();
		await expect(page.getByText('Köln')).toHaveCount(0);
		await fine();
		await page.getByLabel(words.title).fill(GERMAN);
		await page.getByRole('button', { name: words.save }).click();
		await expect(page.getByRole('alert')).toContainText(t.forms.missing);
		await expect(page.getByLabel(words.title)).toHaveValue(GERMAN);
		await page.getByLabel(words.body, { exact: true }).fill('Die Post vom Amt ist lang und schwierig.');
		await page.getByRole('button', { name: words.save }).click();
		await expect(page.getByRole('status')).toHaveText(t.done.summarySaved);
		await fine();
		await page.getByRole('button', { name: t.moderation.desk.publish, exact: true }).click();
		await expect(page.locator('main').getByRole('status')).toContainText('veröffentlicht');
	});

	await test.step('everybody reads both, and finds it by a German word', async () => {
		await as(null);
		await page.goto('/beitraege?q=Behördenpost');
		await fine();
		await expect(page.getByRole('link', { name: TITLE })).toHaveAttribute('lang', 'uk');
		await page.getByRole('link', { name: TITLE }).click();
		await expect(page.getByText(BODY)).toBeVisible();
		await expect(page.locator('.prose[lang=uk]')).toHaveCount(1);
		await expect(
			page.getByRole('heading', { name: fill(t.proposals.german.heading, { title: GERMAN }) })
		).toBeVisible();
		await expect(page.getByText('Köln')).toHaveCount(0);
		await fine();
	});

	await test.step('and the desk finds it by its language', async () => {
		await as('moderator');
		await page.goto('/werkstatt/verteilen?language=uk');
		await expect(page.getByRole('link', { name: TITLE })).toBeVisible();
		await page.goto('/werkstatt/verteilen?language=ar');
		await expect(page.getByRole('link', { name: TITLE })).toHaveCount(0);
		await fine();
	});
});
