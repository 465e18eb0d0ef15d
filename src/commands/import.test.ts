import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fileName, SLUGS } from '#lib/data/dataset.ts';
import * as data from '#lib/data/data.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { CHILD_ENVIRONMENT } from '../../tests/support/machine/environment.ts';
import { emptyTown, lively } from '../../tests/support/lively.ts';
import { makeTestApp, type TestApp } from '../../tests/support/machine/testApp.ts';
import { verified } from '../../tests/support/strategy/strategy.ts';

const folder = mkdtempSync(join(tmpdir(), 'teilhabe-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, ...lines: string[]): string {
	writeFileSync(join(folder, name), lines.join('\n'));
	return join(folder, name);
}

/** As typed on a shell, into the town's own database. */
function command(testApp: TestApp, ...args: string[]) {
	const { database, secret } = testApp.app.config;
	const url = database.kind === 'sqlite' ? `file:${database.file}` : database.url;
	const env = { ...CHILD_ENVIRONMENT, DATABASE_URL: url, TEILHABE_SECRET: secret ?? '' };
	const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/import.ts', ...args], {
		...{ env, encoding: 'utf8' }
	});
	return { status, said: stdout, told: stderr };
}

const titles = async (testApp: TestApp) =>
	(await testApp.app.reader.selectFrom('proposals').select('title').orderBy('number').execute()).map(
		(one) => one.title
	);

// Each command is a process of its own, which takes a while where everything else runs, too.
describe('npm run import', { timeout: 90_000 }, () => {
	it('takes Decidim’s proposals and any other table, says which lines are wrong', async () => {
		const testApp = await makeTestApp();
		const where = ['--consultation', 'strategie', '--field', 'wohnen', '--yes'];
		const decidim = put(
			'decidim.csv',
			'id;title/de;body/de;url;state;is_amend',
			'1;Mehr Bänke;Zum Sitzen.;https://decidim.example/1;accepted;false',
			'2;Weg damit;Egal.;https://decidim.example/2;withdrawn;false'
		);
		const first = command(testApp, 'decidim', decidim, ...where);
		expect(first).toMatchObject({ status: 1, told: 'Zeile 3: Der Vorschlag wurde zurückgezogen.\n' });
		expect(first.said).toContain('1 contributions imported.');
		const other = put('other.csv', 'Nummer des Eintrags,Betreff der Mail,Inhalt', 'a,Mehr Bäume,"Für ""Schatten"""');
		const columns = ['--column', 'id=Nummer des Eintrags', '--column', 'title=Betreff der Mail'];
		expect(command(testApp, 'contributions', other, ...where, ...columns)).toMatchObject({ status: 0, told: '' });
		expect(await titles(testApp)).toEqual(['Mehr Bänke', 'Mehr Bäume']);
	});

	it('names the encoding and shows rows, tells files of one name apart, and can be undone', async () => {
		const testApp = await makeTestApp();
		const where = ['--consultation', 'strategie', '--field', 'wohnen'];
		const city = (name: string, ...lines: string[]) => {
			mkdirSync(join(folder, name));
			const file = join(folder, name, 'proposals.csv');
			writeFileSync(file, Buffer.from(['id;title;body', ...lines].join('\n'), 'latin1'));
			return file;
		};
		const [one, other] = [city('a', '1;Bänke;Für alle', '2;Büsche;Grün'), city('b', '1;Höfe;Schöner')];
		const dry = command(testApp, 'contributions', one, ...where, '--dry-run');
		expect(dry.said).toContain('Read as windows-1252 (guessed; --encoding says it), separator: semicolon');
		expect(dry.said).toContain('line 2: 1 | Bänke | Für alle | de');
		for (const file of [one, other]) command(testApp, 'contributions', file, ...where, '--yes');
		expect(await titles(testApp)).toEqual(['Bänke', 'Büsche', 'Höfe']);
		await proposals.support(testApp.as(await testApp.person()), 1, true);
		const undone = command(testApp, 'contributions', '--remove', 'proposals', '--yes');
		expect(undone).toMatchObject({ status: 1, told: expect.stringContaining('or answered them: 1.') });
		expect(await titles(testApp)).toEqual(['Bänke', '', 'Höfe']);
	});

	it('does not guess at letters: it asks', async () => {
		const testApp = await makeTestApp();
		const file = join(folder, 'kyrillisch.csv');
		writeFileSync(file, Buffer.from([...Buffer.from('id;title;body\n1;'), 0xcf, 0xf0, 0xe8, ...Buffer.from(';x\n')]));
		const where = ['--consultation', 'strategie', '--field', 'wohnen', '--yes'];
		const asked = command(testApp, 'contributions', file, ...where);
		expect(asked).toMatchObject({ status: 1, told: expect.stringContaining('--encoding NAME') });
		expect(await titles(testApp)).toEqual([]);
		expect(command(testApp, 'contributions', file, ...where, '--encoding', 'windows-1251')).toMatchObject({
			status: 0
		});
		expect(await titles(testApp)).toEqual(['При']);
	});

	it('takes a conversation over and shows its picture; a dry run only says the same', async () => {
		const testApp = await makeTestApp();
		const ids = Array.from({ length: 8 }, (_, id) => id);
		put('comments.csv', 'comment-id,moderated,comment-body', ...ids.map((id) => `${id},1,Satz ${id}`), ',1,Ohne');
		const lines = Array.from({ length: 30 }, (_, person) =>
			[person, ...ids.map((id) => ((person + id) % 3) - 1)].join(',')
		);
		put('participants-votes.csv', `participant,${ids.join(',')}`, ...lines);
		put('summary.csv', 'topic,Was tun?', 'url,https://polis.example/1');
		const dry = command(testApp, 'polis', folder, '--attribution', 'CC BY 4.0', '--dry-run');
		expect(dry).toMatchObject({ status: 1, told: 'comments.csv, Zeile 10: Die Kennung fehlt.\n' });
		expect(dry.said).toContain('People: 30 to import, 0 changed, 0 known already.');
		expect(await testApp.app.reader.selectFrom('conversations').selectAll().execute()).toEqual([]);
		expect(command(testApp, 'polis', folder, '--attribution', 'CC BY 4.0', '--yes').said).toContain(
			'30 people imported'
		);
		const [made] = await testApp.app.reader.selectFrom('conversations').selectAll().execute();
		expect(made).toMatchObject({ title: 'Was tun?', url: 'https://polis.example/1' });
		expect(made?.landscape).toContain('"people":30');
	});

	it('puts an edition of open data back into an empty installation, and nowhere else', async () => {
		const testApp = await lively();
		await data.publishEdition(testApp.as(null));
		const edition = mkdtempSync(join(folder, 'edition-'));
		for (const slug of SLUGS) {
			let text = '';
			for await (const piece of data.textOf(testApp.as(null), 1, slug, 'json')) text += piece;
			writeFileSync(join(edition, fileName(slug, 'json')), text);
		}
		const other = await emptyTown(testApp.now);
		expect(command(other, 'edition', edition, '--yes')).toMatchObject({ status: 0, told: '' });
		expect((await verified(other.as(null))).every(({ ok }) => ok)).toBe(true);
		expect(command(other, 'edition', edition, '--yes')).toMatchObject({
			status: 1,
			told: expect.stringContaining('nur in eine leere Installation')
		});
	});

	it.each([
		[['nothing'], 2, 'Say "contributions FILE"'],
		[['polis', 'src', '--attribution', 'x', '--title', 'x'], 1, 'comments.csv fehlt'],
		[['polis', '--remove', 'nobody'], 1, 'There is no conversation "nobody"']
	])('of %j ends with %i and a sentence', async (args, status, sentence) => {
		const testApp = await makeTestApp();
		expect(command(testApp, ...args)).toMatchObject({ status, told: expect.stringContaining(sentence) });
	});
});
