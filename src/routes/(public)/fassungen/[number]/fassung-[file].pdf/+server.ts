import { error } from '@sveltejs/kit';
import { sendFile } from '#lib/server/http/sendFile.ts';
import * as papers from '#lib/corrections/papers.server.ts';
import { TRANSLATED } from '#lib/texts/locales/locale.ts';

/** `?sprache=uk`: in that language, as far as it is translated. */
export const GET = async ({ locals: { ctx }, params, request, url }) => {
	if (params.file !== params.number) error(404);
	const number = Number(params.number);
	const locale = TRANSLATED.find((one) => one === url.searchParams.get('sprache'));
	if (locale) return sendFile(() => papers.translatedVersionPaper(ctx, number, locale), { request });
	return sendFile(() => papers.versionPaper(ctx, number, 'pdf'), { request });
};
