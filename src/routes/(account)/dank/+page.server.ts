import { reveal, showing } from '#lib/server/http/forms/act.ts';
import { requireSignIn } from '#lib/server/http/signIn/requireSignIn.ts';
import { explain } from '#lib/texts/texts.ts';
import { mayGetThanks, ReceiptForm } from '#lib/thanks/thanks.ts';
import * as thanks from '#lib/thanks/thanks.server.ts';

export const load = async ({ locals: { ctx } }) => {
	requireSignIn(ctx, '/dank');
	const may = mayGetThanks(ctx.person);
	return { whyNot: explain(may), occasions: may.ok ? await showing(thanks.occasions(ctx)) : [] };
};

export const actions = {
	// No redirect: the code stands on this answer and nowhere else.
	default: (event) => reveal(event, ReceiptForm, thanks.receipt)
};
