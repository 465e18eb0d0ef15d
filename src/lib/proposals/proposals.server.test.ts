import { describe, expect, it } from 'vitest';
import { together } from '#lib/server/db/together.ts';
import { newId } from '#lib/server/ids.ts';
import { Refused, NotFound } from '#lib/verdict.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
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

async function publish(town: Town, author: Person, form = text()): Promise<number> {
	const number = await proposals.submit(town.as(author), town.consultationId, form);
	await together(town.as(null), (ctx) => proposals.screened(ctx, form.id, { deed: 'publish' }));
	return number;
}

const list = (town: Town, query: Record<string, string> = {}) =>
	proposals.list(town.as(null), town.consultationId, ListQuery.parse(query));

describe('a contribution', () => {
	it('is kept as a draft that only its author sees', async () => {
		const town = await makeTown();
		const author = await town.person();
		const form = text();
		await proposals.saveDraft(town.as(author), town.consultationId, { ...form, title: 'Mehr' });
		expect((await proposals.draft(town.as(author), form.id)).title).toBe('Mehr');
		await expect(proposals.draft(town.as(await town.person()), form.id)).rejects.toThrow(NotFound);
		const stranger = proposals.saveDraft(town.as(await town.person()), town.consultationId, form);
		await expect(stranger).rejects.toThrow(NotFound);
	});

	it('sent twice is one contribution with one number', async () => {
		const town = await makeTown();
		const ctx = town.as(await town.person());
		const form = text();
		const numbers = await Promise.all([1, 2, 3].map(() => proposals.submit(ctx, town.consultationId, form)));
		expect(new Set(numbers).size).toBe(1);
		expect(await proposals.mine(ctx)).toHaveLength(1);
		expect(await proposals.countWaiting(ctx)).toBe(1);
	});

	it('sent again from a form that the browser brought back is still one; the next day it is another', async () => {
		const town = await makeTown();
		const author = await town.person();
		const first = await proposals.submit(town.as(author), town.consultationId, text());
		expect(await proposals.submit(town.as(author), town.consultationId, text())).toBe(first);
		const other = await proposals.submit(town.as(await town.person()), town.consultationId, text());
		expect(other).not.toBe(first);
		town.at('2027-05-12T12:00:00.000Z');
		expect(await proposals.submit(town.as(author), town.consultationId, text())).not.toBe(first);
	});

	it('that was sent is found by whoever goes back to its draft, and by nobody else', async () => {
		const town = await makeTown();
		const author = await town.person();
		const form = text();
		await proposals.saveDraft(town.as(author), town.consultationId, form);
		expect(await proposals.sentAs(town.as(author), form.id)).toBeNull();
		const number = await proposals.submit(town.as(author), town.consultationId, form);
		expect(await proposals.sentAs(town.as(author), form.id)).toBe(number);
		expect(await proposals.sentAs(town.as(await town.person()), form.id)).toBeNull();
	});

	it('is not public before moderation has read it', async () => {
		const town = await makeTown();
		const author = await town.person();
		const number = await proposals.submit(town.as(author), town.consultationId, text());
		expect((await list(town)).proposals).toHaveLength(0);
		await expect(proposals.byNumber(town.as(null), number)).rejects.toThrow(NotFound);
		expect((await proposals.byNumber(town.as(author), number)).state).toBe('waiting');
	});

	it('keeps the group of the day it was sent', async () => {
		const town = await makeTown();
		const author = await town.person('practice', { organisation: 'Tafel Musterstadt' });
		const number = await publish(town, author);
		await town.house.writer.updateTable('persons').set({ group: 'none' }).where('id', '=', author.id).execute();
		const proposal = await proposals.byNumber(town.as(null), number);
		expect(proposal).toMatchObject({ authorGroup: 'organisation', organisation: 'Tafel Musterstadt' });
	});

	it('is refused after the phase, with the last day', async () => {
		const town = await makeTown();
		const author = await town.person();
		town.at('2027-06-01T00:00:00.000Z');
		const late = proposals.submit(town.as(author), town.consultationId, text());
		await expect(late).rejects.toMatchObject({ reason: 'phaseOver', facts: { until: '1. Juni 2027' } });
	});

	it('in a field of another consultation is not found, and nothing is written', async () => {
		const town = await makeTown();
		const author = await town.person();
		const ctx = town.as(author);
		await expect(proposals.submit(ctx, town.consultationId, text({ field: 'fremd' }))).rejects.toThrow(NotFound);
		expect(await proposals.mine(ctx)).toHaveLength(0);
	});
});

describe('support', () => {
	it('counts everybody once, however often and at once they press', async () => {
		const town = await makeTown();
		const number = await publish(town, await town.person());
		const people = await Promise.all(Array.from({ length: 8 }, () => town.person()));
		await Promise.all(
			[...people, ...people, ...people].map((person) => proposals.support(town.as(person), number, true))
		);
		expect((await proposals.byNumber(town.as(null), number)).supportCount).toBe(8);
		await Promise.all(people.map((person) => proposals.support(town.as(person), number, false)));
		expect((await proposals.byNumber(town.as(null), number)).supportCount).toBe(0);
	});

	it('is not for one’s own, and not without signing in', async () => {
		const town = await makeTown();
		const author = await town.person();
		const number = await publish(town, author);
		await expect(proposals.support(town.as(author), number, true)).rejects.toMatchObject({ reason: 'ownSupport' });
		await expect(proposals.support(town.as(null), number, true)).rejects.toThrow(Refused);
	});
});

describe('the list', () => {
	it('pages through everything once, in every order', async () => {
		const town = await makeTown();
		const author = await town.person();
		for (let i = 0; i < 45; i++) await publish(town, author, text({ title: `Beitrag ${i}` }));
		for (const sort of ['newest', 'supported', 'discussed']) {
			const seen: number[] = [];
			let after: string | null = '';
			while (after !== null) {
				const page = await list(town, { reihenfolge: sort, ...(after && { nach: after }) });
				seen.push(...page.proposals.map((proposal) => proposal.number));
				after = page.next;
			}
			expect(new Set(seen).size).toBe(45);
			expect(seen).toHaveLength(45);
		}
	});

	it('filters by field, kind and group, and finds parts of words', async () => {
		const town = await makeTown();
		await publish(town, await town.person('affected'), text({ title: 'Kinderarmut sehen' }));
		await publish(town, await town.person('research'), text({ kind: 'evidence', evidence: 'Studie', field: 'zugang' }));
		const numbers = async (query: Record<string, string>) => (await list(town, query)).proposals.length;
		expect(await numbers({ q: 'armut' })).toBe(1);
		expect(await numbers({ q: 'WOHNUNG' })).toBe(2);
		expect(await numbers({ q: 'armut wohnung' })).toBe(1);
		expect(await numbers({ q: '100%' })).toBe(0);
		expect(await numbers({ feld: 'zugang' })).toBe(1);
		expect(await numbers({ art: 'evidence', gruppe: 'affected' })).toBe(0);
		expect(await numbers({ gruppe: 'research' })).toBe(1);
	});

	it('starts at its beginning when the address was tampered with', async () => {
		const town = await makeTown();
		await publish(town, await town.person());
		expect((await list(town, { reihenfolge: 'no such order', nach: "';drop table", art: 'x' })).proposals).toHaveLength(
			1
		);
	});
});

it('whoever supports contributions finds them again, but not those that are gone', async () => {
	const town = await makeTown();
	const author = await town.person();
	const friend = town.as(await town.person());
	const numbers = [await publish(town, author), await publish(town, author, text({ title: 'Weniger Formulare' }))];
	for (const number of numbers) await proposals.support(friend, number, true);
	await proposals.withdraw(town.as(author), numbers[0] ?? 0);
	expect((await proposals.ownSupports(friend)).map((one) => one.number)).toEqual([numbers[1]]);
	expect(await proposals.ownSupports(town.as(author))).toEqual([]);
});
