import { withQuery } from '#lib/address.ts';
import { AnswersForm, mayAnswer, mayReadAnswers } from '#lib/answers/answer.ts';
import * as answers from '#lib/answers/worklist/together.server.ts';
import * as work from '#lib/answers/worklist/worklist.server.ts';
import { workSearch } from '#lib/answers/worklist/worklist.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as savedViews from '#lib/savedViews/savedViews.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { obey } from '#lib/verdict.ts';
import { campaignRows } from '../kampagnen/apart.ts';
import { answered, askIn, desk, justAnswered, rowsOf, undo } from './rows.ts';

async function desktop(ctx: Ctx, url: URL) {
	obey(mayReadAnswers(ctx.person));
	const ask = askIn(url);
	const consultation = await consultations.current(ctx);
	const draft = await strategy.draftOf(ctx, consultation.id);
	const { rows, next } = await rowsOf(ctx, consultation.id, ask, draft);
	const all = url.searchParams.has('alle');
	return {
		...{ ask, all, items: rows, batchId: newId(), goOn: '#liste', undo: justAnswered(url) },
		saved: await savedViews.shown(ctx, 'answers', workSearch(ask)),
		campaigns: await campaignRows(ctx, 'unanswered'),
		counts: await work.workCounts(ctx, consultation.id, ask),
		/** This very page, for the form to come back to. */
		search: workSearch(ask),
		allHref: withQuery(desk, [workSearch(ask), all ? '' : 'alle=1'].filter(Boolean).join('&')),
		draft: draft && draft.number,
		writing: draft !== null && mayAnswer(ctx.person).ok,
		fields: consultation.allFields.map(({ slug, title }) => ({ value: slug, label: title })),
		next: next && withQuery(desk, workSearch({ ...ask, after: next })),
		first: ask.after ? withQuery(desk, workSearch({ ...ask, after: undefined })) : null
	};
}

export const load = ({ locals: { ctx }, url }) => showing(desktop(ctx, url));

export const actions = {
	save: (event) =>
		act(event, AnswersForm, async (ctx, form) => {
			const ask = askIn(event.url);
			const many = form.matching
				? await answers.writeMatching(ctx, (await consultations.current(ctx)).id, ask, form)
				: await answers.writeEach(ctx, form);
			return answered(ask, form.id, { many });
		}),
	undo
};
