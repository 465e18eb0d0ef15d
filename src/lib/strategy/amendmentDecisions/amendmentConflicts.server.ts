import { mayAmend, type Amendment } from '../../amendments/amendment.ts';
import * as amendments from '../../amendments/amendments.server.ts';
import { fitted, type Fitted } from '../../amendments/applicability.ts';
import { countsOnAmendments } from '../../comments/comments.server.ts';
import * as consultations from '../../consultations/consultations.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { all } from '../../verdict.ts';
import { isOpen, type Point } from '../points/point.ts';
import { amendmentRows } from './amendmentRows.ts';
import { wordsOf } from './decideAmendment.server.ts';
import type { Part } from '../diff/diffParts.ts';
import * as store from '../versions/store.server.ts';
import { compareMarkdown, compareWords } from '../diff/wordDiff.ts';

/**
 * How amendments stand to the wordings of a version (null: there is none), by their numbers. Only those in the list are
 * compared with each other, so it holds all the open ones of their points.
 */
export async function amendmentConflicts(
	ctx: Ctx,
	versionId: string | null,
	list: readonly Amendment[]
): Promise<Map<number, Fitted>> {
	const bases = await wordsOf(
		ctx,
		list.map((one) => one.wordingId)
	);
	const standing = versionId === null || list.length === 0 ? [] : await store.pointsOfVersion(ctx.db, versionId);
	const current = new Map(standing.map(({ pointId, title, body }) => [pointId, { title, body }]));
	const found = new Map<number, Fitted>();
	for (const pointId of new Set(list.map((one) => one.pointId))) {
		const proposed = list
			.filter((one) => one.pointId === pointId)
			.map(({ number, title, body, wordingId, decision }) => ({
				...{ number, text: { title, body }, open: decision === null },
				base: bases.get(wordingId) ?? { title: '', body: '' }
			}));
		for (const [number, fit] of fitted(current.get(pointId) ?? null, proposed)) found.set(number, fit);
	}
	return found;
}

/** The same as words that go and come. */
export function differenceOf({ against, text }: Pick<Fitted, 'against' | 'text'>): { title: Part[]; body: Part[] } {
	return { title: compareWords(against.title, text.title), body: compareMarkdown(against.body, text.body) };
}

/** Of these and all others that are open for the same point, how each stands to today's wording. */
async function amongOpen(
	ctx: Ctx,
	{ id, consultationId }: Pick<Point, 'id' | 'consultationId'>,
	list: readonly Amendment[]
) {
	const newest = await store.newestHead(ctx.db, consultationId);
	const others = await amendments.open(ctx, { pointId: id });
	const all = [...list, ...others.filter((other) => !list.some((one) => one.id === other.id))];
	return amendmentConflicts(ctx, newest?.id ?? null, all);
}

/** What one amendment would change in today's wording, beside the others; null: there is nothing to compare. */
export async function changeOf(ctx: Ctx, amendment: Amendment) {
	const { pointId: id, consultationId, number } = amendment;
	const fit = (await amongOpen(ctx, { id, consultationId }, [amendment])).get(number);
	return fit ? { fit: fit.fit, collides: fit.collides, ...differenceOf(fit) } : null;
}

/** One page of what is proposed for a point, from the amendment before `before` on, and whether one more may be made. */
export async function amendmentsOn(ctx: Ctx, point: Point, before: number | null) {
	const { phases } = await consultations.byId(ctx, point.consultationId);
	const { amendments: list, next } = await amendments.onPoint(ctx, point.id, before);
	const comments = await countsOnAmendments(
		ctx,
		list.map((one) => one.id)
	);
	const about = {
		fits: await amongOpen(ctx, point, list),
		comments,
		hrefOf: (number: number) => `/aenderungen/${number}`
	};
	return {
		rows: amendmentRows(list, about),
		next,
		first: before === null,
		may: all(isOpen(point), mayAmend({ person: ctx.person, phases, now: ctx.now }))
	};
}
