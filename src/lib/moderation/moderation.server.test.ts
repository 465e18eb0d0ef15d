import { describe, expect, it } from 'vitest';
import * as comments from '#lib/comments/comments.server.ts';
import { ListQuery } from '#lib/proposals/proposal.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { newId } from '#lib/server/ids.ts';
import { NotFound, Refused } from '#lib/verdict.ts';
import {
	hiding,
	openOffice,
	publishing,
	rejecting,
	restoring,
	screeningsOf
} from '../../../tests/support/files/office.ts';
import { later, MINUTE } from '#lib/time.ts';
import * as moderation from './moderation.server.ts';
import { WHOLE_QUEUE } from './queue/queue.ts';

describe('the queue', () => {
	it('holds contributions and comments together, oldest first, and says how old they are', async () => {
		const { testApp, moderator, send, say } = await openOffice();
		testApp.at('2027-05-03T08:00:00.000Z');
		const old = await send(undefined, 'Rufen Sie mich an unter 0201 123456, ich erzähle mehr.');
		testApp.at('2027-05-10T08:00:00.000Z');
		const other = await send();
		await moderation.decide(testApp.as(moderator), publishing('proposal', other.id));
		const comment = await say(other.number);
		const young = await send();
		const { items, counts } = await moderation.queue(testApp.as(moderator));
		expect(items.map((item) => item.id)).toEqual([old.id, comment, young.id]);
		expect(items[0]).toMatchObject({ overdue: true, hints: true, number: old.number });
		expect(items[1]).toMatchObject({ overdue: false, hints: false, kind: 'comment' });
		expect(counts).toEqual({ proposals: 2, together: 0, comments: 1, amendments: 0, changes: 0, overdue: 1 });
	});

	it('shows the newest and finds words among however many wait', async () => {
		const { testApp, moderator, send } = await openOffice();
		const { id } = await send();
		const { reader, writer } = testApp.app;
		const row = await reader.selectFrom('proposals').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
		const copies = Array.from({ length: 1_200 }, (_, at) => ({ ...row, id: newId(), number: 1_000 + at }));
		for (let from = 0; from < copies.length; from += 100)
			await writer
				.insertInto('proposals')
				.values(copies.slice(from, from + 100))
				.execute();
		testApp.at(later(testApp.now, MINUTE));
		const newest = await send(undefined, 'In unserem Dorf gibt es keine Hebamme mehr.');
		const queue = (ask: Partial<typeof WHOLE_QUEUE>) =>
			moderation.queue(testApp.as(moderator), { ...WHOLE_QUEUE, ...ask });
		expect((await queue({ sort: 'newest' })).items[0]?.id).toBe(newest.id);
		expect((await queue({ q: 'Hebamme' })).items.map((item) => item.id)).toEqual([newest.id]);
		expect((await queue({})).more).toBe(true);
	});

	it('goes on with the next younger one, then with what was skipped, never with one’s own', async () => {
		const { testApp, moderator, send } = await openOffice();
		const sent: string[] = [];
		for (let hour = 10; hour < 14; hour++) {
			testApp.at(`2027-05-10T${hour}:00:00.000Z`);
			// What she wrote before she worked here.
			sent.push((await send(hour === 12 ? { ...moderator, roles: [] } : undefined)).id);
		}
		const after = async (index: number) => {
			const item = (await moderation.queue(testApp.as(moderator))).items[index];
			return item && (await moderation.take(testApp.as(moderator), item))?.id;
		};
		expect(await after(0)).toBe(sent[1]);
		expect(await after(1)).toBe(sent[3]);
		expect(await after(3)).toBe(sent[0]);
	});

	it('is for moderators only', async () => {
		const { testApp, send } = await openOffice();
		const { id } = await send();
		for (const who of [null, await testApp.person(), await testApp.person('none', { roles: ['helper', 'editor'] })]) {
			const ctx = testApp.as(who);
			await expect(moderation.queue(ctx)).rejects.toThrow(Refused);
			await expect(moderation.recent(ctx)).rejects.toThrow(Refused);
			await expect(moderation.desk(ctx, 'proposal', id)).rejects.toThrow(Refused);
			await expect(moderation.decide(ctx, publishing('proposal', id))).rejects.toThrow(Refused);
		}
	});
});

describe('a decision', () => {
	it('publishes; the counter of the contribution follows', async () => {
		const { testApp, moderator, send, say } = await openOffice();
		const { id, number } = await send();
		await moderation.decide(testApp.as(moderator), publishing('proposal', id));
		const comment = await say(number);
		await moderation.decide(testApp.as(moderator), publishing('comment', comment));
		expect(await proposals.byNumber(testApp.as(null), number)).toMatchObject({ state: 'published', commentCount: 1 });
		await moderation.decide(testApp.as(moderator), hiding('comment', comment));
		expect(await proposals.byNumber(testApp.as(null), number)).toMatchObject({ commentCount: 0 });
		await moderation.decide(testApp.as(moderator), restoring('comment', comment));
		expect(await proposals.byNumber(testApp.as(null), number)).toMatchObject({ commentCount: 1 });
	});

	it('of two moderators at once is taken once; the other is told', async () => {
		const { testApp, moderator, send } = await openOffice();
		const second = await testApp.person('none', { roles: ['moderator'] });
		const { id, number } = await send();
		const outcomes = await Promise.allSettled([
			moderation.decide(testApp.as(moderator), publishing('proposal', id)),
			moderation.decide(testApp.as(second), rejecting('proposal', id))
		]);
		const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
		expect(refused).toMatchObject([{ reason: { reason: 'alreadyScreened' } }]);
		expect(await screeningsOf(testApp)).toHaveLength(1);
		const [screening] = await screeningsOf(testApp);
		const visible = (await proposals.list(testApp.as(null), testApp.consultationId, ListQuery.parse({}))).proposals;
		expect(visible.map((one) => one.number)).toEqual(screening?.deed === 'publish' ? [number] : []);
	});

	it('that says the same twice at once counts a comment once', async () => {
		const { testApp, moderator, send, say } = await openOffice();
		const second = await testApp.person('none', { roles: ['moderator'] });
		const { id, number } = await send();
		await moderation.decide(testApp.as(moderator), publishing('proposal', id));
		const comment = await say(number);
		await Promise.allSettled(
			[moderator, second, moderator, second].map((who) =>
				moderation.decide(testApp.as(who), publishing('comment', comment))
			)
		);
		expect((await proposals.byNumber(testApp.as(null), number)).commentCount).toBe(1);
		expect(await screeningsOf(testApp)).toHaveLength(2);
	});

	it('sent twice with the same form is one decision, and no refusal', async () => {
		const { testApp, moderator, send } = await openOffice();
		const { id } = await send();
		const form = rejecting('proposal', id);
		await Promise.all([1, 2, 3].map(() => moderation.decide(testApp.as(moderator), form)));
		expect(await screeningsOf(testApp)).toHaveLength(1);
	});

	it('about one’s own words, or those of one’s organisation, is somebody else’s', async () => {
		const { testApp, send } = await openOffice();
		const insider = await testApp.person('practice', { organisation: 'Tafel Musterstadt', roles: ['moderator'] });
		const own = await send({ ...insider, roles: [] });
		await expect(moderation.decide(testApp.as(insider), publishing('proposal', own.id))).rejects.toMatchObject({
			reason: 'ownSubject'
		});
		const colleague = { ...(await testApp.person('practice')), organisationId: insider.organisationId };
		const theirs = await send({ ...colleague, organisation: insider.organisation });
		await expect(moderation.decide(testApp.as(insider), publishing('proposal', theirs.id))).rejects.toMatchObject({
			reason: 'ownOrganisation'
		});
	});

	it('about what does not exist, or was never sent, is not found', async () => {
		const { testApp, moderator } = await openOffice();
		const ctx = testApp.as(moderator);
		await expect(moderation.decide(ctx, publishing('proposal', newId()))).rejects.toThrow(NotFound);
		await expect(moderation.decide(ctx, publishing('comment', newId()))).rejects.toThrow(NotFound);
		const author = await testApp.person();
		const id = newId();
		const draft = { id, kind: 'proposal', field: '', title: 'Halb', body: '', evidence: '' } as const;
		await proposals.saveDraft(testApp.as(author), testApp.consultationId, draft);
		await expect(moderation.desk(ctx, 'proposal', id)).rejects.toThrow(NotFound);
	});

	it('comes too late when the author has taken the comment back', async () => {
		const { testApp, moderator, send, say } = await openOffice();
		const { id, number } = await send();
		await moderation.decide(testApp.as(moderator), publishing('proposal', id));
		const author = await testApp.person();
		const comment = await say(number, author);
		await comments.withdraw(testApp.as(author), comment);
		const late = moderation.decide(testApp.as(moderator), publishing('comment', comment));
		await expect(late).rejects.toMatchObject({ reason: 'withdrawnMeanwhile' });
		expect((await proposals.byNumber(testApp.as(null), number)).commentCount).toBe(0);
	});
});
