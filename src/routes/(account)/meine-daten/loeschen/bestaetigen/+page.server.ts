import { error, redirect } from '@sveltejs/kit';
import * as people from '#lib/people/people.server.ts';
import { isStaff } from '#lib/people/person.ts';
import { admins } from '#lib/people/erasure/accountErasure.server.ts';
import { FateForm, mayLeave } from '#lib/privacy/privacy.ts';
import * as privacy from '#lib/privacy/privacy.server.ts';
import { act } from '#lib/server/http/forms/act.ts';
import { requireSignIn } from '#lib/server/http/signIn/requireSignIn.ts';
import { setSession } from '#lib/server/http/signIn/sessionCookie.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx }, url }) => {
	const person = requireSignIn(ctx, '/meine-daten/loeschen');
	const whyNot = explain(mayLeave(person, await admins(ctx)));
	if (whyNot) error(403, whyNot);
	const asked = FateForm.safeParse({ texts: url.searchParams.get('texte') });
	// Without an answer to the first question there is nothing to confirm.
	if (!asked.success) redirect(303, '/meine-daten/loeschen');
	return { ...asked.data, staff: isStaff(person), seatOf: person.seatId === undefined ? null : person.organisation };
};

export const actions = {
	default: (event) =>
		act(event, FateForm, async (ctx, { texts }) => {
			await privacy.closeOwnAccount(ctx, texts);
			setSession(event, await people.leave(ctx, event.locals.sessionId ?? ''));
			event.setHeaders({ 'clear-site-data': '"cache", "cookies", "storage"' });
			return '/?ok=goneForGood';
		})
};
