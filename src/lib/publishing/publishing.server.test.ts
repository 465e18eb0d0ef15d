import { describe, expect, it } from 'vitest';
import * as answers from '#lib/answers/answers.server.ts';
import * as board from '#lib/board/board.server.ts';
import * as omissions from '#lib/omissions/omissions.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { NotFound, Stale } from '#lib/verdict.ts';
import { unnoticed } from '../../../tests/support/strategy/bytes.ts';
import { draft } from '../../../tests/support/strategy/drafted.ts';
import { eventful } from '../../../tests/support/eventful.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import * as publishing from './publishing.server.ts';

async function contribution(testApp: TestApp): Promise<string> {
	const id = newId();
	const text = { kind: 'proposal', field: 'wohnen', title: 'Wohnungen', body: 'Mehr kleine Wohnungen.' } as const;
	await proposals.submit(testApp.as(await testApp.person()), testApp.consultationId, { id, ...text, evidence: '' });
	await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'publish' }));
	return id;
}

/** Two publishers, an editor, two contributions, and a draft whose point rests on both. */
async function setting() {
	const testApp = await makeTestApp();
	const staff = async (role: 'publisher' | 'editor', name: string) => {
		const person = await testApp.person('none', { roles: [role] });
		const email = `${name}@ministerium.example`;
		await transaction(testApp.as(null), ({ db }) =>
			db
				.insertInto('accounts')
				.values({ personId: person.id, email, passwordHash: '-', createdAt: testApp.now })
				.execute()
		);
		return person;
	};
	const anna = await staff('publisher', 'anna');
	const berta = await staff('publisher', 'berta');
	const edda = await staff('editor', 'edda');
	const [one, two] = [await contribution(testApp), await contribution(testApp)];
	const version = await draft(testApp, [{ sources: [one, two], note: null }]);
	const answer = (id: string, reason = '') =>
		answers.write(testApp.as(edda), { proposals: [id], disposition: 'merged', reason, responsible: '' });
	const release = (id: string) =>
		transaction(testApp.as(null), ({ db }) => db.deleteFrom('sources').where('proposalId', '=', id).execute());
	const approve = async () => {
		const { state: digest } = await publishing.readForApproval(testApp.as(anna), version.id);
		await publishing.approve(testApp.as(anna), version.id, digest);
	};
	const mails = async () =>
		(await testApp.app.reader.selectFrom('outbox').selectAll().execute()).map(
			(row) => `${row.recipient} ${row.subject}`
		);
	const verbs = async () =>
		(await testApp.app.reader.selectFrom('journal').select('verb').orderBy('id').execute())
			.map((row) => row.verb)
			.filter((verb) => !verb.startsWith('proposal.'));
	return { testApp, anna, berta, edda, one, two, version, answer, release, approve, mails, verbs };
}

describe('publishing', () => {
	it('vouches for the answers, too: a word changed later is found', async () => {
		const { testApp, berta, one, two, version, answer, approve } = await setting();
		await answer(one, 'Steht jetzt in Punkt 1.');
		await answer(two);
		await approve();
		await publishing.publish(testApp.as(berta), version.id);
		expect(await publishing.verify(testApp.as(null))).toEqual([{ number: 1, ok: true }]);
		await transaction(testApp.as(null), ({ db }) =>
			db.updateTable('answers').set({ reason: 'Steht jetzt in Punkt 2.' }).where('proposalId', '=', one).execute()
		);
		expect(await publishing.verify(testApp.as(null))).toEqual([
			{ number: 1, ok: false, difference: 'answers[0].words' }
		]);
	});

	it('vouches for every column of the row of a version, also for those that nobody reads any more', async () => {
		const testApp = await eventful();
		const { tried, missed } = await unnoticed(testApp, [{ table: 'versions', where: 'published_at is not null' }]);
		expect(missed).toEqual([]);
		expect(tried).toBeGreaterThan(testApp.app.kind === 'sqlite' ? 18 : 4);
		await testApp.close();
	}, 60_000);

	it('freezes the text and the numbers and sends out the answers, all at once', async () => {
		const { testApp, berta, one, two, version, answer, approve, verbs } = await setting();
		await answer(one, 'Steht jetzt in Punkt 1.');
		await answer(two);
		await approve();
		await publishing.publish(testApp.as(berta), version.id);
		const published = await strategy.version(testApp.as(null), version.number);
		expect(published.publishedAt).toBe(testApp.now);
		expect(published.digest).toMatch(/^[0-9a-f]{64}$/);
		expect(published.numbers).toEqual({
			contributions: 2,
			answered: 2,
			unanswered: 0,
			byGroup: { affected: 2, practice: 0, research: 0, none: 0, organisation: 0 },
			points: 1
		});
		expect((await answers.publishedFor(testApp.as(null), [one])).get(one)?.reason).toBe('Steht jetzt in Punkt 1.');
		expect((await verbs()).filter((verb) => verb.endsWith('.published')).sort()).toEqual([
			'answers.published',
			'version.published'
		]);
	});

	it('is done once, however often and at once it is asked for', async () => {
		const { testApp, berta, one, two, version, answer, approve, verbs } = await setting();
		await answer(one);
		await answer(two);
		await approve();
		await Promise.all([1, 2, 3, 4].map(() => publishing.publish(testApp.as(berta), version.id)));
		expect((await verbs()).filter((verb) => verb === 'version.published')).toHaveLength(1);
		expect(await strategy.versions(testApp.as(null))).toHaveLength(1);
	});

	it('needs another person’s approval', async () => {
		const { testApp, anna, berta, one, two, version, answer, approve } = await setting();
		await answer(one);
		await answer(two);
		await expect(publishing.publish(testApp.as(berta), version.id)).rejects.toMatchObject({
			reason: 'approvalMissing'
		});
		await approve();
		await expect(publishing.publish(testApp.as(anna), version.id)).rejects.toMatchObject({ reason: 'approvalOwn' });
		await expect(strategy.version(testApp.as(null), version.number)).rejects.toThrow(NotFound);
	});

	it('with unanswered contributions needs exactly their number confirmed, counted at that moment', async () => {
		const { testApp, berta, one, version, answer, approve } = await setting();
		await answer(one);
		await approve();
		const publish = (confirmed?: number) => publishing.publish(testApp.as(berta), version.id, confirmed);
		await expect(publish()).rejects.toMatchObject({ reason: 'lackingChanged', facts: { count: '1' } });
		await contribution(testApp);
		await expect(publish(1)).rejects.toMatchObject({ reason: 'approvalMissing' });
		await approve();
		await expect(publish(1)).rejects.toMatchObject({ reason: 'lackingChanged', facts: { count: '2' } });
		expect(await answers.publishedFor(testApp.as(null), [one])).toEqual(new Map());
		await publish(2);
		const { numbers } = await strategy.version(testApp.as(null), version.number);
		expect(numbers).toMatchObject({ contributions: 3, answered: 1, unanswered: 2 });
	});

	it('stops at an answer that names a point, when the point lost that contribution afterwards', async () => {
		const { testApp, anna, berta, edda, one, two, version, answer, release, approve } = await setting();
		await answer(one);
		await answer(two);
		await approve();
		await release(two);
		const { facts, adrift, conditions } = await publishing.standing(testApp.as(anna), version.id);
		expect(adrift).toEqual([{ number: 2, title: 'Wohnungen' }]);
		expect(facts.lacking).toBe(1);
		expect(conditions).toContainEqual({ key: 'places', state: 'missing', facts: { count: '1' } });
		const refused = { reason: 'answersAdrift', facts: { count: '1' } };
		for (const confirmed of [0, 1]) {
			await expect(publishing.publish(testApp.as(berta), version.id, confirmed)).rejects.toMatchObject(refused);
		}
		await expect(approve()).rejects.toMatchObject(refused);
		expect(await answers.publishedFor(testApp.as(null), [one, two])).toEqual(new Map());
		await answers.write(testApp.as(edda), {
			...{ proposals: [two], disposition: 'declined', reason: 'Doch nicht.', responsible: '' }
		});
		await approve();
		await publishing.publish(testApp.as(berta), version.id);
	});

	it('is not bound to a phase', async () => {
		const { testApp, berta, version, approve } = await setting();
		testApp.at('2028-01-01T12:00:00.000Z');
		await approve();
		await publishing.publish(testApp.as(berta), version.id, 2);
		expect(await strategy.versions(testApp.as(null))).toHaveLength(1);
	});

	it('is not found by anybody outside', async () => {
		const { testApp, version } = await setting();
		await expect(publishing.standing(testApp.as(await testApp.person()), version.id)).rejects.toThrow(NotFound);
		await expect(publishing.publish(testApp.as(null), version.id)).rejects.toThrow(NotFound);
	});
});

describe('an approval', () => {
	it('is for the state that was read: a later answer undoes it', async () => {
		const { testApp, anna, berta, one, two, version, answer, approve } = await setting();
		await answer(one);
		const { state: digest } = await publishing.readForApproval(testApp.as(anna), version.id);
		await answer(two);
		await expect(publishing.approve(testApp.as(anna), version.id, digest)).rejects.toThrow(Stale);
		await approve();
		await answer(two, 'Doch anders.');
		await expect(publishing.publish(testApp.as(berta), version.id)).rejects.toMatchObject({
			reason: 'approvalMissing'
		});
	});

	it('and a changed text undo each other', async () => {
		const { testApp, berta, version, approve } = await setting();
		await approve();
		await transaction(testApp.as(null), ({ db }) =>
			db.updateTable('versions').set({ revision: 2 }).where('id', '=', version.id).execute()
		);
		await expect(publishing.publish(testApp.as(berta), version.id, 2)).rejects.toMatchObject({
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
		const { testApp, edda, one, answer, mails, version } = await setting();
		await publishing.ask(testApp.as(edda), version.id);
		await publishing.ask(testApp.as(edda), version.id);
		expect((await mails()).map((mail) => mail.split(' ')[0]).sort()).toEqual([
			'anna@ministerium.example',
			'berta@ministerium.example'
		]);
		await answer(one);
		await publishing.ask(testApp.as(edda), version.id);
		expect(await mails()).toHaveLength(4);
	});
});

/** The same with a board of two, whose members can be heard. */
async function withBoard() {
	const all = await setting();
	const { testApp, anna, version } = all;
	const publisher = testApp.as(anna);
	const members = [await testApp.person(), await testApp.person()];
	for (const person of members) {
		const { address } = await board.invite(publisher);
		await board.join(testApp.as(person), address.split('/').at(-1) ?? '');
	}
	await board.openRound(publisher, version.id);
	const say = async (place: number, reason: string) => {
		const member = testApp.as(members[place] ?? null);
		const words = (await board.asked(member))?.asked.words ?? '';
		await board.say(member, { version: version.id, words, choice: 'dissent', reason });
	};
	const fallen = async () =>
		(await publishing.standing(publisher, version.id)).approvals.fallen.map(({ changed }) => changed);
	const publish = () => publishing.publish(testApp.as(all.berta), version.id, 2);
	return { ...all, publisher, members, say, fallen, publish };
}

describe('what is frozen with a version', () => {
	it('has been read by whoever approved: after the approval no member adds a word, unless they are asked again', async () => {
		const { publisher, version, approve, say, fallen, publish, verbs, testApp } = await withBoard();
		await say(0, 'Zu wenig.');
		await approve();
		expect(await verbs()).toContain('board.closed');
		await expect(say(1, 'Fragen Sie Frau Muster, 0211 123456.')).rejects.toMatchObject({ reason: 'boardRoundClosed' });
		await board.openRound(publisher, version.id);
		expect(await fallen()).toEqual([]);
		await say(1, 'Fragen Sie Frau Muster, 0211 123456.');
		expect(await fallen()).toEqual([['board']]);
		await expect(publish()).rejects.toMatchObject({ reason: 'approvalMissing' });
		await approve();
		await publish();
		expect((await strategy.version(testApp.as(null), version.number)).board?.dissents).toHaveLength(2);
	});

	it('does not change behind an approval: neither how many have to speak, nor who belongs to the board', async () => {
		const { testApp, publisher, members, approve, say, fallen, publish } = await withBoard();
		await say(0, 'Zu wenig.');
		await approve();
		await board.setQuorum(publisher, { quorum: 99 });
		expect(await fallen()).toEqual([['board']]);
		await expect(publish()).rejects.toMatchObject({ reason: 'approvalMissing' });
		await approve();
		await board.leave(testApp.as(members[0] ?? null));
		await expect(publish()).rejects.toMatchObject({ reason: 'approvalMissing' });
		await approve();
		await publish();
	});

	it('is the editors’ sentences to what is left out, too', async () => {
		const { testApp, edda, one, version, approve, fallen, publish } = await withBoard();
		const cluster = { id: newId(), number: 1, consultationId: testApp.consultationId, title: 'Wohnen', gist: '' };
		const nobody = { mergedIntoId: null, splitFromId: null, assigneeId: null, createdBy: null, removedAt: null };
		await transaction(testApp.as(null), async ({ db }) => {
			const leads = { pointId: version.points[0]?.id ?? null, createdAt: testApp.now };
			await db
				.insertInto('clusters')
				.values({ ...cluster, ...nobody, ...leads })
				.execute();
			const whole = { clusterId: cluster.id, itemId: one, proposalId: one, segmentId: null };
			await db
				.insertInto('members')
				.values({ ...whole, relation: 'adopts', dissent: 'objection' })
				.execute();
		});
		await approve();
		const subject = 'dissent:1:1';
		await omissions.explain(testApp.as(edda), { version: version.id, subject, way: 'declined', text: 'Später.' });
		expect(await fallen()).toEqual([['omitted']]);
		await expect(publish()).rejects.toMatchObject({ reason: 'approvalMissing' });
		await approve();
		await publish();
		expect((await strategy.version(testApp.as(null), version.number)).omitted?.dissents).toMatchObject([
			{ contribution: 1, note: { text: 'Später.' } }
		]);
	});
});
