import * as privacy from '#lib/privacy/privacy.server.ts';
import { requireSignIn } from '#lib/server/http/signIn/requireSignIn.ts';

export const GET = async ({ locals: { ctx } }) => {
	requireSignIn(ctx, '/meine-daten');
	return new Response(JSON.stringify(await privacy.ownData(ctx), null, '\t'), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="meine-daten.json"'
		}
	});
};
