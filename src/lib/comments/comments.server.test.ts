import { describe, expect, it } from 'vitest';
import type { Person } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { together } from '#lib/server/db/together.ts';
import { newId } from '#lib/server/ids.ts';
import { NotFound, Refused } from '#lib/verdict.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import type { CommentInput } from './comment.ts';
import * as comments from './comments.server.ts';

const words = (more: Partial<CommentInput> = {}): CommentInput => ({
	id: newId(),
	parentId: null,
	stance: 'pro',
	body: 'Das hilft wirklich.',
	...more
});

async function square(): Promise<{ town: Town; number: number; proposalId: string }> {
	const town = await makeTown();
	const id = newId();
	const number = await proposals.submit(town.as(await town.person()), town.consultationId, {
		id,
		kind: 'proposal',
		field: 'wohnen',
		title: 'Mehr kleine Wohnungen',
		body: 'Wir brauchen Wohnungen, die man bezahlen kann.',
		evidence: ''
	});
	await together(town.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'publish' }));
	return { town, number, proposalId: id };
}

const about = (number: number) => (ctx: Parameters<typeof comments.aboutProposal>[0]) =>
	comments.aboutProposal(ctx, number);

async function say(town: Town, number: number, who: Person, form = words()): Promise<string> {
	await comments.write(town.as(who), about(number), form);
	return form.id;
}

async function screen(town: Town, id: string, deed: 'publish' | 'reject' | 'hide' | 'restore' = 'publish') {
	await together(town.as(null), (ctx) => comments.screened(ctx, id, { deed }));
}

async function sayAloud(town: Town, number: number, who: Person, form = words()): Promise<string> {
	const id = await say(town, number, who, form);
	await screen(town, id);
	return id;
}

const read = (town: Town, id: string, who: Person | null = null) =>
	comments.thread(town.as(who), { kind: 'proposal', id });
const counted = async (town: Town, number: number) => (await proposals.byNumber(town.as(null), number)).commentCount;

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
			authorGroup: 'practice',
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

describe('an answer', () => {
	it('belongs to the comment it answers; an answer to an answer belongs to the same', async () => {
		const { town, number, proposalId } = await square();
		const root = await sayAloud(town, number, await town.person());
		const answer = await sayAloud(town, number, await town.person(), words({ parentId: root }));
		const second = await sayAloud(town, number, await town.person(), words({ parentId: answer }));
		const [thread, ...rest] = await read(town, proposalId);
		expect(rest).toHaveLength(0);
		expect(thread?.replies.map((reply) => reply.id)).toEqual([answer, second]);
		expect(await counted(town, number)).toBe(3);
	});

	it.each([
		['waiting', null, 'notPublished'],
		['rejected', 'reject', 'notPublished'],
		['hidden', 'hide', 'hiddenSubject']
	] as const)('to one that is %s is refused', async (_, deed, reason) => {
		const { town, number } = await square();
		const root = await say(town, number, await town.person());
		if (deed === 'hide') await screen(town, root);
		if (deed) await screen(town, root, deed);
		const answer = say(town, number, await town.person(), words({ parentId: root }));
		await expect(answer).rejects.toMatchObject({ reason });
	});

	it('to an answer is refused when the comment above it is hidden', async () => {
		const { town, number } = await square();
		const root = await sayAloud(town, number, await town.person());
		const answer = await sayAloud(town, number, await town.person(), words({ parentId: root }));
		await screen(town, root, 'hide');
		const late = say(town, number, await town.person(), words({ parentId: answer }));
		await expect(late).rejects.toMatchObject({ reason: 'hiddenSubject' });
	});

	it('to a comment on something else is not found', async () => {
		const { town, number } = await square();
		const elsewhere = await say(town, number, await town.person());
		await screen(town, elsewhere);
		const point = async () => ({
			kind: 'point' as const,
			id: newId(),
			wordingId: newId(),
			consultationId: town.consultationId
		});
		const lost = comments.write(town.as(await town.person()), point, words({ parentId: elsewhere }));
		await expect(lost).rejects.toThrow(NotFound);
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
		expect(counts).toEqual({ affected: 0, practice: 1, research: 1, none: 0 });
	});
});

describe('a long thread', () => {
	it('pages through every comment once, newest first, with all answers', async () => {
		const { town, number, proposalId } = await square();
		const author = await town.person();
		const roots: string[] = [];
		for (let i = 0; i < comments.PAGE + 5; i++) roots.push(await sayAloud(town, number, author));
		await sayAloud(town, number, author, words({ parentId: roots[0] ?? null }));
		const subject = { kind: 'proposal', id: proposalId } as const;
		const first = await comments.page(town.as(null), subject, null);
		expect(first.comments).toHaveLength(comments.PAGE);
		const second = await comments.page(town.as(null), subject, first.next);
		expect(second).toMatchObject({ next: null });
		const seen = [...first.comments, ...second.comments];
		expect(new Set(seen.map((comment) => comment.id))).toEqual(new Set(roots));
		expect(seen.reduce((sum, comment) => sum + comment.replies.length, 0)).toBe(1);
	});

	it('starts at its beginning when the address was tampered with', async () => {
		const { town, number, proposalId } = await square();
		await sayAloud(town, number, await town.person());
		const subject = { kind: 'proposal', id: proposalId } as const;
		expect((await comments.page(town.as(null), subject, "' or 1=1 --")).comments).toHaveLength(1);
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
		expect(await comments.thread(town.as(null), subject)).toMatchObject([{ wordingId: subject.wordingId }]);
		expect(await comments.mine(town.as(author))).toMatchObject([
			{ proposal: null, about: { kind: 'point', id: subject.id } }
		]);
	});
});
