import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as data from '#lib/data/data.server.ts';
import { SLUGS } from '#lib/data/dataset.ts';
import { columnsOf } from '#lib/data/sets/columns/columns.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { record } from '#lib/server/journal/journal.server.ts';
import { sha256 } from '#lib/sha256.ts';
import { checkEdition, readDigest, verdictOf, type Checked } from '../src/checker/check.ts';
import { discoveries, fisherExact, wilsonInterval } from '../src/checker/checks/statistics.ts';
import { together, unpacked, type Taken } from '../src/checker/edition.ts';
import { TABLES } from '../src/checker/format.ts';
import * as town from './support/addenda.ts';
import { Crowd } from './support/opinion/crowd.ts';
import { command } from './support/machine/command.ts';
import { demoEdition } from './support/editions/demoEdition.ts';
import { newestFiles } from './support/editions/edition.ts';
import { descriptionOf, mutations, resealed, rowsIn, withRows } from './support/strategy/mutations.ts';
import type { Row, Texts } from './support/strategy/mutations.ts';
import { DAMAGED, description, set } from './support/editions/damagedEditions.ts';
import { FORGED, ONLY_DIGEST, resealedText, SEALED_ANEW } from './support/editions/forgedEditions.ts';
import { makeTestApp, type TestApp } from './support/machine/testApp.ts';

/** Whether the second implementation, which knows nothing of ours, comes to the same, and names what was changed. */
const bytesOf = (files: Texts): Taken => ({
	files: new Map([...files].map(([name, text]) => [name, new TextEncoder().encode(text)])),
	doubled: []
});
const checked = (files: Texts, expected?: string): Promise<Checked> => checkEdition(bytesOf(files), expected);
const wrong = ({ findings }: Checked) => findings.filter(({ state }) => state === 'wrong').map(({ text }) => text);
const wrongIn = async (files: Texts) => wrong(await checked(files));
const digestOf = (files: Texts) => sha256(files.get('datapackage.json') ?? '');

async function newestEdition(testApp: TestApp): Promise<Map<string, string>> {
	return (await newestFiles(testApp)).set('datapackage.json', await data.description(testApp.as(null), null));
}

/** Versions that were put there without anybody publishing them: the chronicle of the process has them, too. */
async function chronicled(testApp: TestApp): Promise<void> {
	await consultations.announcePhases(testApp.as(null));
	await transaction(testApp.as(null), async (ctx) => {
		const { consultationId } = testApp;
		const versions = await ctx.db
			.selectFrom('versions')
			.select(['number', 'title', 'publishedAt'])
			.where('publishedAt', 'is not', null)
			.execute();
		for (const { number, title, publishedAt } of versions) {
			const details = { number: number ?? 0, title };
			const at = publishedAt ?? ctx.now;
			await record(ctx, { verb: 'version.published', subjectId: '', consultationId, details }, at);
		}
	});
}

let whole: Texts;

beforeAll(async () => {
	whole = await demoEdition();
}, 180_000);

describe('an edition as it was published', () => {
	it('is right in everything that can be computed again, and says what cannot', async () => {
		const result = await checked(whole);
		expect(wrong(result)).toEqual([]);
		expect([result.edition, result.digest, result.same]).toEqual(['1', digestOf(whole), null]);
		const right = result.findings.filter(({ state }) => state === 'right');
		for (const { about, count } of right) expect([about, count > 5]).toEqual([about, true]);
		expect(right.map(({ about }) => about).toSorted()).toEqual(
			[
				...[
					'Beirat',
					'Berichte',
					'Chronik',
					'Dateien',
					'Fassungen',
					'Ketten',
					'Prüfsummen',
					'Reihen',
					'Tabellen',
					'Texte'
				],
				...[
					'Urteil über das Verfahren',
					'Verweise',
					'Vertretung',
					'Vorrang',
					'Was nicht darin steht',
					'Wiederholtes',
					'Zahlen'
				]
			].toSorted()
		);
		const open = result.findings.filter(({ state }) => state === 'open').map(({ text }) => text);
		for (const words of ['geheim', 'nicht versiegelt', 'neu versiegelt']) expect(open.join()).toContain(words);
		expect(verdictOf(result)).toBe('Kein Fehler gefunden. Vergleichen Sie noch die Prüfsumme.');
	});

	it('with the digest that stands elsewhere it is that very edition, however the digest is written down', async () => {
		const written = ` SHA-256: ${digestOf(whole)
			.toUpperCase()
			.replace(/(.{8})/g, '$1 ')}\n`;
		expect(readDigest(written)).toBe(digestOf(whole));
		const result = await checked(whole, readDigest(written) ?? '');
		expect([wrong(result), result.same]).toEqual([[], true]);
		expect(verdictOf(result)).toBe('Kein Fehler gefunden, und es ist die Ausgabe mit Ihrer Prüfsumme.');
		for (const none of ['', 'abc', `${digestOf(whole)}0`, 'z'.repeat(64)]) expect(readDigest(none)).toBeNull();
	});

	it('is right after corrections, removals and withdrawals, too: addenda say what was at first', async () => {
		const { testApp } = await town.corrected();
		await chronicled(testApp);
		await data.publishEdition(testApp.as(null));
		const files = await newestEdition(testApp);
		expect(await wrongIn(files)).toEqual([]);
		for (const [kind, name] of [
			['versionNow', 'ist nicht der Text, den die Nachträge nennen'],
			['addendum', 'fehlt']
		]) {
			const without = withRows(files, 'dokumente', (rows) => rows.filter(({ art }) => art !== kind));
			expect((await wrongIn(without)).length, `${kind} ${name}`).toBeGreaterThan(0);
		}
	});

	it('has the tables and columns that the checker knows: a new one is told to it, too', () => {
		const ours = SLUGS.map((slug) => [slug, columnsOf(slug).map(({ name, optional }) => [name, optional])]);
		expect([...TABLES].map(([name, columns]) => [name, columns.map((one) => [one.name, one.optional])])).toEqual(ours);
	});
});

describe('an edition of a town in which something happens every day', () => {
	it('is right: suppressed votes, whom a version stands for, where to begin', { timeout: 180_000 }, async () => {
		const testApp = await makeTestApp();
		const crowd = new Crowd(testApp);
		await crowd.publish();
		await chronicled(testApp);
		for (const day of [0, 1, 2, 3]) await crowd.day(day);
		const { findings } = await checked(await newestEdition(testApp));
		expect(findings.filter(({ state }) => state === 'wrong')).toEqual([]);
		const about = new Map(findings.filter(({ state }) => state === 'right').map((one) => [one.about, one.count]));
		for (const one of ['Vorrang', 'Vertretung', 'Zahlen', 'Berichte'])
			expect([one, (about.get(one) ?? 0) > 5]).toEqual([one, true]);
	});
});

describe('an edition as one file', () => {
	type Get = (event: unknown) => Promise<Response>;
	const isGet = (it: unknown): it is Get => typeof it === 'function';
	async function zipOf(testApp: TestApp): Promise<Response> {
		const { GET } = await import('../src/routes/(public)/daten/[edition]/ausgabe.zip/+server.ts');
		if (!isGet(GET)) throw new Error('no endpoint');
		const request = new Request('http://localhost/daten/aktuell/ausgabe.zip');
		return GET({ locals: { ctx: testApp.as(null) }, params: { edition: 'aktuell' }, request });
	}
	const read = async (response: Response) =>
		checkEdition(unpacked(new Uint8Array(await response.arrayBuffer())) ?? together([]));

	it('is right, and never half: while words are taken out of it, it can be had again in a minute', async () => {
		const testApp = await makeTestApp();
		const crowd = new Crowd(testApp);
		await crowd.publish();
		await chronicled(testApp);
		await crowd.day(0);
		const later = () => testApp.at(new Date(Date.parse(testApp.now) + 120_000).toISOString());
		const author = await testApp.app.reader
			.selectFrom('proposals')
			.select(['id', 'number'])
			.where('publishedAt', 'is not', null)
			.where('withdrawnAt', 'is', null)
			.where('hiddenAt', 'is', null)
			.executeTakeFirstOrThrow();
		const before = await read(await zipOf(testApp));
		expect(wrong(before)).toEqual([]);
		later();
		await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, author.id, { deed: 'hide' }));
		const meanwhile = await zipOf(testApp);
		expect([meanwhile.status, meanwhile.headers.get('retry-after')]).toEqual([503, '60']);
		await data.applyRecall(testApp.as(null));
		later();
		await data.applyRecall(testApp.as(null));
		const after = await read(await zipOf(testApp));
		expect(wrong(after)).toEqual([]);
		expect((await data.edition(testApp.as(null)))?.digests.map(({ digest }) => digest)).toEqual([
			after.digest,
			before.digest
		]);
	});

	const zipped = (files: Record<string, string>) =>
		unpacked(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])))) ??
		together([]);

	it('may lie in one folder, and in no other way', async () => {
		const within = Object.fromEntries([...whole].map(([name, text]) => [`ausgabe/${name}`, text]));
		expect(wrong(await checkEdition(zipped(within)))).toEqual([]);
		const beside = { ...Object.fromEntries(whole), 'alt/ergebnisse.csv': whole.get('ergebnisse.csv') ?? '' };
		expect(wrong(await checkEdition(zipped(beside)))).toEqual([
			'alt/ergebnisse.csv liegt in einem Ordner. Eine Ausgabe hat keine Ordner.'
		]);
	});

	it('a name that is there twice is named, in one archive and in two', async () => {
		const archive = zipSync({ 'punkte.csv': Buffer.from('a'), 'punkte.csw': Buffer.from('b') });
		const twice = unpacked(
			new Uint8Array(Buffer.from(Buffer.from(archive).toString('latin1').replaceAll('csw', 'csv'), 'latin1'))
		);
		expect(twice?.doubled).toEqual(['punkte.csv']);
		const both = together([bytesOf(whole), bytesOf(new Map([['punkte.csv', 'a']]))]);
		expect(wrong(await checkEdition(both)).join()).toContain('punkte.csv ist mehr als einmal da.');
	});
});

describe('what is no edition', () => {
	const only = (text: string) => new Map([['datapackage.json', text]]);
	it.each<[string, Texts]>([
		['no file at all', new Map()],
		['a description of nothing', only('{}')],
		['a description without tables', only('{"resources":[]}')],
		['signs that are no JSON', only('null')],
		['half a description', only((whole ?? new Map()).get('datapackage.json')?.slice(0, 300) ?? '{')]
	])('%s: is an error', async (_, files) => {
		expect((await wrongIn(files)).length).toBeGreaterThan(0);
	});

	it('an edition with one table, or with two left out everywhere, is an error', async () => {
		const keep = (kept: (name: string) => boolean) => {
			const description = descriptionOf(whole);
			const resources = description.resources.filter(({ name }) => kept(name));
			const files = [...whole].filter(([name]) => kept(name.replace(/\.\w+$/, '')));
			return new Map([...files, ['datapackage.json', JSON.stringify({ ...description, resources }, null, '\t')]]);
		};
		expect((await wrongIn(keep((name) => name === 'beitraege'))).join()).toContain('dokumente.json fehlt.');
		const without = (await wrongIn(keep((name) => !name.startsWith('vorrang')))).join();
		for (const words of ['vorrang.json fehlt.', 'vorrangkreuze.csv fehlt.', 'Die Tabellen sind nicht die'])
			expect(without).toContain(words);
	});
});

describe('a file that is changed', () => {
	it.each(DAMAGED)('%s: says so', async (_, change, sentence) => {
		expect((await wrongIn(change(whole))).join('\n')).toContain(sentence);
	});

	it('words that a spreadsheet would take for a formula have their apostrophe', async () => {
		const title = (row: Record<string, unknown> | undefined) => Object.assign(row ?? {}, { text: '=1+1' });
		const formula = withRows(whole, 'beitraege', (rows) => void title(rows[0]));
		expect(await wrongIn(formula)).toEqual([]);
		const bare = resealed(set('beitraege.csv', (text) => text.replace("'=1+1", '=1+1'))(formula));
		expect((await wrongIn(bare)).join()).toContain('In Zeile 1 steht bei »text« einmal »=1+1«');
	});
});

describe('whatever is changed, in every file and column', () => {
	it('is named; with digests adjusted, it is named or the published digest tells', { timeout: 300_000 }, async () => {
		const usual = new Set((await checked(whole)).findings.map(({ text }) => text));
		const told = ({ findings }: Checked) =>
			findings.filter(({ state, about, text }) => state !== 'right' && about !== 'Die Ausgabe' && !usual.has(text));
		const expected = digestOf(whole);
		const missed: string[] = [];
		const listed = new Set<string>();
		let count = 0;
		for (const { kind, name, plain, forged } of mutations(whole, 20_261_129, 2)) {
			count++;
			const table = kind.split(/[ .]/)[0] ?? '';
			const seen = wrong(await checked(plain)).some((text) => text.includes(`${table}.json`));
			if (!seen) missed.push(`plain ${kind} ${name}`);
			const result = await checked(forged, expected);
			if (result.same !== false || wrong(result).length === 0) missed.push(`digest ${kind} ${name}`);
			if (told(result).length > 0) continue;
			if (ONLY_DIGEST.some((one) => one.test(kind))) listed.add(kind);
			else missed.push(`forged ${kind} ${name}`);
		}
		expect(missed).toEqual([]);
		expect(count).toBeGreaterThan(600);
		// The list is no excuse for more: half of all columns are told by the files alone.
		expect(listed.size).toBeLessThan(95);
	});

	it('a line of the chronicle that is gone, or there twice', { timeout: 120_000 }, async () => {
		const lines = rowsIn(whole, 'chronik');
		const first = new Map(lines.map((row, at) => [row.ereignis, at] as const).toReversed());
		const silent: string[] = [];
		for (const at of new Set([...first.values(), ...[...lines.keys()].filter((at) => lines[at]?.phase !== null)]))
			for (const times of [0, 2]) {
				const files = withRows(whole, 'chronik', (rows) =>
					rows.toSpliced(at, 1, ...new Array<Row>(times).fill(rows[at] ?? {}))
				);
				const told = await wrongIn(files);
				if (!told.some((text) => text.startsWith('chronik'))) silent.push(`${times} × ${String(lines[at]?.ereignis)}`);
			}
		// When nobody can take a vote back any more stands in no other table.
		expect(silent).toEqual(['0 × ballots.sealed']);
	});

	it('of the description: words that only the digest tells of, and nothing else', async () => {
		const expected = digestOf(whole);
		const words = description((it) => (it.title = 'Anders'))(whole);
		expect(await wrongIn(words)).toEqual([]);
		expect(wrong(await checked(words, expected)).join()).toContain('Die Prüfsumme ist nicht die');
	});
});

describe('somebody who changes figures and digests alike', () => {
	it.each(FORGED)('is told %s', async (_, make, sentence) => {
		expect((await wrongIn(make(whole))).join('\n')).toMatch(sentence);
	});

	it.each(SEALED_ANEW)(
		'is told by what is computed again where a sealed text was sealed anew: %s',
		async (_, make, sentence) => {
			expect((await wrongIn(make(whole))).join('\n')).toMatch(sentence);
		}
	);

	it('who seals the newest version anew is told by the report that names it, or by the published digest', async () => {
		const files = resealedText(whole, 'version', 2, (content) => Object.assign(content, { preamble: 'Anders' }));
		const stripped = resealed(files);
		expect(wrong(await checked(stripped, digestOf(whole))).length).toBeGreaterThan(0);
		expect((await wrongIn(files)).join('\n')).toMatch(/Bericht 2|Prüfsumme/);
	});
});

it('knows nothing of the application: it could not disagree', () => {
	const imports = globSync('src/checker/{*,checks/*}.ts', { exclude: ['src/checker/plugin.ts'] }).flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(/from '([^']+)'/g)].map(([, from = '']) => from)
	);
	expect(imports.length).toBeGreaterThan(20);
	expect(imports.filter((from) => !/^\.{1,2}\/(checks\/)?\w+\.ts$|^fflate$/.test(from))).toEqual([]);
});

describe('the statistics of the checker', () => {
	it.each([
		// Newcombe 1998, table I: 81 of 263 and 15 of 148, score method without correction.
		[81, 263, 0.2553, 0.3662],
		[15, 148, 0.0624, 0.1605]
	])('Wilson: %i of %i lie between %f and %f', (hits, n, low, high) => {
		const { low: from, high: to } = wilsonInterval(hits, n);
		expect([from, to].map((one) => Number(one.toFixed(4)))).toEqual([low, high]);
	});

	it('Fisher: a lady who tastes tea, and two equal groups', () => {
		expect(fisherExact(3, 4, 1, 4)).toBeCloseTo(34 / 70, 12);
		expect(fisherExact(4, 4, 0, 4)).toBeCloseTo(2 / 70, 12);
		expect(fisherExact(10, 20, 10, 20)).toBeCloseTo(1, 12);
	});

	it('Benjamini and Hochberg: a larger value helps the smaller ones in', () => {
		expect(discoveries([0.04, 0.01, 0.045], 0.05)).toEqual([true, true, true]);
		expect(discoveries([0.04, 0.9, 0.8], 0.05)).toEqual([false, false, false]);
		expect(discoveries([], 0.05)).toEqual([]);
	});
});

describe('the command', () => {
	let folder = '';
	afterAll(() => rmSync(folder, { recursive: true, force: true }));

	it('checks a folder, says what is wrong and ends with 1', { timeout: 60_000 }, async () => {
		folder = mkdtempSync(join(tmpdir(), 'teilhabe-edition-'));
		for (const [name, text] of whole) writeFileSync(join(folder, name), text);
		const right = await command('check-edition', [folder], {});
		expect([right.code, right.said]).toEqual([0, expect.stringContaining('Vergleichen Sie diese Prüfsumme')]);
		const same = await command('check-edition', [folder, '--digest', digestOf(whole)], {});
		expect([same.code, same.said]).toEqual([0, expect.stringContaining('es ist die Ausgabe mit Ihrer Prüfsumme.')]);
		const other = await command('check-edition', [folder, '--digest', '0'.repeat(64)], {});
		expect([other.code, other.said]).toEqual([
			1,
			expect.stringContaining('✗ Die Ausgabe: Die Prüfsumme ist nicht die')
		]);
		mkdirSync(join(folder, 'alt'));
		writeFileSync(join(folder, 'alt', 'punkte.csv'), 'a');
		const within = await command('check-edition', [folder], {});
		expect([within.code, within.said]).toEqual([1, expect.stringContaining('✗ Dateien: alt/punkte.csv liegt')]);
	});

	it('says in a sentence what it cannot read, and ends with 2', { timeout: 60_000 }, async () => {
		const sheet = join(folder, 'punkte.csv');
		const said: [string[], string][] = [
			[[], 'Usage:'],
			[[folder, folder], 'Usage:'],
			[[folder, '--nothing'], 'Usage:'],
			[['/nowhere/at/all'], '/nowhere/at/all gibt es nicht.'],
			[[sheet], 'weder ein Ordner noch eine ZIP-Datei'],
			[[folder, '--digest', 'abc'], 'Das ist keine Prüfsumme']
		];
		for (const [args, sentence] of said) {
			const ended = await command('check-edition', args, {});
			expect([args, ended.code, ended.said]).toEqual([args, 2, expect.stringContaining(sentence)]);
			expect(ended.said).not.toContain('    at ');
		}
	});
});
