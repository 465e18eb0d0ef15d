import { describe, expect, it } from 'vitest';
import * as comments from '#lib/comments/comments.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { NotFound, Stale } from '#lib/verdict.ts';
import { propose, proposed, proposing } from '../../../tests/support/strategy/amended.ts';
import { makeEditor } from '../../../tests/support/strategy/strategy.ts';
import { makeTestApp } from '../../../tests/support/machine/testApp.ts';
import * as amendments from './amendments.server.ts';

async function setting() {
	const testApp = await makeTestApp();
	const editor = await makeEditor(testApp);
	await editor.start();
	await editor.add({ body: 'Das Land baut. Es baut viel.' });
	await editor.publish();
	const union = await testApp.person('practice', { organisation: 'Tafel Musterstadt e. V.' });
	return { testApp, editor, union, find: (ctx: typeof editor.ctx) => strategy.wordingNow(ctx, 1) };
}

describe('an amendment', () => {
	it('waits for moderation, seen by its author alone, then stands at the point under the organisation’s name', async () => {
		const { testApp, union } = await setting();
		const { id, number } = await propose(testApp, 1, union);
		const { id: pointId } = await strategy.pointByNumber(testApp.as(null), 1);
		const seen = async (person: typeof union | null) =>
			(await amendments.onPoint(testApp.as(person), pointId, null)).amendments.map((one) => one.state);
		expect([await seen(union), await seen(null)]).toEqual([['waiting'], []]);
		await expect(amendments.byNumber(testApp.as(null), number)).rejects.toThrow(NotFound);
		const moderator = await testApp.person('none', { roles: ['moderator'] });
		expect((await moderation.queue(testApp.as(moderator))).items).toMatchObject([{ kind: 'amendment', number, id }]);
		await moderation.decide(testApp.as(moderator), {
			...{ id: newId(), kind: 'amendment', subjectId: id },
			...{ seen: 'waiting', deed: 'publish' }
		});
		expect(await amendments.byNumber(testApp.as(null), number)).toMatchObject({
			authorName: 'Tafel Musterstadt e. V.',
			state: 'published',
			decision: null,
			mine: false
		});
	});

	it('sent twice is one; another text from the same form is not lost unseen', async () => {
		const { testApp, union, find } = await setting();
		const form = await proposing(testApp, 1);
		const send = () => amendments.submit(testApp.as(union), find, form);
		expect(await Promise.all([send(), send(), send()])).toEqual([1, 1, 1]);
		const again = amendments.submit(testApp.as(union), find, { ...form, body: 'Anders.' });
		await expect(again).rejects.toMatchObject({ reason: 'formUsed' });
		await expect(amendments.submit(testApp.as(await testApp.person()), find, form)).rejects.toThrow(NotFound);
	});

	it('is made for the wording that stands, changes something, and only when the phase allows it', async () => {
		const { testApp, editor, union, find } = await setting();
		const { title, body } = await strategy.wordingNow(testApp.as(null), 1);
		await expect(propose(testApp, 1, union, { title, body })).rejects.toMatchObject({ reason: 'amendmentSame' });
		const form = await proposing(testApp, 1);
		await editor.start();
		const words = { field: 'wohnen', title: 'Wohnungen zuerst', body: 'Ganz anders.' };
		await strategy.rewordPoint(editor.ctx, 1, { ...(await editor.marks()), ...words });
		await editor.publish();
		await expect(amendments.submit(testApp.as(union), find, form)).rejects.toThrow(Stale);
		await expect(amendments.submit(testApp.as(null), find, form)).rejects.toMatchObject({ reason: 'signInFirst' });
		testApp.at('2027-07-01T12:00:00.000Z');
		await expect(propose(testApp, 1, union)).rejects.toMatchObject({ reason: 'phaseOver' });
	});

	it('is supported once by everybody but its author, and that can be taken back', async () => {
		const { testApp, union } = await setting();
		const number = await proposed(testApp, 1, union);
		const neighbour = testApp.as(await testApp.person());
		await Promise.all([1, 2, 3].map(() => amendments.support(neighbour, number, true)));
		expect((await amendments.byNumber(neighbour, number)).supportCount).toBe(1);
		await expect(amendments.support(testApp.as(union), number, true)).rejects.toMatchObject({ reason: 'ownAmendment' });
		await amendments.support(neighbour, number, false);
		expect((await amendments.byNumber(neighbour, number)).supportCount).toBe(0);
	});

	it('can be talked about, and a hidden one cannot be found', async () => {
		const { testApp, union } = await setting();
		const { id, number } = await propose(testApp, 1, union);
		const neighbour = await testApp.person();
		const comment = { id: newId(), parentId: null, stance: 'pro', body: 'Ja, bitte.' } as const;
		const say = () => comments.write(testApp.as(neighbour), (ctx) => amendments.subjectOf(ctx, number), comment);
		await expect(say()).rejects.toThrow(NotFound);
		const moderator = await testApp.person('none', { roles: ['moderator'] });
		const decide = (kind: 'amendment' | 'comment', subjectId: string) =>
			moderation.decide(testApp.as(moderator), { id: newId(), kind, subjectId, seen: 'waiting', deed: 'publish' });
		await decide('amendment', id);
		await say();
		await decide('comment', comment.id);
		expect(await comments.countsOnAmendments(testApp.as(null), [id])).toEqual(new Map([[id, 1]]));
		const { comments: said } = await comments.page(testApp.as(null), { kind: 'amendment', id }, null);
		expect(said.map((one) => one.said?.body)).toEqual(['Ja, bitte.']);
		const hide = { id: newId(), kind: 'amendment', subjectId: id, seen: 'published', deed: 'hide' } as const;
		await moderation.decide(testApp.as(moderator), { ...hide, ground: 'insult', note: '' });
		await expect(amendments.byNumber(testApp.as(null), number)).rejects.toThrow(NotFound);
	});

	it('has passages blackened in all its texts', async () => {
		const { testApp, union } = await setting();
		const { id, number } = await propose(testApp, 1, union, { reason: 'Fragen Sie Frau Beispiel.' });
		const moderator = await testApp.person('none', { roles: ['moderator'] });
		const deed = { id: newId(), kind: 'amendment', subjectId: id, seen: 'waiting', deed: 'redact' } as const;
		await moderation.decide(testApp.as(moderator), { ...deed, passages: ['Frau Beispiel'] });
		const { reason, title } = await amendments.byNumber(testApp.as(union), number);
		expect([reason, title]).toEqual(['Fragen Sie [geschwärzt].', 'Wohnungen zuerst']);
	});

	it('is withdrawn by its author alone, and its words are gone', async () => {
		const { testApp, union } = await setting();
		const number = await proposed(testApp, 1, union);
		await expect(amendments.withdraw(testApp.as(await testApp.person()), number)).rejects.toThrow(NotFound);
		await amendments.withdraw(testApp.as(union), number);
		await expect(amendments.byNumber(testApp.as(null), number)).rejects.toThrow(NotFound);
		expect(await amendments.byNumber(testApp.as(union), number)).toMatchObject({
			state: 'withdrawn',
			body: '',
			reason: ''
		});
	});
});
