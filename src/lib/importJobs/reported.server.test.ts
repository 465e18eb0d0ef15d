import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { newId } from '../server/ids.ts';
import { workOff } from '../../../tests/support/imported.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import * as importJobs from './importJobs.server.ts';

/** Small tables from public reports, each with its right outcome; not part of the project: without them nothing is tried. */
const CASES = '../shared/cases';

interface Outcome {
	/** Title and text of what comes in, in its order. */
	rows: [string, string][];
	/** Lines that are refused, as an editor numbers them. */
	refused?: number[];
	language?: string;
}

const UMLAUTS: Outcome = { rows: [['Mütter entlasten', 'Öffnungszeiten für Ämter']] };
const FILES: Readonly<Record<string, Outcome>> = {
	'decidim-excel-bool.csv': { rows: [['Eins', 'Erster']], refused: [3] },
	'decidim-fr.csv': {
		rows: [['Plus de bancs publics', 'Il faut plus de bancs publics dans la ville.']],
		language: 'fr'
	},
	'decidim-state-hidden.csv': { rows: [['Zwei', 'Zweiter']], refused: [2, 4, 5] },
	'enc-cp850.csv': UMLAUTS,
	'enc-double-utf8.csv': UMLAUTS,
	'enc-macroman.csv': UMLAUTS,
	'enc-utf16le-no-bom.csv': { rows: [['Mütter', 'Öffnungszeiten']] },
	// Without a heading it gets its first words, as long as nobody chooses otherwise.
	'eol-cr-only-bad-row.csv': {
		rows: [
			['Eins', 'Erster'],
			['Ohne Titel', 'Ohne Titel'],
			['Drei', 'Dritter']
		]
	},
	'eol-header-lf-rows-crlf.csv': {
		rows: [
			['Eins', 'Erster Text'],
			['Zwei', 'Zweiter Text']
		]
	},
	'header-nbsp-star.csv': { rows: [['Eins', 'Erster']] },
	'header-nfd.csv': { rows: [['Müll in der Südstadt', 'Größere Tonnen für die Straße']] },
	'html-body.csv': {
		rows: [
			['Fahrkarten', 'Die Fahrkarte ist zu teuer.\n\n- für Kinder\n- für Alte & Kranke'],
			['Miete & Heizung', 'Zeile 1\nZeile 2 Ende']
		]
	},
	'no-id.csv': { rows: [['Eins', 'Erster']] },
	'no-title.csv': { rows: [['Erster', 'Erster']] },
	'odd-texts.csv': {
		rows: [
			[
				'Mehr Busse für die Südstadt',
				[
					...['Abends fährt keiner.', '', '- Linie 5', '- Linie 7', '', '1. erstens', '3. drittens', ''],
					...['| Ort | Takt |', '|---|---|', '| Süd | 60 |', ''],
					'Siehe [Plan (2026)](https://example.org/plan_(neu)) und https://example.org/a_b_c?x=1&y=2.'
				].join('\n')
			],
			[
				'Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenantragsformularausgabestellenöffnungszeitenverlängerungsantrag',
				'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzfolgenabschätzungskommissionssitzungsprotokollberichtigung'
			],
			['حافلات أكثر في المساء', 'نحتاج إلى حافلات 2026 أكثر (خط 5) في المساء.'],
			['👩‍👩‍👧‍👦 Familien 🚌', 'Emoji 🇺🇦 und 𝄞 und é (zerlegt)'],
			['=HYPERLINK("http://x";"klick")', '+49 211 123'],
			['-5 Euro weniger', '@SUMME(A1)'],
			['fett &', 'Text mit Unterstreichung & Zeichen < > "Zitat"'],
			['Müll in der Südstadt zerlegt', 'Größere Tonnen']
		]
	},
	'pipe.csv': { rows: [['Eins', 'Erster, mit Komma']] },
	'quote-inside-unquoted.csv': { rows: [['Zwei', 'Zweiter']], refused: [2] },
	'quote-never-closed.csv': {
		rows: Array.from({ length: 49 }, (_, at) => [`Titel ${at + 2}`, `Text ${at + 2}`]),
		refused: [2]
	},
	'quote-starts-word.csv': {
		rows: [
			['Zwei', 'Zweiter'],
			['Drei', 'Dritter']
		],
		refused: [2]
	},
	'rows-above-header.csv': { rows: [['Eins', 'Erster']] },
	'title-newline.csv': {
		rows: [
			['Mehr Busse für die Südstadt', 'Abends fährt keiner.'],
			['Leerzeichen', 'x'],
			['y', 'y']
		]
	}
};

async function imported(testApp: TestApp, name: string): Promise<number[]> {
	const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
	const id = newId();
	const file = { name: name.replace(/^.*\//, ''), bytes: readFileSync(`${CASES}/${name}`) };
	await importJobs.upload(admin, id, file);
	await workOff(testApp);
	await importJobs.start(admin, id);
	await workOff(testApp);
	const { status, outcome } = await importJobs.byId(admin, id);
	expect(status).toBe('done');
	return (outcome?.refused ?? []).map(({ line }) => line);
}

const kept = async ({ app }: TestApp) =>
	app.reader.selectFrom('proposals').select(['title', 'body', 'language']).orderBy('number').execute();

describe.skipIf(!existsSync(CASES))('reported inputs', () => {
	it.each(Object.entries(FILES))('%s comes in as it should', async (name, { rows, refused = [], language = 'de' }) => {
		const testApp = await makeTestApp();
		expect(await imported(testApp, name)).toEqual(refused);
		expect(await kept(testApp)).toEqual(rows.map(([title, body]) => ({ title, body, language })));
	});

	it('each has its right outcome here', () => {
		const there = readdirSync(CASES).filter((name) => name.endsWith('.csv'));
		expect(Object.keys(FILES).sort()).toEqual(there.sort());
	});

	it('two files of one name from two towns are five contributions', async () => {
		const testApp = await makeTestApp();
		for (const name of ['a/proposals.csv', 'b/proposals.csv']) expect(await imported(testApp, name)).toEqual([]);
		expect((await kept(testApp)).map(({ title }) => title)).toEqual([
			...['Stadt A: Bänke', 'Stadt A: Busse', 'Stadt B: Bäder', 'Stadt B: Wege', 'Stadt B: Licht']
		]);
	});
});
