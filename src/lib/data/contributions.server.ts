import * as amendments from '../amendments/amendments.server.ts';
import * as answers from '../answers/answers.server.ts';
import type { Text } from '../comments/comment.ts';
import * as comments from '../comments/comments.server.ts';
import * as consultations from '../consultations/consultations.server.ts';
import { ListQuery } from '../proposals/proposal.ts';
import * as proposals from '../proposals/proposals.server.ts';
import type { Ctx } from '../server/ctx.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { t } from '../texts/texts.ts';
import type { RowOf } from './dataset.ts';

const PAGE = 100;

export const day = (instant: string | null) => instant?.slice(0, 10) ?? null;
export const yesNo = (yes: boolean) => (yes ? t.data.yes : t.data.no);

/** Every public contribution with what became of it. */
export async function* beitraege(ctx: Ctx): AsyncGenerator<RowOf<'beitraege'>[]> {
	for (const { id, slug } of await consultations.all(ctx)) {
		let after: string | null = '';
		while (after !== null) {
			const page: Awaited<ReturnType<typeof proposals.list>> = await proposals.list(
				ctx,
				id,
				ListQuery.parse({ after: after || undefined })
			);
			yield await contributions(ctx, slug, page.proposals);
			after = page.next;
		}
	}
}

async function contributions(
	ctx: Ctx,
	slug: string,
	page: readonly proposals.Proposal[]
): Promise<RowOf<'beitraege'>[]> {
	const answered = await answers.publishedFor(
		ctx,
		page.map(({ id }) => id)
	);
	return page.map((one) => {
		const answer = answered.get(one.id);
		return {
			nummer: one.number,
			verfahren: slug,
			art: t.proposals.kinds[one.kind],
			handlungsfeld: one.field,
			titel: one.title,
			text: one.body,
			beleg: one.evidence,
			gruppe: one.authorGroup && t.people.groups[one.authorGroup],
			organisation: one.organisation,
			veroeffentlicht: day(one.publishedAt),
			geschwaerzt: yesNo(one.redactedAt !== null),
			unterstuetzungen: one.supportCount,
			kommentare: one.commentCount,
			verbleib: answer ? t.answers.dispositions[answer.disposition] : null,
			begruendung: answer?.reason ?? null,
			zustaendig: answer?.responsible ?? null,
			antwort_mit_fassung: answer?.versionNumber ?? null,
			herkunft: one.originUrl,
			adresse: `${ctx.house.config.origin}/beitraege/${one.number}`
		};
	});
}

/** Every public comment, with what it is about. Without a number of its own: that would tell the minute of writing. */
export async function* kommentare(ctx: Ctx): AsyncGenerator<RowOf<'kommentare'>[]> {
	for await (const page of comments.published(ctx, PAGE)) {
		const numbers = await numbersOf(ctx, page);
		yield page.map((one) => ({
			zu_art: t.data.about[one.about.kind],
			zu_nummer: numbers.get(one.about.id) ?? null,
			antwort: yesNo(one.parentId !== null),
			haltung: t.comments.stances[one.stance],
			text: one.body,
			gruppe: t.people.groups[one.authorGroup],
			organisation: one.organisation,
			veroeffentlicht: day(one.publishedAt)
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
