import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE } from '#lib/consultations/plan.ts';
import { DEFAULT_PROFILE } from '#lib/profile/default.ts';
import { TRANSLATED } from '#lib/texts/locales/locale.ts';
import { LEGAL_PLACES } from '#lib/texts/pages/places.ts';
import { t } from '#lib/texts/texts.ts';
import * as exchange from '#lib/wording/exchange.server.ts';
import { emptyTown } from '../../tests/support/lively.ts';
import { command } from '../../tests/support/machine/command.ts';
import { NOON, type TestApp } from '../../tests/support/machine/testApp.ts';

const folder = mkdtempSync(join(tmpdir(), 'teilhabe-profile-command-'));
afterAll(() => rmSync(folder, { recursive: true }));

let town: TestApp;
beforeAll(async () => {
	town = await emptyTown(NOON);
});

/** As typed on a shell, into the town's own database. */
function typed(name: string, ...args: string[]) {
	const { database, secret } = town.app.config;
	const url = database.kind === 'sqlite' ? `file:${database.file}` : database.url;
	return command(name, args, { DATABASE_URL: url, TEILHABE_SECRET: secret ?? '' });
}

function put(name: string, content: unknown): string {
	const file = join(folder, name);
	writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
	return file;
}

/** Whatever has been saved, or half of it. */
async function saved() {
	const { reader } = town.app;
	const states = await reader.selectFrom('profiles').select('revision').execute();
	const processes = await reader.selectFrom('consultations').select('title').execute();
	return { number: states.length, process: processes.map(({ title }) => title).join(', ') };
}

// Each command is a process of its own, which takes a while where everything else runs, too.
describe('npm run profile', { timeout: 120_000 }, () => {
	it('says in one sentence why a file cannot be taken over, and saves nothing of it', async () => {
		const overlapping = [EXAMPLE.phases[0], { ...EXAMPLE.phases[0], title: 'Noch einmal' }];
		const bad: [unknown, string][] = [
			['kein JSON', 'JSON'],
			[{ ...DEFAULT_PROFILE, groups: DEFAULT_PROFILE.groups.slice(0, 1) }, 'groups'],
			[{ ...DEFAULT_PROFILE, process: { ...EXAMPLE, phases: overlapping } }, 'process.phases.2']
		];
		const before = await saved();
		for (const [at, [content, named]] of bad.entries()) {
			const { code, said } = await typed('profile', 'import', put(`bad-${at}.json`, content));
			expect(code).toBe(1);
			expect(said.trimEnd().split('\n')).toHaveLength(1);
			expect(said).toContain(named);
		}
		expect(await typed('profile', 'import', join(folder, 'none.json'))).toEqual({
			code: 1,
			said: `${join(folder, 'none.json')} cannot be read.\n`
		});
		expect((await typed('profile', 'take', 'x.json')).code).toBe(2);
		expect(await saved()).toEqual(before);
	});

	it('checks without saving, takes a profile with its process over, and writes it over no other file', async () => {
		const file = put('neu.json', { ...DEFAULT_PROFILE, address: 'du', process: EXAMPLE });
		const before = await saved();
		const checked = await typed('profile', 'check', file);
		expect(checked).toEqual({ code: 0, said: `${file} can be taken over. Nothing was changed.\n` });
		expect(await saved()).toEqual(before);

		const taken = await typed('profile', 'import', file);
		expect(taken).toEqual({
			code: 0,
			said: `The profile holds from now on, as state ${before.number + 1}.\nThe process is set up.\n`
		});
		expect(await saved()).toEqual({ number: before.number + 1, process: EXAMPLE.title });

		const written = join(folder, 'written.json');
		expect(await typed('profile', 'export', written)).toEqual({ code: 0, said: `The profile is in ${written}.\n` });
		const content = readFileSync(written, 'utf8');
		expect(JSON.parse(content)).toMatchObject({ address: 'du', process: { title: EXAMPLE.title } });
		const again = await typed('profile', 'export', written);
		expect(again).toEqual({ code: 1, said: `${written} cannot be written, or is there already.\n` });
		expect(readFileSync(written, 'utf8')).toBe(content);

		// One process is there: it stays, and a second one is told how it is done.
		expect((await typed('profile', 'import', written)).said).toContain('There is a process already.');
		const second = await typed('consultation', put('second.json', { ...EXAMPLE, title: 'Noch ein Verfahren' }));
		expect(second.code).toBe(1);
		expect(second.said).toContain(`There is the process "${EXAMPLE.title}" already`);
		expect(second.said).toContain('Nothing was changed.');
		const recipe = /"([^"]+)" in the handbook \(([^)]+)\)/.exec(second.said);
		expect(readFileSync(recipe?.[2] ?? '', 'utf8')).toContain(`# ${recipe?.[1]}`);
		expect((await saved()).process).toBe(EXAMPLE.title);
	});

	it('texts --open names every place nobody has filled in, --missing every text a language lacks', async () => {
		const open = await typed('texts', '--open');
		expect(open.code).toBe(1);
		for (const place of LEGAL_PLACES) expect(open.said).toContain(`\t${t.places[place]}\n`);
		expect(open.said).toMatch(/^(\/\S+\t.+\n)+$/);

		const lacking = TRANSLATED.flatMap((locale) => exchange.missingIn(locale).map((key) => `${locale}\t${key}\n`));
		const missing = await typed('texts', '--missing');
		expect(missing).toEqual({ code: lacking.length > 0 ? 1 : 0, said: lacking.join('') });
	});
});
