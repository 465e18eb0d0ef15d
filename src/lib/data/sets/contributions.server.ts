import * as answers from '../../answers/answers.server.ts';
import type { Consultation } from '../../consultations/consultation.ts';
import * as consultations from '../../consultations/consultations.server.ts';
import { ListQuery } from '../../proposals/proposal.ts';
import * as proposals from '../../proposals/proposals.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { isoDay } from '../../texts/dates.ts';
import type { Traced } from '../dataset.ts';

/** The day in Germany, as the pages tell it. */
export const day = (instant: string | null) => (instant ? isoDay(instant) : null);

/** Every public contribution with what became of it. */
export async function* beitraege(ctx: Ctx): AsyncGenerator<Traced<'beitraege'>[]> {
	for (const consultation of await consultations.all(ctx)) {
		let after: string | null = '';
		while (after !== null) {
			const page: Awaited<ReturnType<typeof proposals.list>> = await proposals.list(
				ctx,
				consultation.id,
				ListQuery.parse({ nach: after || undefined })
			);
			yield await contributions(ctx, consultation, page.proposals);
			after = page.next;
		}
	}
}

async function contributions(
	ctx: Ctx,
	{ slug, fields }: Consultation,
	page: readonly proposals.Proposal[]
): Promise<Traced<'beitraege'>[]> {
	const ids = page.map(({ id }) => id);
	const answered = await answers.publishedFor(ctx, ids);
	const summaries = await proposals.summariesOf(ctx, page);
	const slugs = new Map(fields.map((field) => [field.id, field.slug]));
	return page.map((one) => {
		const answer = answered.get(one.id);
		const german = summaries.get(one.id);
		const row = {
			nummer: one.number,
			verfahren: slug,
			art: one.kind,
			handlungsfeld: slugs.get(one.fieldId ?? '') ?? null,
			handlungsfeld_label: one.field,
			...{ titel: one.title, text: one.body, beleg: one.evidence },
			sprache: one.language,
			deutsch_titel: german?.title ?? null,
			deutsch_text: german?.body ?? null,
			deutsch_am: day(german?.writtenAt ?? null),
			gruppe: one.authorGroup,
			organisation: one.organisation,
			veroeffentlicht: day(one.publishedAt),
			geschwaerzt: one.redactedAt !== null,
			unterstuetzungen: one.supportCount,
			kommentare: one.commentCount,
			verbleib: answer?.disposition ?? null,
			begruendung: answer?.reason ?? null,
			zustaendig: answer?.responsible ?? null,
			antwort_mit_fassung: answer?.versionNumber ?? null,
			herkunft: one.originUrl,
			adresse: `${ctx.app.config.origin}/beitraege/${one.number}`
		};
		return { row, trace: { kind: 'proposal', id: one.id, stamp: one.redactedAt } };
	});
}
