import { z } from 'zod';
import * as provider from '#lib/people/signIn/provider.server.ts';
import { formValues, readForm } from '#lib/server/http/forms/readForm.ts';
import { Refused } from '#lib/verdict.ts';

const Form = z.object({ logout_token: z.string().max(10_000) });
const HEADERS = { 'cache-control': 'no-store' };

/** The provider itself asks here, not a browser: somebody has signed out there (back-channel sign-out). */
export const POST = async ({ locals: { ctx }, request }) => {
	const form = Form.safeParse(formValues(await readForm(request)));
	if (!form.success) return new Response(null, { status: 400, headers: HEADERS });
	try {
		await provider.signedOutThere(ctx, form.data.logout_token);
	} catch (problem) {
		if (!(problem instanceof Refused)) throw problem;
		const status = problem.reason === 'providerAway' ? 503 : 400;
		return Response.json({ error: 'invalid_request' }, { status, headers: HEADERS });
	}
	return new Response(null, { status: 200, headers: HEADERS });
};
