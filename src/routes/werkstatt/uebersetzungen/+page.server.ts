import { admit } from '#lib/server/http/forms/act.ts';
import { mayTranslate } from '#lib/translations/translation.ts';
import * as translations from '#lib/translations/translations.server.ts';

export const load = async ({ locals: { ctx } }) => {
	admit(mayTranslate(ctx.person));
	return { languages: await translations.progress(ctx) };
};
