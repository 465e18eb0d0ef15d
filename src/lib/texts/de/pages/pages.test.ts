import { describe, expect, it } from 'vitest';
import { render } from '#lib/ui/markdown.ts';
import { easyPages, review } from './leichter.ts';
import { fixedPage, pages } from './pages.ts';
import { placesIn } from './page.ts';

describe.each(Object.entries(easyPages))('%s in easy words', (address, page) => {
	it('has short sentences, leaves nothing open and belongs to a page', () => {
		const sentences = page.body.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').split(/[.!?:]\s|\n/);
		expect(sentences.filter((one) => one.trim().split(/\s+/).length > 12)).toEqual([]);
		expect([placesIn(page), fixedPage(address) === null]).toEqual([[], false]);
	});

	it('is not called Leichte Sprache before somebody has read it', () => {
		expect(page.review).toBeNull();
		expect(`${page.title} ${review.none}`).not.toContain('Leichte Sprache');
	});
});

describe('the fixed pages', () => {
	it('say what only the operator can fill in: all of it stands here', () => {
		const open = Object.entries(pages).flatMap(([address, page]) =>
			placesIn(page).map((what) => `${address}: ${what}`)
		);
		expect(open).toEqual([
			'gebaerdensprache: Termin für das Video in Deutscher Gebärdensprache',
			'gebaerdensprache: Kontakt für gehörlose Menschen, zum Beispiel Video-Telefon oder Dolmetschdienst',
			'hilfe: Telefonnummer und Zeiten',
			'hilfe: E-Mail-Adresse',
			'hilfe: Anschrift',
			'hilfe: Orte, an denen es Karten gibt',
			'datenschutz: Bestätigung der verantwortlichen Stelle zu diesem Abschnitt',
			'datenschutz: Wer die Papier-Bögen aufbewahrt und wann sie vernichtet werden',
			'datenschutz: Name und Anschrift der verantwortlichen Stelle',
			'datenschutz: Kontakt der oder des Datenschutzbeauftragten',
			'datenschutz: Rechtsgrundlage der Verarbeitung',
			'datenschutz: Betreiber der Server und Vertrag zur Auftragsverarbeitung',
			'barrierefreiheit: Ergebnis und Datum der Prüfung',
			'barrierefreiheit: Telefonnummer für Barrieren',
			'barrierefreiheit: E-Mail-Adresse für Barrieren',
			'barrierefreiheit: Anschrift für Barrieren',
			'barrierefreiheit: Anschrift, Telefon und E-Mail der Ombudsstelle',
			'barrierefreiheit: Datum der Erklärung',
			'impressum: Name der Behörde',
			'impressum: Anschrift der Behörde',
			'impressum: Telefonnummer',
			'impressum: E-Mail-Adresse',
			'impressum: vertretungsberechtigte Person',
			'impressum: Umsatzsteuer-Identifikationsnummer, falls vorhanden',
			'impressum: Name und Anschrift der Person, die für den Inhalt verantwortlich ist'
		]);
	});

	it.each(Object.entries(pages))('%s shows open places in bold and has no heading of the first level', (_, page) => {
		const html = render(page.body, { base: 2 });
		for (const what of placesIn(page)) expect(html).toContain(`<strong>[Bitte eintragen: ${what}]</strong>`);
		expect(html).not.toMatch(/<h1|<h[3-6]/);
	});

	it.each(Object.entries(pages))('%s is written in short sentences', (_, page) => {
		const plain = page.body.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1').replace(/[*#>]/g, '');
		const sentences = plain.split(/[.!?:]\s|\n/).map((sentence) => sentence.trim().split(/\s+/));
		expect(sentences.filter((words) => words.length > 20).map((words) => words.join(' '))).toEqual([]);
	});

	it('nothing else is found', () => {
		for (const address of ['', 'x', 'toString', '__proto__', 'constructor']) expect(fixedPage(address)).toBeNull();
	});
});
