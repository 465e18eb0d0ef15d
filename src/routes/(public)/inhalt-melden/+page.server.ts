import { countTry } from '#lib/server/http/signIn/signInLimits.ts';
import { reveal } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import { PAGE_MAX, TicketForm } from '#lib/tickets/ticket.ts';
import * as tickets from '#lib/tickets/tickets.server.ts';

export const load = ({ locals: { ctx }, url, setHeaders }) => {
	// The form is for one: it carries the id of what it will make, and when it was opened.
	setHeaders({ 'cache-control': 'no-store' });
	const page = (url.searchParams.get('seite') ?? '').slice(0, PAGE_MAX);
	return { blank: { id: newId(), opened: tickets.opening(ctx), page } };
};

export const actions = {
	// No redirect: the code stands on this answer and nowhere else.
	default: (event) =>
		reveal(event, TicketForm, async (ctx, form) => {
			await countTry(ctx, 'report', event);
			return tickets.file(ctx, 'content', form);
		})
};
