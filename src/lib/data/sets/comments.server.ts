import * as amendments from '../../amendments/amendments.server.ts';
import type { Text } from '../../comments/comment.ts';
import * as comments from '../../comments/comments.server.ts';
import * as proposals from '../../proposals/proposals.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import * as strategy from '../../strategy/strategy.server.ts';
import { day } from './contributions.server.ts';
import type { Traced } from '../dataset.ts';
import { versions } from './versions.server.ts';

const PAGE = 100;

/** The first version each wording stands in. */
export async function firstVersions(ctx: Ctx): Promise<Map<string, number>> {
	const first = new Map<string, number>();
	for await (const { number, points } of versions(ctx)) {
		for (const { wordingId } of points) first.set(wordingId, first.get(wordingId) ?? number);
	}
	return first;
}

/**
 * Every public comment, with what it is about. It is called by its row: an own number would tell the minute of writing.
 */
export async function* kommentare(ctx: Ctx): AsyncGenerator<Traced<'kommentare'>[]> {
	const first = await firstVersions(ctx);
	const rows = new Map<string, number>();
	for await (const page of comments.published(ctx, PAGE)) {
		const numbers = await numbersOf(ctx, page);
		for (const { id } of page) rows.set(id, rows.size + 1);
		yield page.map((one) => ({
			trace: { kind: 'comment', id: one.id, stamp: one.redactedAt, parent: one.parentId },
			row: {
				zeile: rows.get(one.id) ?? null,
				zu_art: one.about.kind,
				zu_nummer: numbers.get(one.about.id) ?? null,
				zu_fassung: first.get(one.wordingId ?? '') ?? null,
				antwort: one.parentId !== null,
				antwort_auf: rows.get(one.parentId ?? '') ?? null,
				haltung: one.stance,
				text: one.body,
				gruppe: one.authorGroup,
				organisation: one.organisation,
				geschrieben: day(one.createdAt),
				veroeffentlicht: day(one.publishedAt)
			}
		}));
	}
}

/** The public numbers of what these comments are about, by its id. */
async function numbersOf(ctx: Ctx, page: readonly Text[]): Promise<Map<string, number>> {
	const ids = (kind: Text['about']['kind']) => page.flatMap(({ about }) => (about.kind === kind ? [about.id] : []));
	const onContributions = await proposals.headings(ctx, [...new Set(ids('proposal'))]);
	const onAmendments = await amendments.headings(ctx, ids('amendment'));
	const wordings = await strategy.headingsOf(ctx, [...new Set(page.flatMap(({ wordingId }) => wordingId ?? []))]);
	return new Map([
		...[...onContributions, ...onAmendments].map(({ id, number }) => [id, number] as const),
		...page.flatMap(({ about, wordingId }) => {
			const point = about.kind === 'point' ? wordings.get(wordingId ?? '') : undefined;
			return point ? [[about.id, point.number] as const] : [];
		})
	]);
}
