import { error, redirect } from '@sveltejs/kit';
import { admins } from '#lib/people/erasure/accountErasure.server.ts';
import { FateForm, mayLeave } from '#lib/privacy/privacy.ts';
import { act } from '#lib/server/http/forms/act.ts';
import { requireSignIn } from '#lib/server/http/signIn/requireSignIn.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx } }) => {
	const person = requireSignIn(ctx, '/meine-daten/loeschen');
	const whyNot = explain(mayLeave(person, await admins(ctx)));
	if (whyNot) error(403, whyNot);
	// What was said for an organisation is not the seat's to keep or to erase: there is nothing to choose.
	if (person.seatId !== undefined) redirect(303, '/meine-daten/loeschen/bestaetigen?texte=unlink');
};

export const actions = {
	default: (event) => act(event, FateForm, async (_, { texts }) => `/meine-daten/loeschen/bestaetigen?texte=${texts}`)
};
