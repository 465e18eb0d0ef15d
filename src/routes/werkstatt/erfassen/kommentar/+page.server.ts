import { mayEnterWorkshop } from '#lib/people/staff/workAreas.ts';
import { personalDataCheck } from '#lib/moderation/hints/personalDataCheck.ts';
import * as comments from '#lib/comments/comments.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { ListQuery } from '#lib/proposals/proposal.ts';
import { mayRecord, SaidForm } from '#lib/recording/recording.ts';
import * as recording from '#lib/recording/recording.server.ts';
import { reveal, admit, showing } from '#lib/server/http/forms/act.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { newDayId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { isoDay } from '#lib/texts/dates.ts';
import { explain } from '#lib/texts/texts.ts';

const SUBJECT = /^(punkt|beitrag)-(\d{1,9})$/;
const FOUND_MAX = 10;

/** What is written about, with its words: nobody types a number blindly. */
async function chosen(ctx: Ctx, asked: string | null) {
	const [, kind, number] = SUBJECT.exec(asked ?? '') ?? [];
	if (kind === undefined) return null;
	if (kind === 'punkt') {
		const { title, body } = await showing(strategy.wordingNow(ctx, Number(number)));
		return { about: 'point' as const, number: Number(number), title, body, language: 'de' as const };
	}
	const { title, body, language } = await showing(proposals.byNumber(ctx, Number(number)));
	return { about: 'proposal' as const, number: Number(number), title, body, language };
}

async function found(ctx: Ctx, consultationId: string, q: string) {
	if (q === '') return null;
	if (/^\d{1,9}$/.test(q)) return proposals.byNumbers(ctx, consultationId, [Number(q)]);
	return (await proposals.list(ctx, consultationId, ListQuery.parse({ q }))).proposals.slice(0, FOUND_MAX);
}

export const load = async ({ locals: { ctx }, url }) => {
	admit(mayEnterWorkshop(ctx.person));
	const { id } = await showing(consultations.current(ctx));
	const subject = await chosen(ctx, url.searchParams.get('zu'));
	const asked = url.searchParams.get('q')?.trim() ?? '';
	const hits = subject ? null : await found(ctx, id, asked);
	return {
		...{ subject, asked },
		points: subject ? [] : (await strategy.currentPoints(ctx, id)).map(({ number, title }) => ({ number, title })),
		found: hits && hits.map(({ number, title, language }) => ({ number, title, language })),
		whyNot: explain(mayRecord(ctx.person)),
		whose: url.searchParams.get('fuer') === 'gruppe' ? ('group' as const) : ('person' as const),
		address: `${ctx.app.config.origin}/uebernehmen`.replace(/^https?:\/\//, ''),
		blank: {
			...{ id: newDayId(ctx.now), channel: '', date: isoDay(ctx.now), place: '', group: '' },
			...{ about: subject?.about ?? '', number: String(subject?.number ?? '') }
		}
	};
};

export const actions = {
	default: (event) =>
		reveal(event, personalDataCheck(SaidForm), async (ctx, form) => {
			const find = form.about === 'point' ? strategy.subjectOf : comments.aboutProposal;
			const saved = await recording.recordComment(ctx, (ctx) => find(ctx, form.number), form);
			const { channel, date, place, group, about, number } = form;
			return { ...saved, former: form.id, kept: { channel, date, place, group, about, number: String(number) } };
		})
};
