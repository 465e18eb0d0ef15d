import { mayIssueCards } from '#lib/people/cards/batch.ts';
import { act, admit, showing } from '#lib/server/http/forms/act.ts';
import { seenMark } from '#lib/editState.ts';
import { newId } from '#lib/server/ids.ts';
import { BookForm, GrantForm, LimitForm, mayGrant } from '#lib/thanks/thanks.ts';
import * as thanks from '#lib/thanks/thanks.server.ts';

export const load = async ({ locals: { ctx } }) => {
	admit(mayIssueCards(ctx.person));
	const { limit, ...desk } = await showing(thanks.desk(ctx));
	return {
		...desk,
		limit,
		seen: seenMark(thanks.limitState(limit)),
		words: await thanks.meetingWords(ctx),
		mayGrant: mayGrant(ctx.person).ok,
		blank: newId()
	};
};

export const actions = {
	book: (event) =>
		act(event, BookForm, async (ctx, form) => {
			const outcome = await thanks.book(ctx, form);
			return `/werkstatt/karten/dank?ok=${outcome === 'known' ? 'thanksKnown' : 'thanksBooked'}`;
		}),
	limit: (event) =>
		act(event, LimitForm, async (ctx, form) => {
			await thanks.setLimit(ctx, form);
			return '/werkstatt/karten/dank?ok=thanksLimited';
		}),
	grant: (event) =>
		act(event, GrantForm, async (ctx, form) => {
			await thanks.grant(ctx, form);
			return '/werkstatt/karten/dank?ok=thanksGranted';
		})
};
