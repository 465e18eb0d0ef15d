import * as wholeFile from '#lib/consultations/wholeFile.server.ts';
import { mayChangeProfile } from '#lib/profile/rules.ts';
import { admit } from '#lib/server/http/forms/act.ts';
import type { RequestEvent } from './$types';

export const GET = async ({ locals: { ctx } }: Pick<RequestEvent, 'locals'>) => {
	admit(mayChangeProfile(ctx.person?.roles ?? null));
	return new Response(await wholeFile.write(ctx), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="profil.json"',
			'cache-control': 'no-store'
		}
	});
};
