import type { CommentInput } from '#lib/comments/comment.ts';
import * as comments from '#lib/comments/comments.server.ts';
import type { Person } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { makeTestApp, type TestApp } from '../machine/testApp.ts';

export const words = (more: Partial<CommentInput> = {}): CommentInput => ({
	id: newId(),
	parentId: null,
	stance: 'pro',
	body: 'Das hilft wirklich.',
	...more
});

/** A published contribution that people can talk about. */
export async function square(): Promise<{ testApp: TestApp; number: number; proposalId: string }> {
	const testApp = await makeTestApp();
	const id = newId();
	const number = await proposals.submit(testApp.as(await testApp.person()), testApp.consultationId, {
		id,
		kind: 'proposal',
		field: 'wohnen',
		title: 'Mehr kleine Wohnungen',
		body: 'Wir brauchen Wohnungen, die man bezahlen kann.',
		evidence: ''
	});
	await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'publish' }));
	return { testApp, number, proposalId: id };
}

export const about = (number: number) => (ctx: Parameters<typeof comments.aboutProposal>[0]) =>
	comments.aboutProposal(ctx, number);

export async function say(testApp: TestApp, number: number, who: Person, form = words()): Promise<string> {
	await comments.write(testApp.as(who), about(number), form);
	return form.id;
}

export async function screen(
	testApp: TestApp,
	id: string,
	deed: 'publish' | 'reject' | 'hide' | 'restore' = 'publish'
) {
	await transaction(testApp.as(null), (ctx) => comments.screened(ctx, id, { deed }));
}

export async function sayAloud(testApp: TestApp, number: number, who: Person, form = words()): Promise<string> {
	const id = await say(testApp, number, who, form);
	await screen(testApp, id);
	return id;
}

export const read = (testApp: TestApp, id: string, who: Person | null = null) =>
	comments.page(testApp.as(who), { kind: 'proposal', id }, null).then((page) => page.comments);
export const counted = async (testApp: TestApp, number: number) =>
	(await proposals.byNumber(testApp.as(null), number)).commentCount;
