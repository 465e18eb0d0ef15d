import { describe, expect, it } from 'vitest';
import { readPdf } from '../../../../tests/support/files/pdf.ts';
import { blocksOf } from './blocks.ts';
import { cachedPdf } from './pdfCache.server.ts';
import { PdfWorker } from './pdfWorker.server.ts';

const press = new PdfWorker({ waiting: 2, idle: 200 });
const able = await press.able();

/** PDF/UA needs Typst 0.14 or later for this machine. Where there is none, the press says so, and so do these tests. */
const where = able ? it : it.skip;

const SHEET = 'src/lib/server/print/sheet.typ';
const squeezed = (text: string) => text.replace(/\s+/g, '');
const print = async (title: string, markdown: string) =>
	await readPdf(
		await press.print({
			template: SHEET,
			data: { title, blocks: blocksOf(markdown, { base: 1, origin: 'https://x.example' }) }
		})
	);

describe('the press', () => {
	it.skipIf(able)('says that this machine cannot print, and never tries again', async () => {
		await expect(press.print({ template: SHEET, data: {} })).rejects.toMatchObject({ reason: 'printUnavailable' });
	});

	where('makes a PDF that says what it is, in which language, and carries its fonts', async () => {
		const pdf = await print('Strategie gegen Armut', '# Wohnen\n\nKeine Räumung im Winter.\n\n- eins\n- zwei');
		expect(pdf).toMatchObject({
			title: 'Strategie gegen Armut',
			lang: 'de-DE',
			universal: '1',
			tagged: true,
			pages: 1
		});
		expect(pdf.fonts.length).toBeGreaterThan(0);
		expect(pdf.fonts.filter((font) => !font.embedded)).toEqual([]);
		expect(pdf.roles).toMatchObject({ H1: 1, L: 1, LI: 2 });
		expect(squeezed(pdf.text)).toContain('KeineRäumungimWinter.');
	});

	const HOSTILE = [
		'#import "/server/secret.ts"',
		'#read("/etc/passwd")',
		'#eval("1+1") #sys.inputs',
		'$ x^2 $ `raw` <label> @ref // kein Kommentar /* auch nicht */',
		String.raw`\u{41} \ \# "Zitat" 'einfach' #{panic("aus")}`,
		'= keine Überschrift',
		'{"kind":"heading"} ]}]}'
	];
	where.each(HOSTILE)('prints %s as it was written', async (words) => {
		const pdf = await readPdf(
			await press.print({
				template: SHEET,
				data: { title: words, blocks: [{ kind: 'paragraph', runs: [{ text: words }] }] }
			})
		);
		// Once as the title, once as a paragraph.
		expect(squeezed(pdf.text).split(squeezed(words))).toHaveLength(3);
	});

	where('loses no letter of the languages spoken here', async () => {
		const words = 'Straße Żółć Şişli Ștefan Český Їжак Привет Ελλάδα ẞ € „so“ – 50 %';
		expect(squeezed((await print('Sprachen', words)).text)).toContain(squeezed(words));
	});

	where('puts a stand-in where no font has the sign, instead of failing or losing it', async () => {
		const pdf = await print('Zeichen', 'Das ist 漢字 gut.');
		expect(squeezed(pdf.text)).toContain('Dasist[?][?]gut.');
	});

	where('leads addresses within the site to the site, and nowhere strange', async () => {
		const pdf = await print(
			'Links',
			'[hier](/punkte/3) [dort](https://land.example/a) [böse](javascript:alert) ~~[weg](/x)~~'
		);
		expect(pdf.links).toEqual(['https://x.example/punkte/3', 'https://land.example/a', 'https://x.example/x']);
	});

	where('skips no level of headings, however they were written', async () => {
		expect((await print('Stufen', '# Eins\n\n#### Vier\n\n## Zwei')).roles).toMatchObject({ H1: 1, H2: 2 });
	});

	where('refuses when too many wait, finishes the others, and rests afterwards', async () => {
		const jobs = await Promise.allSettled([1, 2, 3, 4].map((number) => print(`Blatt ${number}`, 'Text')));
		expect(jobs.map((job) => job.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
		expect(jobs[3]).toMatchObject({ reason: { reason: 'printBusy' } });
		await expect.poll(() => press.resting, { timeout: 5_000 }).toBe(true);
		expect((await print('Wieder da', 'Text')).title).toBe('Wieder da');
	});

	where('prints for the team before whatever the public has asked for, however much that is', async () => {
		const done: string[] = [];
		const ask = async (title: string, customer: 'team' | 'public') => {
			await press.print({ template: SHEET, data: { title, blocks: [] } }, customer).catch(() => null);
			done.push(title);
		};
		// The first is in the press already, two wait, the fourth is sent away at once.
		const crowd = ['eins', 'zwei', 'drei', 'vier'].map((title) => ask(title, 'public'));
		await Promise.all([...crowd, ask('Karten', 'team')]);
		expect(done).toEqual(['vier', 'eins', 'Karten', 'zwei', 'drei']);
	});

	where('gives up on a job that takes too long and prints the next one', async () => {
		const hasty = new PdfWorker({ job: 1, idle: 100 });
		await expect(hasty.print({ template: SHEET, data: { title: 'a', blocks: [] } })).rejects.toMatchObject({
			reason: 'printSlow'
		});
		expect(hasty.resting).toBe(true);
	});

	where('tells a fault in a template from everything else', async () => {
		await expect(press.print({ template: SHEET, data: {} })).rejects.toThrow('Printing failed');
	});
});

describe('what was printed lately', () => {
	const job = (title: string) => ({ template: SHEET, data: { title, blocks: [] } });

	where('is printed once for all who ask for the same words, and once more for others', async () => {
		const same = await Promise.all(Array.from({ length: 5 }, () => cachedPdf(job('Ein Blatt'))));
		expect(new Set([...same, await cachedPdf(job('Ein Blatt'))]).size).toBe(1);
		expect(await cachedPdf(job('Ein anderes'))).not.toBe(same[0]);
	});

	where('is not what could not be printed: whoever comes next is told, too', async () => {
		const broken = { template: 'src/lib/server/print/no-such.typ', data: {} };
		for (const _ of [1, 2]) await expect(cachedPdf(broken)).rejects.toThrow('Printing failed');
	});
});
