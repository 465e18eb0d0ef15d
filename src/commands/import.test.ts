import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { makeTown, type Town } from '../../tests/support/town.ts';

const folder = mkdtempSync(join(tmpdir(), 'teilhabe-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, ...lines: string[]): string {
	writeFileSync(join(folder, name), lines.join('\n'));
	return join(folder, name);
}

/** As typed on a shell, into the town's own database. */
function command(town: Town, ...args: string[]) {
	const { database, secret } = town.house.config;
	const url = database.kind === 'sqlite' ? `file:${database.file}` : database.url;
	const env = { PATH: process.env.PATH, DATABASE_URL: url, TEILHABE_SECRET: secret ?? '' };
	const { status, stdout, stderr } = spawnSync(process.execPath, ['src/commands/import.ts', ...args], {
		...{ env, encoding: 'utf8' }
	});
	return { status, said: stdout, told: stderr };
}

const titles = async (town: Town) =>
	(await town.house.reader.selectFrom('proposals').select('title').orderBy('number').execute()).map((one) => one.title);

describe('npm run import', () => {
	it('takes Decidim’s proposals and any other table, says which lines are wrong, and changes nothing again', async () => {
		const town = await makeTown();
		const where = ['--consultation', 'strategie', '--field', 'wohnen', '--yes'];
		const decidim = put(
			'decidim.csv',
			'id;title/de;body/de;url;state;is_amend',
			'1;Mehr Bänke;Zum Sitzen.;https://decidim.example/1;accepted;false',
			'2;Weg damit;Egal.;https://decidim.example/2;withdrawn;false'
		);
		const first = command(town, 'decidim', decidim, ...where);
		expect(first).toMatchObject({ status: 1, told: 'Zeile 3: Der Vorschlag wurde zurückgezogen.\n' });
		expect(first.said).toContain('1 contributions imported.');
		const other = put('other.csv', 'Nummer des Eintrags,Betreff der Mail,Inhalt', 'a,Mehr Bäume,"Für ""Schatten"""');
		const columns = ['--column', 'id=Nummer des Eintrags', '--column', 'title=Betreff der Mail'];
		expect(command(town, 'contributions', other, ...where, ...columns)).toMatchObject({ status: 0, told: '' });
		expect(command(town, 'contributions', other, ...where, ...columns).said).toContain('0 to import, 1 known already');
		expect(await titles(town)).toEqual(['Mehr Bänke', 'Mehr Bäume']);
	});

	it('takes a conversation over and shows its picture; a dry run only says the same', async () => {
		const town = await makeTown();
		const ids = Array.from({ length: 8 }, (_, id) => id);
		put('comments.csv', 'comment-id,moderated,comment-body', ...ids.map((id) => `${id},1,Satz ${id}`), ',1,Ohne');
		const lines = Array.from({ length: 30 }, (_, person) =>
			[person, ...ids.map((id) => ((person + id) % 3) - 1)].join(',')
		);
		put('participants-votes.csv', `participant,${ids.join(',')}`, ...lines);
		put('summary.csv', 'topic,Was tun?', 'url,https://polis.example/1');
		const dry = command(town, 'polis', folder, '--attribution', 'CC BY 4.0', '--dry-run');
		expect(dry).toMatchObject({ status: 1, told: 'comments.csv, Zeile 10: Die Kennung fehlt.\n' });
		expect(dry.said).toContain('People: 30 to import, 0 changed, 0 known already.');
		expect(await town.house.reader.selectFrom('conversations').selectAll().execute()).toEqual([]);
		expect(command(town, 'polis', folder, '--attribution', 'CC BY 4.0', '--yes').said).toContain('30 people imported');
		const [made] = await town.house.reader.selectFrom('conversations').selectAll().execute();
		expect(made).toMatchObject({ title: 'Was tun?', url: 'https://polis.example/1' });
		expect(made?.landscape).toContain('"people":30');
	});

	it.each([
		[['nothing'], 2, 'Say "contributions FILE.csv"'],
		[['polis', 'src', '--attribution', 'x', '--title', 'x'], 1, 'comments.csv fehlt'],
		[['polis', 'src'], 2, '--attribution is needed'],
		[['polis', '--remove', 'nobody'], 1, 'There is no conversation "nobody"'],
		[['contributions', 'x.csv', '--consultation', 'a', '--field', 'b', '--column', 'x'], 2, 'OURS=THEIRS']
	])('of %j ends with %i and a sentence', async (args, status, sentence) => {
		const town = await makeTown();
		expect(command(town, ...args)).toMatchObject({ status, told: expect.stringContaining(sentence) });
	});
});

const REAL = '../shared/data/opinion';

describe.skipIf(!existsSync(REAL))('a real conversation (skipped where ../shared/data is absent)', () => {
	it('is taken over from the shell under its own name', async () => {
		const town = await makeTown();
		const { status, said } = command(town, 'polis', `${REAL}/brexit-consensus`, '--attribution', 'CC BY 4.0', '--yes');
		expect({ status, said }).toMatchObject({ status: 0, said: expect.stringContaining('204 people imported') });
	});
});
