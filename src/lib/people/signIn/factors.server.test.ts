import { describe, expect, it } from 'vitest';
import * as sessions from '#lib/server/auth/sessions.server.ts';
import { codeAt } from '#lib/server/auth/totp.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { found } from '#lib/verdict.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import { tidyCode } from '../cards/cardCode.ts';
import { EnrolForm, FactorForm, needsFactor, stageOf } from './factor.ts';
import * as factors from './factors.server.ts';
import * as people from '../people.server.ts';
import { ROLES, type Person, type Role } from '../person.ts';
import * as staff from '../staff/staff.server.ts';

const LOGIN = { email: 'kim@example.org', password: 'correct horse battery' };
const later = (seconds: number) => new Date(Date.parse('2027-05-10T12:00:00.000Z') + seconds * 1000).toISOString();

async function member(roles: readonly Role[]): Promise<{ testApp: TestApp; person: Person }> {
	const testApp = await makeTestApp();
	const id = await staff.put(testApp.as(null), { ...LOGIN, name: 'Kim', roles });
	return { testApp, person: found(await people.byId(testApp.as(null), id), 'person') };
}

/** The secret as an app has it after scanning. */
const secretOf = async (ctx: Ctx, person: Person) => (await factors.toSetUp(ctx, person)).secret.replaceAll(' ', '');

/** Set up at noon; answers with what the app and the paper in the drawer have. */
async function enrolled() {
	const { testApp, person } = await member(['editor']);
	const { value: sessionId } = await people.enterAsStaff(testApp.as(null), LOGIN);
	const secret = await secretOf(testApp.as(null), person);
	const code = codeAt(secret, testApp.now);
	const { cookie, codes } = await people.enterSettingUp(testApp.as(null), { person, sessionId }, code);
	return { testApp, person, secret, sessionId, cookie, codes: codes.map(tidyCode) };
}

const halfway = async (testApp: TestApp, person: Person) => ({
	person,
	sessionId: (await people.enterAsStaff(testApp.as(null), LOGIN)).value
});

describe('a second factor', () => {
	it('is needed by whoever can change what the public reads', () => {
		const person = (role: Role) => ({ roles: [role] }) as const;
		const whole = (role: Role): Person => ({
			id: '',
			pseudonym: '',
			group: 'none',
			organisationId: null,
			organisation: null,
			...person(role)
		});
		expect(ROLES.filter((role) => needsFactor(whole(role)))).toEqual(['moderator', 'editor', 'publisher', 'admin']);
		expect([stageOf(whole('helper'), false), stageOf(whole('helper'), true), stageOf(whole('admin'), false)]).toEqual([
			'none',
			'code',
			'enrol'
		]);
	});

	it('is set up at the first sign-in, and until then nothing opens', async () => {
		const { testApp, sessionId, cookie, codes, person } = await enrolled();
		expect(await sessions.resume(testApp.app, sessionId)).toBeNull();
		expect(await sessions.resume(testApp.app, cookie.value)).toBe(person.id);
		expect(new Set(codes).size).toBe(8);
		const stored = JSON.stringify(await testApp.app.reader.selectFrom('recoveryCodes').selectAll().execute());
		expect(codes.some((code) => stored.includes(code))).toBe(false);
		await expect(factors.toSetUp(testApp.as(null), person)).rejects.toMatchObject({ reason: 'factorKnown' });
		expect(await people.enterAsStaff(testApp.as(null), LOGIN)).toMatchObject({ stage: 'code' });
	});

	it('is not asked of helpers', async () => {
		const { testApp, person } = await member(['helper']);
		const { value, stage } = await people.enterAsStaff(testApp.as(null), LOGIN);
		expect(stage).toBe('none');
		expect(await sessions.resume(testApp.app, value)).toBe(person.id);
	});

	it('shows another secret at every sign-in until one is set up', async () => {
		const { testApp, person } = await member(['editor']);
		await people.enterAsStaff(testApp.as(null), LOGIN);
		const seenByAStranger = await secretOf(testApp.as(null), person);
		const mine = await halfway(testApp, person);
		expect(await secretOf(testApp.as(null), person)).not.toBe(seenByAStranger);
		const wrong = people.enterSettingUp(testApp.as(null), mine, codeAt(seenByAStranger, testApp.now));
		await expect(wrong).rejects.toMatchObject({ reason: 'factorRefused' });
	});

	it('takes each code once, also of two who send it at once', async () => {
		const { testApp, person, secret } = await enrolled();
		const again = async (code: string) =>
			people.enterWithFactor(testApp.as(null), await halfway(testApp, person), code);
		await expect(again(codeAt(secret, testApp.now))).rejects.toMatchObject({ reason: 'factorRefused' });
		testApp.at(later(60));
		const code = codeAt(secret, testApp.now);
		const both = await Promise.allSettled([again(code), again(code), again(code)]);
		expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
		// An older one does not come in behind it, though it would still be in time.
		await expect(again(codeAt(secret, later(30)))).rejects.toMatchObject({ reason: 'factorRefused' });
	});

	it.each([
		[-30, true],
		[30, true],
		[-90, false],
		[90, false]
	])('bears a clock that is %i seconds off: %s', async (off, right) => {
		const { testApp, person, secret } = await enrolled();
		testApp.at(later(600));
		const code = codeAt(secret, later(600 + off));
		const entering = people.enterWithFactor(testApp.as(null), await halfway(testApp, person), code);
		await (right ? expect(entering).resolves.toBeTruthy() : expect(entering).rejects.toThrow('factorRefused'));
	});

	it('is replaced by a recovery code, once; new ones end the old ones', async () => {
		const { testApp, person, codes } = await enrolled();
		const [first = '', second = '', third = ''] = codes;
		const enter = async (code: string) =>
			people.enterWithFactor(testApp.as(null), await halfway(testApp, person), code);
		expect(await sessions.resume(testApp.app, (await enter(first)).value)).toBe(person.id);
		await expect(enter(first)).rejects.toMatchObject({ reason: 'factorRefused' });
		expect(await factors.left(testApp.as(person))).toBe(7);
		const fresh = (await factors.renewCodes(testApp.as(person))).map(tidyCode);
		await expect(enter(second)).rejects.toMatchObject({ reason: 'factorRefused' });
		await enter(fresh[0] ?? '');
		const stranger = await testApp.person('none', { roles: ['editor'] });
		await expect(factors.check(testApp.as(null), stranger, third)).rejects.toMatchObject({ reason: 'factorRefused' });
	});

	it('that is lost is reset by the operator, and its secret is told only in a demonstration', async () => {
		const { testApp, person } = await enrolled();
		const operator = { ...testApp.as(null), via: 'command' as const };
		await expect(factors.reset(testApp.as(person), person.id)).rejects.toThrow();
		expect(await factors.codeNow(operator, person.id)).toBeNull();
		const app = { ...testApp.app, config: { ...testApp.app.config, demo: true } };
		expect(await factors.codeNow({ ...operator, app: app }, person.id)).toMatch(/^\d{6}$/);
		expect(await factors.codeNow({ ...testApp.as(null), app: app }, person.id)).toBeNull();
		await factors.reset(operator, person.id);
		expect(await people.enterAsStaff(testApp.as(null), LOGIN)).toMatchObject({ stage: 'enrol' });
	});

	it('is asked for as soon as a role needs it', async () => {
		const { testApp, person } = await member(['helper']);
		const { value } = await people.enterAsStaff(testApp.as(null), LOGIN);
		const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
		await staff.giveRole(admin, { person: person.id, role: 'publisher' });
		expect(await sessions.resume(testApp.app, value)).toBeNull();
		expect(await people.enterAsStaff(testApp.as(null), LOGIN)).toMatchObject({ stage: 'enrol' });
	});
});

describe('what is typed', () => {
	it.each([
		['123 456', '123456'],
		['k7mp-3qxr', null],
		['12345', null],
		['', null]
	])('»%s« is read as %s', (typed, code) =>
		expect(FactorForm.safeParse({ code: typed }).data?.code ?? null).toBe(code)
	);
	it('at setting up is six digits', () => {
		expect(EnrolForm.parse({ code: ' 123-456 ' })).toEqual({ code: '123456' });
		expect(EnrolForm.safeParse({ code: 'abcdef' }).success).toBe(false);
	});
});
