import { expect } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { fill, t } from '#lib/texts/texts.ts';
import { test } from '../support/journey.ts';

const words = t.profile;
const seen = t.workshop.preview;
/** As a drawing program writes it. */
const LOGO = `<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 9 9" inkscape:version="1.3">
<circle cx="4" cy="4" r="4" fill="#6a1b9a"/></svg>`;

test('an admin gives the process its own name, logo and words, and takes one of them back', async ({
	page,
	as,
	fine
}) => {
	await as('admin');
	await page.goto('/werkstatt/profil');
	await fine();
	await page.getByRole('link', { name: words.concerns.look }).click();
	await page.getByLabel(words.look.name, { exact: true }).fill('Neudorf redet mit');
	await page.getByRole('button', { name: seen.see }).click();
	await expect(page.getByRole('heading', { name: seen.title })).toBeVisible();
	await page.goto('/');
	await expect(page.getByText('Neudorf redet mit')).toBeHidden();
	await page.goto('/werkstatt/profil/aussehen');
	await page.getByLabel(words.look.name, { exact: true }).fill('Neudorf redet mit');
	await page.getByRole('button', { name: words.save }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.profileChanged);

	// What is no picture says so beside the field; a drawing is there at once.
	await page.goto('/werkstatt/profil/bilder');
	await fine();
	const drawing = (text: string) => ({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(text) });
	await page.getByLabel(words.pictures.file).setInputFiles(drawing('Unser Logo'));
	await page.getByRole('radio', { name: words.pictures.names.logo }).check();
	await page.getByRole('button', { name: words.pictures.put }).click();
	await expect(page.getByRole('alert').first()).toContainText('SVG');
	await page.getByLabel(words.pictures.file).setInputFiles(drawing(LOGO));
	await page.getByRole('button', { name: seen.see }).click();
	await expect(page.getByRole('img', { name: words.pictures.previewAlt })).toBeVisible();
	await expect(page.getByRole('img', { name: words.pictures.alts.logo })).toHaveCount(0);
	await fine();
	// The file lies ready: nobody chooses it again.
	await page.getByRole('button', { name: words.pictures.put }).click();
	await expect(page.getByRole('img', { name: words.pictures.alts.logo })).toBeVisible();
	await fine();

	// People have voted: groups get other names, never others.
	await page.goto('/werkstatt/profil/gruppen');
	await fine();
	await expect(page.getByText(words.groups.closed)).toBeVisible();
	await page.getByLabel(words.groups.name, { exact: true }).first().fill('Menschen mit wenig Geld');
	await page.getByRole('button', { name: seen.see }).click();
	await expect(page.getByRole('heading', { name: words.groups.previewTitle })).toBeVisible();
	await fine();
	await page.getByRole('button', { name: words.save }).click();
	await page.goto('/beitraege');
	await expect(page.getByText('Menschen mit wenig Geld').first()).toBeAttached();

	// Which sentences a word changes is seen before it is saved.
	await page.goto('/werkstatt/profil/woerter');
	await fine();
	await page.getByText(words.words.terms.authority).click();
	await page.getByLabel(words.words.forms.nominative).first().fill('das Sozialamt');
	await page.getByRole('button', { name: seen.see }).click();
	await expect(page.getByText('das Sozialamt').first()).toBeVisible();
	await fine();

	// A kind is called otherwise, everywhere at once.
	await page.goto('/werkstatt/profil/namen/arten');
	await fine();
	await page.getByText(t.proposals.kinds.experience, { exact: true }).click();
	await page.getByLabel(words.names.kinds.name).first().fill('Beleg');
	await page.getByRole('button', { name: words.save }).click();
	await expect(page.getByRole('alert').first()).toContainText('zweimal');
	await page.getByLabel(words.names.kinds.name).first().fill('Erlebnis');
	await page.getByRole('button', { name: seen.see }).click();
	await expect(page.getByRole('region', { name: seen.title })).toContainText('Erlebnis');
	await fine();
	await page.getByRole('button', { name: words.save }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.profileChanged);
	await page.goto('/beitraege');
	await expect(page.getByText('Erlebnis').first()).toBeAttached();

	// Places are lines; one part goes back, the others stay.
	await page.goto('/werkstatt/profil/orte');
	await fine();
	await page.getByLabel(words.districts.list).fill('Neudorf');
	await page.getByRole('button', { name: seen.see }).click();
	await expect(page.getByRole('region', { name: seen.title })).toContainText('Neudorf');
	await expect(page.getByLabel(words.districts.list)).toHaveValue('Neudorf');
	await fine();
	await page.goto('/werkstatt/profil/aussehen');
	await page.getByRole('button', { name: words.shippedPart }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.profileChanged);
	await page.goto('/beitraege');
	await expect(page.getByText('Menschen mit wenig Geld').first()).toBeAttached();
	await expect(page.getByText('Neudorf redet mit')).toBeHidden();

	// All of it is one file.
	await page.goto('/werkstatt/profil/datei');
	await fine();
	const saved = page.waitForEvent('download');
	await page.getByRole('link', { name: words.whole.save }).click();
	const file = await (await saved).path();
	expect((await saved).suggestedFilename()).toBe('profil.json');

	// What another one would change stands there before it is taken over, of a file and of one that ships.
	const { look, ...rest } = JSON.parse(readFileSync(file, 'utf8'));
	const other = JSON.stringify({ ...rest, look: { ...look, claim: 'Gegen Einsamkeit' } });
	const field = page.getByLabel(words.whole.file, { exact: true });
	await field.setInputFiles({ name: 'anders.json', mimeType: 'application/json', buffer: Buffer.from(other) });
	const wholes = page.getByRole('region', { name: words.whole.fileHeading });
	await wholes.getByRole('button', { name: seen.see }).click();
	await expect(page.getByRole('region', { name: seen.title })).toContainText('Einsamkeit');
	await expect(page.getByText('Titel, Fragen, Themen und Phasen ändert die Datei nicht.')).toBeVisible();
	await expect(page.getByText(fill(seen.held, { name: 'anders.json' }))).toBeVisible();
	await fine();
	await wholes.getByRole('button', { name: words.whole.put }).click();
	await expect(page.getByRole('status')).toHaveText(t.done.profileChanged);
});
