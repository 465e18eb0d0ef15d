import { describe, expect, it } from 'vitest';
import { newId } from '#lib/server/ids.ts';
import { NotFound } from '#lib/verdict.ts';
import { counted, read, say, sayAloud, screen, square, words } from '../../../tests/support/opinion/square.ts';
import * as comments from './comments.server.ts';

describe('an answer', () => {
	it('belongs to the comment it answers; an answer to an answer belongs to the same', async () => {
		const { testApp, number, proposalId } = await square();
		const root = await sayAloud(testApp, number, await testApp.person());
		const answer = await sayAloud(testApp, number, await testApp.person(), words({ parentId: root }));
		const second = await sayAloud(testApp, number, await testApp.person(), words({ parentId: answer }));
		const [thread, ...rest] = await read(testApp, proposalId);
		expect(rest).toHaveLength(0);
		expect(thread?.replies.map((reply) => reply.id)).toEqual([answer, second]);
		expect(await counted(testApp, number)).toBe(3);
	});

	it.each([
		['waiting', null, 'notPublished'],
		['rejected', 'reject', 'notPublished'],
		['hidden', 'hide', 'hiddenSubject']
	] as const)('to one that is %s is refused', async (_, deed, reason) => {
		const { testApp, number } = await square();
		const root = await say(testApp, number, await testApp.person());
		if (deed === 'hide') await screen(testApp, root);
		if (deed) await screen(testApp, root, deed);
		const answer = say(testApp, number, await testApp.person(), words({ parentId: root }));
		await expect(answer).rejects.toMatchObject({ reason });
	});

	it('to an answer is refused when the comment above it is hidden', async () => {
		const { testApp, number } = await square();
		const root = await sayAloud(testApp, number, await testApp.person());
		const answer = await sayAloud(testApp, number, await testApp.person(), words({ parentId: root }));
		await screen(testApp, root, 'hide');
		const late = say(testApp, number, await testApp.person(), words({ parentId: answer }));
		await expect(late).rejects.toMatchObject({ reason: 'hiddenSubject' });
	});

	it('to a comment on something else is not found', async () => {
		const { testApp, number } = await square();
		const elsewhere = await say(testApp, number, await testApp.person());
		await screen(testApp, elsewhere);
		const point = async () => ({
			kind: 'point' as const,
			id: newId(),
			wordingId: newId(),
			consultationId: testApp.consultationId
		});
		const lost = comments.write(testApp.as(await testApp.person()), point, words({ parentId: elsewhere }));
		await expect(lost).rejects.toThrow(NotFound);
	});
});

describe('a long thread', () => {
	it('pages through every comment once, newest first, with all answers', async () => {
		const { testApp, number, proposalId } = await square();
		const author = await testApp.person();
		const roots: string[] = [];
		for (let i = 0; i < comments.PAGE + 5; i++) roots.push(await sayAloud(testApp, number, author));
		await sayAloud(testApp, number, author, words({ parentId: roots[0] ?? null }));
		const subject = { kind: 'proposal', id: proposalId } as const;
		const first = await comments.page(testApp.as(null), subject, null);
		expect(first.comments).toHaveLength(comments.PAGE);
		const second = await comments.page(testApp.as(null), subject, first.next);
		expect(second).toMatchObject({ next: null });
		const seen = [...first.comments, ...second.comments];
		expect(new Set(seen.map((comment) => comment.id))).toEqual(new Set(roots));
		expect(seen.reduce((sum, comment) => sum + comment.replies.length, 0)).toBe(1);
	});

	it('starts at its beginning when the address was tampered with', async () => {
		const { testApp, number, proposalId } = await square();
		await sayAloud(testApp, number, await testApp.person());
		const subject = { kind: 'proposal', id: proposalId } as const;
		expect((await comments.page(testApp.as(null), subject, "' or 1=1 --")).comments).toHaveLength(1);
	});
});
