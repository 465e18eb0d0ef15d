import { redirect } from '@sveltejs/kit';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { seenMark } from '#lib/editState.ts';
import { dissentSubject, ExplainForm, mayExplain, wordSubject } from '#lib/omissions/omission.ts';
import * as omissions from '#lib/omissions/omissions.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { mayReadDraft } from '#lib/strategy/drafts/draft.ts';
import type { Note } from '#lib/strategy/versions/omitted.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { obey } from '#lib/verdict.ts';

const desk = '/werkstatt/entwurf/fehlendes';

const asked = (subject: string, note: Note | null) => ({ subject, note, seen: seenMark(omissions.noteState(note)) });

async function desktop(ctx: Ctx) {
	obey(mayReadDraft(ctx.person));
	const { id } = await consultations.current(ctx);
	const draft = await strategy.draftOf(ctx, id);
	if (!draft) return null;
	const { texts, words, dissents, unused, passages } = await omissions.lastOmitted(ctx, draft);
	return {
		version: { id: draft.id, number: draft.number },
		writing: mayExplain(ctx.person, draft).ok,
		texts,
		words: words && words.map((one) => ({ ...one, ...asked(wordSubject(one), one.note) })),
		dissents: dissents.map((one) => ({ ...one, ...asked(dissentSubject(one), one.note) })),
		...{ unused, passages }
	};
}

export const load = async ({ locals: { ctx } }) => {
	const shown = await showing(desktop(ctx));
	if (!shown) redirect(303, '/werkstatt/entwurf');
	return shown;
};

export const actions = {
	explain: (event) =>
		act(event, ExplainForm, async (ctx, form) => {
			await omissions.explain(ctx, form);
			return `${desk}?ok=omissionExplained`;
		})
};
