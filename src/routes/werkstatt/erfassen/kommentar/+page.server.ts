import { mayEnterWorkshop } from '#lib/people/desks.ts';
import { hinting } from '#lib/moderation/hinting.ts';
import * as comments from '#lib/comments/comments.server.ts';
import { mayRecord, SaidForm } from '#lib/recording/recording.ts';
import * as recording from '#lib/recording/recording.server.ts';
import { reveal, admit } from '#lib/server/http/act.ts';
import { newDayId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { isoDay } from '#lib/texts/de/dates.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = ({ locals: { ctx }, url }) => {
	admit(mayEnterWorkshop(ctx.person));
	return {
		whyNot: explain(mayRecord(ctx.person)),
		whose: url.searchParams.get('fuer') === 'gruppe' ? ('group' as const) : ('person' as const),
		address: `${ctx.house.config.origin}/uebernehmen`.replace(/^https?:\/\//, ''),
		blank: { id: newDayId(ctx.now), channel: '', date: isoDay(ctx.now), place: '', group: '', about: '', number: '' }
	};
};

export const actions = {
	default: (event) =>
		reveal(event, hinting(SaidForm), async (ctx, form) => {
			const find = form.about === 'point' ? strategy.subjectOf : comments.aboutProposal;
			const saved = await recording.putDownComment(ctx, (ctx) => find(ctx, form.number), form);
			const { channel, date, place, group, about, number } = form;
			return { ...saved, former: form.id, kept: { channel, date, place, group, about, number: String(number) } };
		})
};
