import { beforeAll, describe, expect, it } from 'vitest';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import { mayBePassword } from './password.ts';
import { mayTake } from './passwords.server.ts';

const kim = { name: 'Kim Mustermann', email: 'kim.muster@sozialamt.example' };

let testApp: TestApp;
beforeAll(async () => {
	testApp = await makeTestApp();
}, 120_000);

async function verdict(password: string): Promise<string> {
	const said = await mayTake(testApp.as(null), password, kim);
	return said.ok ? 'taken' : said.because;
}

describe('a password', () => {
	it.each([
		['kurz aber gut', 'taken'],
		['Xk3$9vQp2Lm', 'passwordShort'],
		['äöüäöüäöüäö', 'passwordShort'],
		['123456789012', 'passwordCommon'],
		['qwertyuiop123', 'passwordEasy'],
		['passwort1234', 'passwordEasy'],
		['Passwort2026!', 'passwordEasy'],
		['Sommer2026!!!', 'passwordEasy'],
		['ichliebedich1', 'passwordEasy'],
		['qwertzuiopas', 'passwordEasy'],
		['Düsseldorf2026', 'passwordEasy'],
		['iloveyouforever', 'passwordEasy'],
		['aaaaaaaaaaaaaaaa', 'passwordEasy'],
		['Beteiligung2026', 'passwordPersonal'],
		['teilhabe-2026!', 'passwordPersonal'],
		['Kim.Muster.2026', 'passwordPersonal'],
		['Mustermann1987', 'passwordPersonal'],
		['sozialamt-kim', 'passwordPersonal'],
		['unsere Katze heißt Mieze', 'taken'],
		['correct horse battery', 'taken'],
		['nur kleine buchstaben ohne alles', 'taken'],
		['Xk3$9vQp2LmZ', 'taken']
	])('»%s« is %s', async (password, expected) => {
		expect(await verdict(password)).toBe(expected);
	});

	it('may be as long as the form takes, and is judged in no time', async () => {
		const began = performance.now();
		expect(await verdict(Array.from({ length: 25 }, (_, n) => `wort${n * 7919} `).join(''))).toBe('taken');
		expect(performance.now() - began).toBeLessThan(10_000);
	});

	it('is refused for what is wrong with it, the shortest reason first', () => {
		const facts = { length: 20, tries: 3, common: true, personal: 'kim' };
		expect(mayBePassword({ ...facts, length: 11 })).toMatchObject({ because: 'passwordShort' });
		expect(mayBePassword(facts)).toMatchObject({ because: 'passwordCommon' });
		expect(mayBePassword({ ...facts, common: false })).toMatchObject({ because: 'passwordPersonal' });
		expect(mayBePassword({ ...facts, common: false, personal: null })).toMatchObject({ because: 'passwordEasy' });
		expect(mayBePassword({ ...facts, tries: 10 })).toEqual({ ok: true });
	});
});
