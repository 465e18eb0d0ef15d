import * as answers from '../answers/answers.server.ts';
import * as consultations from '../consultations/consultations.server.ts';
import { ListQuery } from '../proposals/proposal.ts';
import * as proposals from '../proposals/proposals.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { t } from '../texts/texts.ts';
import type { RowOf } from './dataset.ts';

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
				ListQuery.parse({ nach: after || undefined })
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
	const summaries = await proposals.summariesOf(ctx, page);
	return page.map((one) => {
		const answer = answered.get(one.id);
		const german = summaries.get(one.id);
		return {
			nummer: one.number,
			verfahren: slug,
			art: t.proposals.kinds[one.kind],
			handlungsfeld: one.field,
			titel: one.title,
			text: one.body,
			beleg: one.evidence,
			sprache: t.people.languages[one.language],
			deutsch_titel: german?.title ?? null,
			deutsch_text: german?.body ?? null,
			deutsch_am: day(german?.writtenAt ?? null),
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
