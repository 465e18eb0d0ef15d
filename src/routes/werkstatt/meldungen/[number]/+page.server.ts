import { act, showing } from '#lib/server/http/forms/act.ts';
import { mayReply, ReplyForm } from '#lib/tickets/ticket.ts';
import * as tickets from '#lib/tickets/tickets.server.ts';
import { inGerman } from '#lib/texts/current.ts';
import { t } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx }, params }) => {
	const ticket = await showing(tickets.desk(ctx, Number(params.number)));
	// To whoever reported it, who is spoken to in German.
	const { templates } = inGerman(() => t.tickets);
	return {
		ticket,
		mayDelay: mayReply(ctx.person, ticket.state, 'interim').ok,
		mayAnswer: mayReply(ctx.person, ticket.state, 'answer').ok,
		templates: { interim: templates.interim[ticket.kind], answer: templates.answer[ticket.kind] }
	};
};

export const actions = {
	default: (event) =>
		act(event, ReplyForm, async (ctx, form) => {
			await tickets.reply(ctx, Number(event.params.number), form);
			return `/werkstatt/meldungen/${event.params.number}?ok=${form.deed === 'interim' ? 'ticketDelayed' : 'ticketAnswered'}`;
		})
};
