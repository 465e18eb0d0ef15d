import { describe, expect, it } from 'vitest';
import * as answers from '#lib/answers/answers.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { together } from '#lib/server/db/together.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { NotFound, Stale } from '#lib/verdict.ts';
import { draft } from '../../../tests/support/drafted.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import * as publishing from './publishing.server.ts';

async function contribution(town: Town): Promise<string> {
	const id = newId();
	const text = { kind: 'proposal', field: 'wohnen', title: 'Wohnungen', body: 'Mehr kleine Wohnungen.' } as const;
	await proposals.submit(town.as(await town.person()), town.consultationId, { id, ...text, evidence: '' });
	await together(town.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'publish' }));
	return id;
}

/** Two publishers, an editor, two contributions, and a draft whose point rests on both. */
async function setting() {
	const town = await makeTown();
	const staff = async (role: 'publisher' | 'editor', name: string) => {
		const person = await town.person('none', { roles: [role] });
		const email = `${name}@ministerium.example`;
		await together(town.as(null), ({ db }) =>
			db.insertInto('accounts').values({ personId: person.id, email, passwordHash: '-', createdAt: town.now }).execute()
		);
		return person;
	};
	const anna = await staff('publisher', 'anna');
	const berta = await staff('publisher', 'berta');
	const edda = await staff('editor', 'edda');
	const [one, two] = [await contribution(town), await contribution(town)];
	const version = await draft(town, [{ sources: [one, two], note: null }]);
	const answer = (id: string, reason = '') =>
		answers.write(town.as(edda), { proposals: [id], disposition: 'merged', reason, responsible: '' });
	const release = (id: string) =>
		together(town.as(null), ({ db }) => db.deleteFrom('sources').where('proposalId', '=', id).execute());
	const approve = async () => {
		const { digest } = await publishing.stateNow(town.as(anna), version.id);
		await publishing.approve(town.as(anna), version.id, digest);
	};
	const mails = async () =>
		(await town.house.reader.selectFrom('outbox').selectAll().execute()).map(
			(row) => `${row.recipient} ${row.subject}`
		);
	const verbs = async () =>
		(await town.house.reader.selectFrom('journal').select('verb').orderBy('id').execute())
			.map((row) => row.verb)
			.filter((verb) => !verb.startsWith('proposal.'));
	return { town, anna, berta, edda, one, two, version, answer, release, approve, mails, verbs };
}

describe('publishing', () => {
	it('vouches for the answers, too: a word changed later is found', async () => {
		const { town, berta, one, two, version, answer, approve } = await setting();
		await answer(one, 'Steht jetzt in Punkt 1.');
		await answer(two);
		await approve();
		await publishing.publish(town.as(berta), version.id);
		expect(await publishing.verify(town.as(null))).toEqual([{ number: 1, ok: true }]);
		await together(town.as(null), ({ db }) =>
			db.updateTable('answers').set({ reason: 'Steht jetzt in Punkt 2.' }).where('proposalId', '=', one).execute()
		);
		expect(await publishing.verify(town.as(null))).toEqual([{ number: 1, ok: false, difference: 'answers[0].words' }]);
	});

	it('freezes the text and the numbers and sends out the answers, all at once', async () => {
		const { town, berta, one, two, version, answer, approve, verbs } = await setting();
		await answer(one, 'Steht jetzt in Punkt 1.');
		await answer(two);
		await approve();
		await publishing.publish(town.as(berta), version.id);
		const published = await strategy.version(town.as(null), version.number);
		expect(published.publishedAt).toBe(town.now);
		expect(published.digest).toMatch(/^[0-9a-f]{64}$/);
		expect(published.numbers).toEqual({
			contributions: 2,
			answered: 2,
			unanswered: 0,
			byGroup: { affected: 2, practice: 0, research: 0, none: 0, organisation: 0 },
			points: 1
		});
		expect((await answers.publishedFor(town.as(null), [one])).get(one)?.reason).toBe('Steht jetzt in Punkt 1.');
		expect((await verbs()).filter((verb) => verb.endsWith('.published')).sort()).toEqual([
			'answers.published',
			'version.published'
		]);
	});

	it('is done once, however often and at once it is asked for', async () => {
		const { town, berta, one, two, version, answer, approve, verbs } = await setting();
		await answer(one);
		await answer(two);
		await approve();
		await Promise.all([1, 2, 3, 4].map(() => publishing.publish(town.as(berta), version.id)));
		expect((await verbs()).filter((verb) => verb === 'version.published')).toHaveLength(1);
		expect(await strategy.versions(town.as(null))).toHaveLength(1);
	});

	it('needs another person’s approval', async () => {
		const { town, anna, berta, one, two, version, answer, approve } = await setting();
		await answer(one);
		await answer(two);
		await expect(publishing.publish(town.as(berta), version.id)).rejects.toMatchObject({ reason: 'approvalMissing' });
		await approve();
		await expect(publishing.publish(town.as(anna), version.id)).rejects.toMatchObject({ reason: 'approvalOwn' });
		await expect(strategy.version(town.as(null), version.number)).rejects.toThrow(NotFound);
	});

	it('with unanswered contributions needs exactly their number confirmed, counted at that moment', async () => {
		const { town, berta, one, version, answer, approve } = await setting();
		await answer(one);
		await approve();
		const publish = (confirmed?: number) => publishing.publish(town.as(berta), version.id, confirmed);
		await expect(publish()).rejects.toMatchObject({ reason: 'lackingChanged', facts: { count: '1' } });
		await contribution(town);
		await expect(publish(1)).rejects.toMatchObject({ reason: 'approvalMissing' });
		await approve();
		await expect(publish(1)).rejects.toMatchObject({ reason: 'lackingChanged', facts: { count: '2' } });
		expect(await answers.publishedFor(town.as(null), [one])).toEqual(new Map());
		await publish(2);
		const { numbers } = await strategy.version(town.as(null), version.number);
		expect(numbers).toMatchObject({ contributions: 3, answered: 1, unanswered: 2 });
	});

	it('stops at an answer that names a point, when the point lost that contribution afterwards', async () => {
		const { town, anna, berta, edda, one, two, version, answer, release, approve } = await setting();
		await answer(one);
		await answer(two);
		await approve();
		await release(two);
		const { facts, adrift, conditions } = await publishing.standing(town.as(anna), version.id);
		expect(adrift).toEqual([{ number: 2, title: 'Wohnungen' }]);
		expect(facts.lacking).toBe(1);
		expect(conditions).toContainEqual({ key: 'places', state: 'missing', facts: { count: '1' } });
		const refused = { reason: 'answersAdrift', facts: { count: '1' } };
		for (const confirmed of [0, 1]) {
			await expect(publishing.publish(town.as(berta), version.id, confirmed)).rejects.toMatchObject(refused);
		}
		await expect(approve()).rejects.toMatchObject(refused);
		expect(await answers.publishedFor(town.as(null), [one, two])).toEqual(new Map());
		await answers.write(town.as(edda), {
			...{ proposals: [two], disposition: 'declined', reason: 'Doch nicht.', responsible: '' }
		});
		await approve();
		await publishing.publish(town.as(berta), version.id);
	});

	it('is not bound to a phase', async () => {
		const { town, berta, version, approve } = await setting();
		town.at('2028-01-01T12:00:00.000Z');
		await approve();
		await publishing.publish(town.as(berta), version.id, 2);
		expect(await strategy.versions(town.as(null))).toHaveLength(1);
	});

	it('is not found by anybody outside', async () => {
		const { town, version } = await setting();
		await expect(publishing.standing(town.as(await town.person()), version.id)).rejects.toThrow(NotFound);
		await expect(publishing.publish(town.as(null), version.id)).rejects.toThrow(NotFound);
	});
});

describe('an approval', () => {
	it('is for the state that was read: a later answer undoes it', async () => {
		const { town, anna, berta, one, two, version, answer, approve } = await setting();
		await answer(one);
		const { digest } = await publishing.stateNow(town.as(anna), version.id);
		await answer(two);
		await expect(publishing.approve(town.as(anna), version.id, digest)).rejects.toThrow(Stale);
		await approve();
		await answer(two, 'Doch anders.');
		await expect(publishing.publish(town.as(berta), version.id)).rejects.toMatchObject({ reason: 'approvalMissing' });
	});

	it('and a changed text undo each other', async () => {
		const { town, berta, version, approve } = await setting();
		await approve();
		await together(town.as(null), ({ db }) =>
			db.updateTable('versions').set({ revision: 2 }).where('id', '=', version.id).execute()
		);
		await expect(publishing.publish(town.as(berta), version.id, 2)).rejects.toMatchObject({
			reason: 'approvalMissing'
		});
	});

	it('is told to the other publishers once', async () => {
		const { approve, mails, version } = await setting();
		await approve();
		await approve();
		expect(await mails()).toEqual([`berta@ministerium.example Fassung ${version.number} kann veröffentlicht werden`]);
	});

	it('is asked for by mail once for each state of the draft', async () => {
		const { town, edda, one, answer, mails, version } = await setting();
		await publishing.ask(town.as(edda), version.id);
		await publishing.ask(town.as(edda), version.id);
		expect((await mails()).map((mail) => mail.split(' ')[0]).sort()).toEqual([
			'anna@ministerium.example',
			'berta@ministerium.example'
		]);
		await answer(one);
		await publishing.ask(town.as(edda), version.id);
		expect(await mails()).toHaveLength(4);
	});
});
