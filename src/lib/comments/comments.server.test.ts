import { describe, expect, it } from 'vitest';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { newId } from '#lib/server/ids.ts';
import { NotFound, Refused } from '#lib/verdict.ts';
import { about, counted, read, say, sayAloud, screen, square, words } from '../../../tests/support/square.ts';
import * as comments from './comments.server.ts';

describe('a comment', () => {
	it('waits for moderation; until then only its author sees it', async () => {
		const { town, number, proposalId } = await square();
		const author = await town.person();
		const id = await say(town, number, author);
		expect(await read(town, proposalId)).toHaveLength(0);
		expect(await read(town, proposalId, await town.person())).toHaveLength(0);
		expect(await read(town, proposalId, author)).toMatchObject([{ id, state: 'waiting', mine: true }]);
		expect(await comments.countWaiting(town.as(null))).toBe(1);
		expect(await counted(town, number)).toBe(0);
		await screen(town, id);
		expect(await read(town, proposalId)).toMatchObject([{ id, state: 'published', mine: false }]);
		expect(await counted(town, number)).toBe(1);
	});

	it('sent several times at once is one comment', async () => {
		const { town, number } = await square();
		const ctx = town.as(await town.person());
		const form = words();
		await Promise.all([1, 2, 3, 4].map(() => comments.write(ctx, about(number), form)));
		expect(await comments.mine(ctx)).toHaveLength(1);
		expect(await comments.countWaiting(ctx)).toBe(1);
	});

	it('with another text from the same form is not swallowed', async () => {
		const { town, number } = await square();
		const author = await town.person();
		const form = words();
		await say(town, number, author, form);
		const again = say(town, number, author, { ...form, body: 'Noch etwas anderes.' });
		await expect(again).rejects.toMatchObject({ reason: 'formUsed' });
		const stranger = say(town, number, await town.person(), form);
		await expect(stranger).rejects.toThrow(NotFound);
	});

	it('keeps name, group and organisation of the day it was written', async () => {
		const { town, number, proposalId } = await square();
		const author = await town.person('practice', { organisation: 'Tafel Musterstadt' });
		await sayAloud(town, number, author);
		await town.house.writer.updateTable('persons').set({ group: 'none' }).where('id', '=', author.id).execute();
		const [comment] = await read(town, proposalId);
		expect(comment?.said).toMatchObject({
			authorName: 'Tafel Musterstadt',
			authorGroup: 'organisation',
			organisation: 'Tafel Musterstadt'
		});
	});

	it('is refused without signing in and after the phase', async () => {
		const { town, number } = await square();
		await expect(comments.write(town.as(null), about(number), words())).rejects.toThrow(Refused);
		town.at('2027-06-02T00:00:00.000Z');
		const late = say(town, number, await town.person());
		await expect(late).rejects.toMatchObject({ reason: 'phaseOver' });
	});

	it('on what is not public is not found, for its author too', async () => {
		const { town } = await square();
		const author = await town.person();
		const number = await proposals.submit(town.as(author), town.consultationId, {
			id: newId(),
			kind: 'proposal',
			field: 'wohnen',
			title: 'Noch nicht geprüft',
			body: 'Das liest erst die Moderation.',
			evidence: ''
		});
		await expect(say(town, number, author)).rejects.toThrow(NotFound);
		await expect(say(town, number, await town.person())).rejects.toThrow(NotFound);
	});

	it('stays the text it was, however hostile', async () => {
		const { town, number, proposalId } = await square();
		const body = `<script>alert(1)</script> '; drop table comments; -- {name} [1,2] %_ \\ ${'‮'}מ`;
		await sayAloud(town, number, await town.person(), words({ body }));
		expect((await read(town, proposalId))[0]?.said?.body).toBe(body);
	});
});

describe('a tombstone', () => {
	it('keeps the answers but neither words nor name, and the count agrees', async () => {
		const { town, number, proposalId } = await square();
		const author = await town.person();
		const hidden = await sayAloud(town, number, author, words({ body: 'Das muss weg.' }));
		const gone = await sayAloud(town, number, author, words({ body: 'Das nehme ich zurück.' }));
		for (const parentId of [hidden, gone]) await sayAloud(town, number, await town.person(), words({ parentId }));
		await screen(town, hidden, 'hide');
		await comments.withdraw(town.as(author), gone);
		const threads = await read(town, proposalId);
		expect(threads.map(({ state, said, replies }) => [state, said, replies.length])).toEqual(
			expect.arrayContaining([
				['hidden', null, 1],
				['withdrawn', null, 1]
			])
		);
		expect(JSON.stringify(threads)).not.toMatch(/muss weg|nehme ich/);
		expect(await counted(town, number)).toBe(2);
		await screen(town, hidden, 'restore');
		expect(await counted(town, number)).toBe(3);
	});

	it('is not left by what was never public', async () => {
		const { town, number, proposalId } = await square();
		const author = await town.person();
		const id = await say(town, number, author);
		await comments.withdraw(town.as(author), id);
		expect(await read(town, proposalId, author)).toHaveLength(0);
		expect(await comments.countWaiting(town.as(null))).toBe(0);
		expect(await comments.own(town.as(author), id)).toMatchObject({ state: 'withdrawn', body: '' });
	});

	it('is made only by the author', async () => {
		const { town, number } = await square();
		const id = await sayAloud(town, number, await town.person());
		await expect(comments.withdraw(town.as(await town.person()), id)).rejects.toThrow(NotFound);
		await expect(comments.withdraw(town.as(null), id)).rejects.toMatchObject({ reason: 'signInFirst' });
		await expect(comments.own(town.as(await town.person()), id)).rejects.toThrow(NotFound);
	});
});

describe('the counter', () => {
	it('is exact when people publish and withdraw at the same moment', async () => {
		const { town, number, proposalId } = await square();
		const authors = await Promise.all(Array.from({ length: 8 }, () => town.person()));
		const said = await Promise.all(authors.map(async (author) => ({ author, id: await say(town, number, author) })));
		await Promise.all(said.map(({ id }) => screen(town, id)));
		expect(await counted(town, number)).toBe(8);
		const leaving = said.slice(0, 5);
		await Promise.all([
			...leaving.map(({ author, id }) => comments.withdraw(town.as(author), id)),
			...leaving.map(({ author, id }) => comments.withdraw(town.as(author), id)),
			...said.slice(3).map(({ id }) => screen(town, id, 'hide'))
		]);
		const readable = (await read(town, proposalId)).filter((comment) => comment.state === 'published');
		expect(readable).toHaveLength(0);
		expect(await counted(town, number)).toBe(0);
		await Promise.all(said.map(({ id }) => screen(town, id, 'restore')));
		expect(await counted(town, number)).toBe(3);
	});

	it('by group counts what everybody can read', async () => {
		const { town, number } = await square();
		await sayAloud(town, number, await town.person('research'));
		await say(town, number, await town.person('research'));
		await sayAloud(town, number, await town.person('practice'));
		const counts = await comments.countByGroup(town.as(null), town.consultationId);
		expect(counts).toEqual({ affected: 0, practice: 1, research: 1, none: 0, organisation: 0 });
	});
});

describe('a comment on a point', () => {
	it('remembers the wording that was read', async () => {
		const { town } = await square();
		const subject = { kind: 'point', id: newId(), wordingId: newId(), consultationId: town.consultationId } as const;
		const author = await town.person();
		const form = words({ stance: 'question' });
		await comments.write(town.as(author), async () => subject, form);
		await screen(town, form.id);
		expect((await comments.page(town.as(null), subject, null)).comments).toMatchObject([
			{ wordingId: subject.wordingId }
		]);
		expect(await comments.mine(town.as(author))).toMatchObject([
			{ proposal: null, about: { kind: 'point', id: subject.id } }
		]);
	});
});
