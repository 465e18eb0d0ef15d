import { expect, it } from 'vitest';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';
import { t } from '#lib/texts/texts.ts';
import * as translations from '#lib/translations/translations.server.ts';
import { withWords } from '#lib/wording/wording.server.ts';
import { asDrawn, readPdf } from '../../../tests/support/files/pdf.ts';
import { putVersion } from '../../../tests/support/editions/published.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import * as papers from './papers.server.ts';

const able = await openPdfWorker.able();

const SAID = {
	ar: { title: 'مزيد من الاستشارة', body: 'نريد مركز استشارة في كل حي، وهو مفتوح 3 أيام في الأسبوع.' },
	uk: { title: 'Більше консультацій', body: 'Ми хочемо консультацію в кожному районі, 3 дні на тиждень.' }
} as const;

it.runIf(able).each(['ar', 'uk'] as const)(
	'a version on paper in %s: tagged, fonts embedded, words in their order, what nobody has translated in German',
	async (locale) => {
		const testApp = await makeTestApp();
		const { points } = await putVersion(testApp, { number: 1, titles: ['Mehr Beratung', 'Mehr Busse'] });
		const editor = testApp.as(await testApp.person('none', { roles: ['editor'] }));
		await translations.save(
			editor,
			{ locale, kind: 'point', key: String(points[0]?.number) },
			{
				texts: new Map<string, string>(Object.entries(SAID[locale])),
				made: { maker: 'person', machine: '', checkers: '', checkedOn: null }
			}
		);
		const pdf = await readPdf((await papers.translatedVersionPaper(testApp.as(null), 1, locale)).bytes);
		expect(pdf).toMatchObject({ universal: '1', tagged: true, lang: locale });
		expect(pdf.fonts.every(({ embedded }) => embedded)).toBe(true);
		const text = asDrawn(pdf.text);
		const ours = await withWords({ ...testApp.as(null), locale }, async () => [
			t.translations.shown.paperCounts,
			t.strategy.document.digest
		]);
		for (const one of [...Object.values(SAID[locale]), ...ours, 'Wir wollen: Mehr Busse'])
			expect(text).toContain(asDrawn(one));
		expect(text).not.toMatch(/\[\?\]|[\ue000-\ue002]/);
		expect(text).not.toContain(asDrawn('Wir wollen: Mehr Beratung'));
	}
);
