import { writeProfile } from '#lib/profile/profileFile.ts';
import * as profile from '#lib/profile/profile.server.ts';
import { mayChangeProfile } from '#lib/profile/rules.ts';
import { admit } from '#lib/server/http/forms/act.ts';
import type { RequestEvent } from './$types';
import { withKnownTexts } from '#lib/wording/profileWords.server.ts';

export const GET = async ({ locals: { ctx } }: Pick<RequestEvent, 'locals'>) => {
	admit(mayChangeProfile(ctx.person?.roles ?? null));
	return new Response(writeProfile(withKnownTexts(await profile.current(ctx))), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="profil.json"',
			'cache-control': 'no-store'
		}
	});
};
