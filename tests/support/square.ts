import type { CommentInput } from '#lib/comments/comment.ts';
import * as comments from '#lib/comments/comments.server.ts';
import type { Person } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { together } from '#lib/server/db/together.ts';
import { newId } from '#lib/server/ids.ts';
import { makeTown, type Town } from './town.ts';

export const words = (more: Partial<CommentInput> = {}): CommentInput => ({
	id: newId(),
	parentId: null,
	stance: 'pro',
	body: 'Das hilft wirklich.',
	...more
});

/** A published contribution that people can talk about. */
export async function square(): Promise<{ town: Town; number: number; proposalId: string }> {
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

export const about = (number: number) => (ctx: Parameters<typeof comments.aboutProposal>[0]) =>
	comments.aboutProposal(ctx, number);

export async function say(town: Town, number: number, who: Person, form = words()): Promise<string> {
	await comments.write(town.as(who), about(number), form);
	return form.id;
}

export async function screen(town: Town, id: string, deed: 'publish' | 'reject' | 'hide' | 'restore' = 'publish') {
	await together(town.as(null), (ctx) => comments.screened(ctx, id, { deed }));
}

export async function sayAloud(town: Town, number: number, who: Person, form = words()): Promise<string> {
	const id = await say(town, number, who, form);
	await screen(town, id);
	return id;
}

export const read = (town: Town, id: string, who: Person | null = null) =>
	comments.page(town.as(who), { kind: 'proposal', id }, null).then((page) => page.comments);
export const counted = async (town: Town, number: number) =>
	(await proposals.byNumber(town.as(null), number)).commentCount;
