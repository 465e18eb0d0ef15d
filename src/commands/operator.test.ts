import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command } from '../../tests/support/machine/command.ts';
import { SECRET } from '../../tests/support/machine/secret.ts';

let folder: string;
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'teilhabe-operator-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('typed in another folder than that of the data', () => {
	it.each(['ready', 'verify', 'backup'])('%s says where it looked, and makes nothing', async (name) => {
		const file = join(folder, `${name}.sqlite`);
		const { code, said } = await command(name, name === 'backup' ? [join(folder, 'copy')] : [], {
			DATABASE_URL: `file:${file}`
		});
		expect(code).toBe(1);
		expect(said).toBe(
			`There is nothing in file:${file} yet. Say in DATABASE_URL where the data of the server is. A new installation begins with "npm run migrate".\n`
		);
		expect(readdirSync(folder)).toEqual([]);
	});

	it('migrate says that an installation begins, and where; a second time it says nothing of it', async () => {
		const file = join(folder, 'new.sqlite');
		const env = { DATABASE_URL: `file:${file}`, TEILHABE_SECRET: SECRET };
		const first = await command('migrate', [], env);
		expect(first.said).toContain(`nothing is there yet, a new installation begins: file:${file}\n`);
		expect(first.code).toBe(0);
		expect(existsSync(file)).toBe(true);
		expect(await command('migrate', [], env)).toEqual({ code: 0, said: 'The database is up to date.\n' });
	});
});

it('whoever is let in with a password and has none yet is told how to get one', async () => {
	const env = { DATABASE_URL: `file:${join(folder, 'staff.sqlite')}`, TEILHABE_SECRET: SECRET };
	const staff = (...args: string[]) => command('staff', args, env);
	await command('migrate', [], env);
	await staff('add', 'a@amt.example', '--name', 'A', '--roles', 'admin');
	const none = 'There is none yet. Set it with: npm run staff -- add a@amt.example';
	expect((await staff('recover', 'a@amt.example')).said).toContain(none);
	await staff('add', 'a@amt.example', '--name', 'A', '--roles', 'admin', '--generate');
	const { code, said } = await staff('recover', 'a@amt.example');
	expect(code).toBe(0);
	expect(said).toContain('can sign in with a password');
	expect(said).not.toContain(none);
});

it('a wrong setting stops the demonstration with one sentence', async () => {
	const { code, said } = await command('demo', [], { PORT: '0x' });
	expect({ code, said }).toEqual({ code: 1, said: 'The setting PORT must be a whole number from 1 to 65535.\n' });
});
