import { describe, expect, it } from 'vitest';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { newId } from '#lib/server/ids.ts';
import { NotFound, Refused } from '#lib/verdict.ts';
import { putVersion } from '../../../tests/support/editions/published.ts';
import { about, counted, read, say, sayAloud, screen, square, words } from '../../../tests/support/opinion/square.ts';
import * as comments from './comments.server.ts';

describe('a comment', () => {
	it('waits for moderation; until then only its author sees it', async () => {
		const { testApp, number, proposalId } = await square();
		const author = await testApp.person();
		const id = await say(testApp, number, author);
		expect(await read(testApp, proposalId)).toHaveLength(0);
		expect(await read(testApp, proposalId, await testApp.person())).toHaveLength(0);
		expect(await read(testApp, proposalId, author)).toMatchObject([{ id, state: 'waiting', mine: true }]);
		expect(await comments.countWaiting(testApp.as(null))).toBe(1);
		expect(await counted(testApp, number)).toBe(0);
		await screen(testApp, id);
		expect(await read(testApp, proposalId)).toMatchObject([{ id, state: 'published', mine: false }]);
		expect(await counted(testApp, number)).toBe(1);
	});

	it('sent several times at once is one comment', async () => {
		const { testApp, number } = await square();
		const ctx = testApp.as(await testApp.person());
		const form = words();
		await Promise.all([1, 2, 3, 4].map(() => comments.write(ctx, about(number), form)));
		expect(await comments.mine(ctx)).toHaveLength(1);
		expect(await comments.countWaiting(ctx)).toBe(1);
	});

	it('with another text from the same form is not swallowed', async () => {
		const { testApp, number } = await square();
		const author = await testApp.person();
		const form = words();
		await say(testApp, number, author, form);
		const again = say(testApp, number, author, { ...form, body: 'Noch etwas anderes.' });
		await expect(again).rejects.toMatchObject({ reason: 'formUsed' });
		const stranger = say(testApp, number, await testApp.person(), form);
		await expect(stranger).rejects.toThrow(NotFound);
	});

	it('keeps name, group and organisation of the day it was written', async () => {
		const { testApp, number, proposalId } = await square();
		const author = await testApp.person('practice', { organisation: 'Tafel Musterstadt' });
		await sayAloud(testApp, number, author);
		await testApp.app.writer.updateTable('persons').set({ group: 'none' }).where('id', '=', author.id).execute();
		const [comment] = await read(testApp, proposalId);
		expect(comment?.said).toMatchObject({
			authorName: 'Tafel Musterstadt',
			authorGroup: 'organisation',
			organisation: 'Tafel Musterstadt'
		});
	});

	it('is refused without signing in and after the phase', async () => {
		const { testApp, number } = await square();
		await expect(comments.write(testApp.as(null), about(number), words())).rejects.toThrow(Refused);
		testApp.at('2027-06-02T00:00:00.000Z');
		const late = say(testApp, number, await testApp.person());
		await expect(late).rejects.toMatchObject({ reason: 'phaseOver' });
	});

	it('on what is not public is not found, for its author too', async () => {
		const { testApp } = await square();
		const author = await testApp.person();
		const number = await proposals.submit(testApp.as(author), testApp.consultationId, {
			id: newId(),
			kind: 'proposal',
			field: 'wohnen',
			title: 'Noch nicht geprüft',
			body: 'Das liest erst die Moderation.',
			evidence: ''
		});
		await expect(say(testApp, number, author)).rejects.toThrow(NotFound);
		await expect(say(testApp, number, await testApp.person())).rejects.toThrow(NotFound);
	});

	it('stays the text it was, however hostile', async () => {
		const { testApp, number, proposalId } = await square();
		const body = `<script>alert(1)</script> '; drop table comments; -- {name} [1,2] %_ \\ ${'‮'}מ`;
		await sayAloud(testApp, number, await testApp.person(), words({ body }));
		expect((await read(testApp, proposalId))[0]?.said?.body).toBe(body);
	});
});

describe('a tombstone', () => {
	it('keeps the answers but neither words nor name, and the count agrees', async () => {
		const { testApp, number, proposalId } = await square();
		const author = await testApp.person();
		const hidden = await sayAloud(testApp, number, author, words({ body: 'Das muss weg.' }));
		const gone = await sayAloud(testApp, number, author, words({ body: 'Das nehme ich zurück.' }));
		for (const parentId of [hidden, gone]) await sayAloud(testApp, number, await testApp.person(), words({ parentId }));
		await screen(testApp, hidden, 'hide');
		await comments.withdraw(testApp.as(author), gone);
		const threads = await read(testApp, proposalId);
		expect(threads.map(({ state, said, replies }) => [state, said, replies.length])).toEqual(
			expect.arrayContaining([
				['hidden', null, 1],
				['withdrawn', null, 1]
			])
		);
		expect(JSON.stringify(threads)).not.toMatch(/muss weg|nehme ich/);
		expect(await counted(testApp, number)).toBe(2);
		await screen(testApp, hidden, 'restore');
		expect(await counted(testApp, number)).toBe(3);
	});

	it('is not left by what was never public', async () => {
		const { testApp, number, proposalId } = await square();
		const author = await testApp.person();
		const id = await say(testApp, number, author);
		await comments.withdraw(testApp.as(author), id);
		expect(await read(testApp, proposalId, author)).toHaveLength(0);
		expect(await comments.countWaiting(testApp.as(null))).toBe(0);
		expect(await comments.own(testApp.as(author), id)).toMatchObject({ state: 'withdrawn', body: '' });
	});

	it('is made only by the author', async () => {
		const { testApp, number } = await square();
		const id = await sayAloud(testApp, number, await testApp.person());
		await expect(comments.withdraw(testApp.as(await testApp.person()), id)).rejects.toThrow(NotFound);
		await expect(comments.withdraw(testApp.as(null), id)).rejects.toMatchObject({ reason: 'signInFirst' });
		await expect(comments.own(testApp.as(await testApp.person()), id)).rejects.toThrow(NotFound);
	});
});

describe('the counter', () => {
	it('is exact when people publish and withdraw at the same moment', async () => {
		const { testApp, number, proposalId } = await square();
		const authors = await Promise.all(Array.from({ length: 8 }, () => testApp.person()));
		const said = await Promise.all(authors.map(async (author) => ({ author, id: await say(testApp, number, author) })));
		await Promise.all(said.map(({ id }) => screen(testApp, id)));
		expect(await counted(testApp, number)).toBe(8);
		const leaving = said.slice(0, 5);
		await Promise.all([
			...leaving.map(({ author, id }) => comments.withdraw(testApp.as(author), id)),
			...leaving.map(({ author, id }) => comments.withdraw(testApp.as(author), id)),
			...said.slice(3).map(({ id }) => screen(testApp, id, 'hide'))
		]);
		const readable = (await read(testApp, proposalId)).filter((comment) => comment.state === 'published');
		expect(readable).toHaveLength(0);
		expect(await counted(testApp, number)).toBe(0);
		await Promise.all(said.map(({ id }) => screen(testApp, id, 'restore')));
		expect(await counted(testApp, number)).toBe(3);
	});

	it('by group counts what everybody can read', async () => {
		const { testApp, number } = await square();
		await sayAloud(testApp, number, await testApp.person('research'));
		await say(testApp, number, await testApp.person('research'));
		await sayAloud(testApp, number, await testApp.person('practice'));
		const counts = await comments.countByGroup(testApp.as(null), testApp.consultationId);
		expect(counts).toEqual({ affected: 0, practice: 1, research: 1, none: 0, organisation: 0 });
	});
});

describe('a comment on a point', () => {
	it('remembers the wording that was read', async () => {
		const { testApp } = await square();
		const { points } = await putVersion(testApp, { number: 1, titles: ['Beratung'] });
		const [{ id, wordingId } = { id: '', wordingId: '' }] = points;
		const subject = { kind: 'point', id, wordingId, consultationId: testApp.consultationId } as const;
		const author = await testApp.person();
		const form = words({ stance: 'question' });
		await comments.write(testApp.as(author), async () => subject, form);
		await screen(testApp, form.id);
		expect((await comments.page(testApp.as(null), subject, null)).comments).toMatchObject([
			{ wordingId: subject.wordingId }
		]);
		expect(await comments.mine(testApp.as(author))).toMatchObject([
			{ proposal: null, about: { kind: 'point', id: subject.id } }
		]);
	});
});
