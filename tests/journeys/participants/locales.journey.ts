import { expect } from '@playwright/test';
import type { Locale } from '#lib/texts/locales/locale.ts';
import { fill, t } from '#lib/texts/texts.ts';
import { withShippedWords } from '#lib/wording/wording.server.ts';
import { chooseTopic, giveTitle, send, writeWords } from '../support/contribute.ts';
import { fits } from '../support/fine.ts';
import { germanOn } from '../support/germanWords.ts';
import { test } from '../support/journey.ts';

interface Writer {
	locale: Locale;
	title: string;
	body: string;
	/** As a language of contributions is called in this one. */
	language: 'uk' | 'ar';
}

const WRITERS: readonly Writer[] = [
	{
		...{ locale: 'uk', language: 'uk', title: 'Я не розумію листів від відомства' },
		body: 'Листи довгі й складні. Я перекладаю їх телефоном і все одно не знаю, що маю зробити.'
	},
	{
		...{ locale: 'ar', language: 'ar', title: 'لا أفهم رسائل الدائرة' },
		body: 'الرسائل طويلة وصعبة. أترجمها بالهاتف ولا أعرف ماذا يجب أن أفعل.'
	}
];

const WISHED = 'Hilfe beim Antrag gibt es in jedem Stadtteil';

for (const { locale, language, title, body } of WRITERS) {
	test(`a card in ${locale}: signs in, contributes, votes, reads the answer, and meets no German sentence`, async ({
		page,
		testApp,
		fine
	}) => {
		const clean = async () => {
			expect(await germanOn(page), page.url()).toEqual([]);
			await fine();
			await fits(page);
		};
		/** From here on the words are those of the language, in everything that is pressed and expected. */
		const step = (name: string, walk: () => Promise<void>) => test.step(name, () => withShippedWords({ locale }, walk));

		await step('signs in where the card leads', async () => {
			const words = t.account.signIn;
			await page.goto(`/${locale}/anmelden`);
			await expect(page.locator('html')).toHaveAttribute('dir', locale === 'ar' ? 'rtl' : 'ltr');
			await clean();
			await page.getByLabel(words.code).fill('K7MP-3QXR');
			await page.getByRole('button', { name: words.send }).click();
			await expect(page.getByRole('alert')).toContainText(fill(t.forms.codeLength, { count: 8 }));
			await clean();
			await page.getByLabel(words.code).fill(testApp.cast.neighbour.code);
			await page.getByRole('button', { name: words.send }).click();
			await expect(page.getByRole('status').first()).toHaveText(t.done.signedIn);
			await expect(page).toHaveURL(new RegExp(`/${locale}/`));
			await clean();
		});

		await step('contributes', async () => {
			await page.goto(`/${locale}/beitragen`);
			await clean();
			// The page expects what it speaks itself.
			await expect(page.getByLabel(t.proposals.form.language)).toHaveValue(language);
			await writeWords(page, { body, kind: 'experience' });
			await clean();
			await chooseTopic(page, 'Wohnen');
			await clean();
			await giveTitle(page, title);
			await clean();
			await send(page);
			await expect(page.getByRole('status').first()).toHaveText(t.done.proposalSent);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
			await clean();
		});

		await step('votes on a point whose words are German, and say so', async () => {
			await page.goto(`/${locale}/punkte/2`);
			await expect(page.locator('h1 [lang="de"]')).toHaveText(WISHED);
			await clean();
			await page.getByRole('button', { name: t.votes.choices.agree, exact: true }).click();
			await expect(page.getByRole('status').first()).toHaveText(t.done.voted);
			await clean();
		});

		await step('reads what became of an earlier contribution', async () => {
			await page.goto(`/${locale}/meine`);
			await expect(page.getByText(t.answers.dispositions.adopted).first()).toBeVisible();
			await clean();
		});

		await test.step('goes to the same page in German, by the name it has for itself', async () => {
			await page.goto(`/${locale}/beitraege`);
			await clean();
			await page.locator('.languages summary').click();
			await page.getByRole('link', { name: 'Deutsch', exact: true }).click();
			await expect(page).toHaveURL(/:\d+\/beitraege$/);
			await expect(page.getByRole('heading', { level: 1 })).toHaveText(t.proposals.title);
		});

		await step('signs out', async () => {
			await page.goto(`/${locale}/meine`);
			await page.getByRole('button', { name: t.site.signOut.label }).click();
			await expect(page.getByRole('status').first()).toHaveText(t.done.signedOut);
			await clean();
		});
	});
}
