import { describe, expect, it } from 'vitest';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { Refused, NotFound } from '#lib/verdict.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import type { Person } from '#lib/people/person.ts';
import * as proposals from './proposals.server.ts';
import { ListQuery, type ProposalInput } from './proposal.ts';

const text = (more: Partial<ProposalInput> = {}): ProposalInput => ({
	id: newId(),
	kind: 'proposal',
	field: 'wohnen',
	title: 'Mehr kleine Wohnungen',
	body: 'Wir brauchen Wohnungen, die man auch mit wenig Geld bezahlen kann.',
	evidence: '',
	...more
});

async function publish(testApp: TestApp, author: Person, form = text()): Promise<number> {
	const number = await proposals.submit(testApp.as(author), testApp.consultationId, form);
	await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, form.id, { deed: 'publish' }));
	return number;
}

const list = (testApp: TestApp, query: Record<string, string> = {}) =>
	proposals.list(testApp.as(null), testApp.consultationId, ListQuery.parse(query));

describe('a contribution', () => {
	it('is kept as a draft that only its author sees', async () => {
		const testApp = await makeTestApp();
		const author = await testApp.person();
		const form = text();
		await proposals.saveDraft(testApp.as(author), testApp.consultationId, { ...form, title: 'Mehr' });
		expect((await proposals.draft(testApp.as(author), form.id)).title).toBe('Mehr');
		await expect(proposals.draft(testApp.as(await testApp.person()), form.id)).rejects.toThrow(NotFound);
		const stranger = proposals.saveDraft(testApp.as(await testApp.person()), testApp.consultationId, form);
		await expect(stranger).rejects.toThrow(NotFound);
	});

	it('sent twice is one contribution with one number', async () => {
		const testApp = await makeTestApp();
		const ctx = testApp.as(await testApp.person());
		const form = text();
		const numbers = await Promise.all([1, 2, 3].map(() => proposals.submit(ctx, testApp.consultationId, form)));
		expect(new Set(numbers).size).toBe(1);
		expect(await proposals.mine(ctx)).toHaveLength(1);
		expect(await proposals.countWaiting(ctx)).toBe(1);
	});

	it('sent again from a form that the browser brought back is still one; the next day it is another', async () => {
		const testApp = await makeTestApp();
		const author = await testApp.person();
		const first = await proposals.submit(testApp.as(author), testApp.consultationId, text());
		expect(await proposals.submit(testApp.as(author), testApp.consultationId, text())).toBe(first);
		const other = await proposals.submit(testApp.as(await testApp.person()), testApp.consultationId, text());
		expect(other).not.toBe(first);
		testApp.at('2027-05-12T12:00:00.000Z');
		expect(await proposals.submit(testApp.as(author), testApp.consultationId, text())).not.toBe(first);
	});

	it('that was sent is found by whoever goes back to its draft, and by nobody else', async () => {
		const testApp = await makeTestApp();
		const author = await testApp.person();
		const form = text();
		await proposals.saveDraft(testApp.as(author), testApp.consultationId, form);
		expect(await proposals.sentAs(testApp.as(author), form.id)).toBeNull();
		const number = await proposals.submit(testApp.as(author), testApp.consultationId, form);
		expect(await proposals.sentAs(testApp.as(author), form.id)).toBe(number);
		expect(await proposals.sentAs(testApp.as(await testApp.person()), form.id)).toBeNull();
	});

	it('is not public before moderation has read it', async () => {
		const testApp = await makeTestApp();
		const author = await testApp.person();
		const number = await proposals.submit(testApp.as(author), testApp.consultationId, text());
		expect((await list(testApp)).proposals).toHaveLength(0);
		await expect(proposals.byNumber(testApp.as(null), number)).rejects.toThrow(NotFound);
		expect((await proposals.byNumber(testApp.as(author), number)).state).toBe('waiting');
	});

	it('keeps the group of the day it was sent', async () => {
		const testApp = await makeTestApp();
		const author = await testApp.person('practice', { organisation: 'Tafel Musterstadt' });
		const number = await publish(testApp, author);
		await testApp.app.writer.updateTable('persons').set({ group: 'none' }).where('id', '=', author.id).execute();
		const proposal = await proposals.byNumber(testApp.as(null), number);
		expect(proposal).toMatchObject({ authorGroup: 'organisation', organisation: 'Tafel Musterstadt' });
	});

	it('is refused after the phase, with the last day', async () => {
		const testApp = await makeTestApp();
		const author = await testApp.person();
		testApp.at('2027-06-01T00:00:00.000Z');
		const late = proposals.submit(testApp.as(author), testApp.consultationId, text());
		await expect(late).rejects.toMatchObject({ reason: 'phaseOver', facts: { until: '1. Juni 2027' } });
	});

	it('in a field of another consultation is not found, and nothing is written', async () => {
		const testApp = await makeTestApp();
		const author = await testApp.person();
		const ctx = testApp.as(author);
		await expect(proposals.submit(ctx, testApp.consultationId, text({ field: 'fremd' }))).rejects.toThrow(NotFound);
		expect(await proposals.mine(ctx)).toHaveLength(0);
	});
});

describe('support', () => {
	it('counts everybody once, however often and at once they press', async () => {
		const testApp = await makeTestApp();
		const number = await publish(testApp, await testApp.person());
		const people = await Promise.all(Array.from({ length: 8 }, () => testApp.person()));
		await Promise.all(
			[...people, ...people, ...people].map((person) => proposals.support(testApp.as(person), number, true))
		);
		expect((await proposals.byNumber(testApp.as(null), number)).supportCount).toBe(8);
		await Promise.all(people.map((person) => proposals.support(testApp.as(person), number, false)));
		expect((await proposals.byNumber(testApp.as(null), number)).supportCount).toBe(0);
	});

	it('is not for one’s own, and not without signing in', async () => {
		const testApp = await makeTestApp();
		const author = await testApp.person();
		const number = await publish(testApp, author);
		await expect(proposals.support(testApp.as(author), number, true)).rejects.toMatchObject({ reason: 'ownSupport' });
		await expect(proposals.support(testApp.as(null), number, true)).rejects.toThrow(Refused);
	});
});

describe('the list', () => {
	it('pages through everything once, in every order', async () => {
		const testApp = await makeTestApp();
		const author = await testApp.person();
		for (let i = 0; i < 45; i++) await publish(testApp, author, text({ title: `Beitrag ${i}` }));
		for (const sort of ['newest', 'supported', 'discussed']) {
			const seen: number[] = [];
			let after: string | null = '';
			while (after !== null) {
				const page = await list(testApp, { reihenfolge: sort, ...(after && { nach: after }) });
				seen.push(...page.proposals.map((proposal) => proposal.number));
				after = page.next;
			}
			expect(new Set(seen).size).toBe(45);
			expect(seen).toHaveLength(45);
		}
	});

	it('filters by field, kind and group, and finds parts of words', async () => {
		const testApp = await makeTestApp();
		await publish(testApp, await testApp.person('affected'), text({ title: 'Kinderarmut sehen' }));
		await publish(
			testApp,
			await testApp.person('research'),
			text({ kind: 'evidence', evidence: 'Studie', field: 'zugang' })
		);
		const numbers = async (query: Record<string, string>) => (await list(testApp, query)).proposals.length;
		expect(await numbers({ q: 'armut' })).toBe(1);
		expect(await numbers({ q: 'WOHNUNG' })).toBe(2);
		expect(await numbers({ q: 'armut wohnung' })).toBe(1);
		expect(await numbers({ q: '100%' })).toBe(0);
		expect(await numbers({ feld: 'zugang' })).toBe(1);
		expect(await numbers({ art: 'evidence', gruppe: 'affected' })).toBe(0);
		expect(await numbers({ gruppe: 'research' })).toBe(1);
	});

	it('starts at its beginning when the address was tampered with', async () => {
		const testApp = await makeTestApp();
		await publish(testApp, await testApp.person());
		expect(
			(await list(testApp, { reihenfolge: 'no such order', nach: "';drop table", art: 'x' })).proposals
		).toHaveLength(1);
	});
});

it('whoever supports contributions finds them again, but not those that are gone', async () => {
	const testApp = await makeTestApp();
	const author = await testApp.person();
	const friend = testApp.as(await testApp.person());
	const numbers = [
		await publish(testApp, author),
		await publish(testApp, author, text({ title: 'Weniger Formulare' }))
	];
	for (const number of numbers) await proposals.support(friend, number, true);
	await proposals.withdraw(testApp.as(author), numbers[0] ?? 0);
	expect((await proposals.ownSupports(friend)).map((one) => one.number)).toEqual([numbers[1]]);
	expect(await proposals.ownSupports(testApp.as(author))).toEqual([]);
});
