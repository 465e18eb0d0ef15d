import { redirect } from '@sveltejs/kit';
import * as privacy from '#lib/privacy/privacy.server.ts';

export const GET = async ({ locals: { ctx } }) => {
	if (!ctx.person) redirect(303, '/anmelden?weiter=/meine-daten');
	return new Response(JSON.stringify(await privacy.ownData(ctx), null, '\t'), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="meine-daten.json"'
		}
	});
};
