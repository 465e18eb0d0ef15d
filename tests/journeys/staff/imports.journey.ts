import { expect } from '@playwright/test';
import { count, fill, t } from '#lib/texts/texts.ts';
import { test } from '../support/journey.ts';
import { workbook } from '../../support/files/workbook.ts';

const words = t.importJobs;
const ROWS = 450;
const SHEET = [
	['Auswertung der Beteiligung'],
	['Stand: 12.03.2026'],
	['Lfd. Nr.', 'Anliegen', 'Kategorie', 'Eingang am', 'Schlagwort'],
	...Array.from({ length: ROWS }, (_, at) => [
		...[String(at + 1), `Wir brauchen mehr Bänke und Bäume an der Haltestelle ${at + 1}.`],
		...[at % 2 === 0 ? 'Wohnen' : 'Ämter', '45415', `Bank ${at + 1}`]
	]),
	['9999', 'x'.repeat(8_001), 'Wohnen', '45415', 'Zu lang']
];

/** By reloading, as somebody without scripts would: until the page says so. */
const until = (page: import('@playwright/test').Page, said: string) =>
	expect(async () => {
		await page.reload();
		await expect(page.getByText(said).first()).toBeVisible({ timeout: 500 });
	}).toPass({ timeout: 60_000 });

test('an admin imports a workbook with rows above the header, and takes it back', async ({ page, as, fine }) => {
	await test.step('uploads it: a picture is refused, the workbook is read', async () => {
		await as('admin');
		await page.goto('/werkstatt');
		await page.getByRole('link', { name: t.workshop.desks.importe }).first().click();
		await expect(page.getByText(words.list.empty).or(page.getByText('musterstadt.csv'))).toBeVisible();
		await fine();
		const send = page.getByRole('button', { name: words.upload.send });
		await send.click();
		await expect(page.getByText(words.upload.missing).first()).toBeVisible();
		const png = { name: 'ideen.xlsx', mimeType: 'image/png', buffer: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') };
		await page.getByLabel(words.upload.file, { exact: true }).setInputFiles(png);
		await send.click();
		await expect(page.getByText(t.imports.kinds.image).first()).toBeVisible();
		await fine();
		const file = { name: 'ideen.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(workbook(SHEET)) };
		await page.getByLabel(words.upload.file, { exact: true }).setInputFiles(file);
		await send.click();
		await until(page, words.told.ready);
		await expect(page.getByRole('heading', { name: 'ideen.xlsx' })).toBeVisible();
	});

	await test.step('says what is what, and tries: nothing is there', async () => {
		await expect(page.getByText(fill(words.file.namesIn, { line: 3 }))).toBeVisible();
		await expect(page.getByText(t.imports.problems.textTooLong.replace('{text}', '8000')).first()).toBeVisible();
		await fine();
		await page.getByLabel(words.ours.title, { exact: true }).selectOption({ label: 'E: Schlagwort' });
		await page.getByLabel(words.ours.date, { exact: true }).selectOption({ label: 'D: Eingang am' });
		await page
			.getByLabel(fill(words.choices.meaning, { column: words.ours.field, word: 'Ämter' }))
			.selectOption('zugang');
		await page.getByLabel(words.choices.attribution).fill('Dialog Musterstadt');
		await page.getByRole('button', { name: words.choices.send }).click();
		await until(page, words.told.ready);
		await expect(page.getByText('Übernommen: Dialog Musterstadt').first()).toBeVisible();
		await expect(page.getByText('3. Mai 2024').first()).toBeVisible();
		await fine();
	});

	await test.step('imports, sees how far it is, and everybody can read them', async () => {
		await page.getByRole('button', { name: count(words.start.send, ROWS) }).click();
		await until(page, words.told.done);
		await expect(page.getByText(String(ROWS), { exact: true }).first()).toBeVisible();
		await fine();
		await page.getByRole('link', { name: words.outcome.see }).click();
		await expect(page.getByRole('heading', { name: 'Bank 1', exact: true })).toBeVisible();
		await expect(page.getByText('3. Mai 2024')).toBeVisible();
		await expect(page.getByText('Übernommen: Dialog Musterstadt')).toBeVisible();
		await page.goto('/beitraege?q=Haltestelle+417');
		await until(page, 'Bank 417');
	});

	await test.step('takes it back: all of it is gone', async () => {
		await page.goto('/werkstatt/importe');
		await page.getByRole('link', { name: 'ideen.xlsx' }).click();
		await page.getByRole('button', { name: words.takeBack.send }).click();
		await until(page, words.told.takenBack);
		await fine();
		await page.goto('/beitraege?q=Haltestelle');
		await expect(page.getByRole('link', { name: /^Bank \d/ })).toHaveCount(0);
	});
});

/** Six statements and thirty people, as Polis writes them. */
const STATEMENTS = [0, 1, 2, 3, 4, 5];
const EXPORT = {
	'comments.csv': ['comment-id,moderated,comment-body', ...STATEMENTS.map((id) => `${id},1,Satz ${id}`), ',1,Ohne'],
	'participants-votes.csv': [
		`participant,${STATEMENTS.join(',')}`,
		...Array.from({ length: 30 }, (_, person) => [person, ...STATEMENTS.map((id) => ((person + id) % 3) - 1)].join(','))
	],
	'summary.csv': ['topic,Was braucht Neudorf?', 'url,https://polis.example/1']
};
const polis = Object.entries(EXPORT).map(([name, lines]) => ({
	...{ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) }
}));

test('an admin takes a conversation from Polis over, looks at it first, and takes it back', async ({
	page,
	as,
	fine
}) => {
	const said = words.conversation;
	await test.step('uploads the files: others are refused, what was typed stays', async () => {
		await as('admin');
		await page.goto('/werkstatt/importe');
		await page.getByRole('link', { name: said.go }).click();
		await fine();
		await page.getByLabel(said.attribution).fill('Stadt Neudorf, CC BY 4.0');
		const send = page.getByRole('button', { name: words.upload.send });
		await send.click();
		await expect(page.getByText(said.missing).first()).toBeVisible();
		const strange = { name: 'ideen.csv', mimeType: 'text/csv', buffer: Buffer.from('id;titel') };
		await page.getByLabel(said.files).setInputFiles([strange]);
		await send.click();
		await expect(page.getByText(fill(said.strangeFile, { name: 'ideen.csv' })).first()).toBeVisible();
		await expect(page.getByLabel(said.attribution)).toHaveValue('Stadt Neudorf, CC BY 4.0');
		await fine();
		await page.getByLabel(said.files).setInputFiles(polis);
		await send.click();
		await until(page, said.told.ready);
	});

	await test.step('sees what would be, and that nothing is there yet', async () => {
		await expect(page.getByText('Was braucht Neudorf?').first()).toBeVisible();
		await expect(page.getByRole('cell', { name: 'Die Kennung fehlt.' })).toBeVisible();
		await fine();
		const here = page.url();
		await page.goto('/gespraeche');
		await expect(page.getByText('Was braucht Neudorf?')).toHaveCount(0);
		await page.goto(here);
	});

	await test.step('takes it over: it has a page of its own; and back: it has none', async () => {
		await page.getByRole('button', { name: said.start }).click();
		await until(page, said.told.done);
		await fine();
		const here = page.url();
		await page.getByRole('link', { name: said.see }).click();
		await expect(page.getByRole('heading', { name: 'Was braucht Neudorf?' })).toBeVisible();
		await page.goto(here);
		await page.getByRole('button', { name: words.takeBack.send }).click();
		await until(page, said.told.takenBack);
		await fine();
		await page.goto('/gespraeche');
		await expect(page.getByText('Was braucht Neudorf?')).toHaveCount(0);
	});
});
