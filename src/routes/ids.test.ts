import { expect, test } from 'vitest';
import type { Person } from '#lib/people/person.ts';
import { publishedPoint } from '../../tests/support/strategy/drafted.ts';
import { makeTestApp } from '../../tests/support/machine/testApp.ts';
import { load as contribute } from './(account)/beitragen/+page.server.ts';
import { load as amend } from './(public)/punkte/[number]/aendern/+page.server.ts';
import { load as record } from './werkstatt/erfassen/+page.server.ts';
import { load as recordComment } from './werkstatt/erfassen/kommentar/+page.server.ts';
import { load as recordMany } from './werkstatt/erfassen/viele/+page.server.ts';

const ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;
/** The first twelve signs are milliseconds. */
const bornAt = (id: string) => new Date(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toISOString();

test('the id of a text tells the day it was begun and nothing finer: it stands on public pages', async () => {
	const testApp = await makeTestApp();
	const point = await publishedPoint(testApp);
	const event = (person: Person, params: Record<string, string> = {}) => {
		const locals = { ctx: testApp.as(person), sessionId: null, requestId: 'x' };
		const url = new URL('http://localhost/form');
		return Object.assign(Object.create(null), { locals, url, params, request: new Request(url) });
	};
	const [author, helper] = [await testApp.person(), await testApp.person('none', { roles: ['helper'] })];
	const { formId } = await amend(event(author, { number: String(point.number) }));
	const forms = [
		(await contribute(event(author))).text,
		formId,
		(await record(event(helper))).blank,
		(await recordComment(event(helper))).blank,
		await recordMany(event(helper))
	];
	for (const form of forms) {
		const ids = JSON.stringify(form).match(ID) ?? [];
		expect(ids.length).toBeGreaterThan(0);
		for (const id of ids) expect(bornAt(id)).toMatch(/T00:00:00.000Z$/);
	}
});
