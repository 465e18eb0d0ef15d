import { withQuery } from '#lib/address.ts';
import { withDone } from '#lib/server/http/address/redirectTarget.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { mayReply, ReplyForm } from '#lib/tickets/ticket.ts';
import * as tickets from '#lib/tickets/tickets.server.ts';
import { inGerman } from '#lib/texts/current.ts';
import { t } from '#lib/texts/texts.ts';
import { desk, listOf, pageIn } from '../rows.ts';

export const load = async ({ locals: { ctx }, params, url }) => {
	const ticket = await showing(tickets.desk(ctx, Number(params.number)));
	// To whoever reported it, who is spoken to in German.
	const { templates } = inGerman(() => t.tickets);
	return {
		ticket,
		list: await listOf(ctx, url),
		back: withQuery(desk, pageIn(url)),
		mayDelay: mayReply(ctx.person, ticket.state, 'interim').ok,
		mayAnswer: mayReply(ctx.person, ticket.state, 'answer').ok,
		templates: { interim: templates.interim[ticket.kind], answer: templates.answer[ticket.kind] }
	};
};

export const actions = {
	default: (event) =>
		act(event, ReplyForm, async (ctx, form) => {
			await tickets.reply(ctx, Number(event.params.number), form);
			const here = withQuery(`${desk}/${event.params.number}`, pageIn(event.url));
			return withDone(here, form.deed === 'interim' ? 'ticketDelayed' : 'ticketAnswered');
		})
};
