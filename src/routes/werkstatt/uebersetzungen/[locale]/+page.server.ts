import { z } from 'zod';
import { withQuery } from '#lib/address.ts';
import { actOnFile, admit, showing } from '#lib/server/http/forms/act.ts';
import { fill, t } from '#lib/texts/texts.ts';
import { BadTranslations, importFile } from '#lib/translations/exchange.server.ts';
import { FILE_BYTES, FileForm, KINDS, localeOfAddress, mayTranslate } from '#lib/translations/translation.ts';
import * as translations from '#lib/translations/translations.server.ts';
import { found } from '#lib/verdict.ts';
import type { Ctx } from '#lib/server/ctx.ts';

const Query = z.object({
	art: z.enum(KINDS).nullable().catch(null).default(null),
	nach: z
		.string()
		.regex(/^\d\.\d{6}$/)
		.nullable()
		.catch(null)
		.default(null)
});

async function read(ctx: Ctx, address: string, { art, nach }: z.output<typeof Query>) {
	const locale = found(localeOfAddress(address), 'language');
	const { next, ...list } = await translations.list(ctx, locale, { kind: art, after: nach });
	const at = (more: Record<string, string>) =>
		withQuery(`/werkstatt/uebersetzungen/${locale}`, new URLSearchParams({ ...(art && { art }), ...more }));
	return { ...list, locale, kind: art, next: next && at({ nach: next }), first: nach && at({}) };
}

export const load = async ({ locals: { ctx }, params, url }) => {
	admit(mayTranslate(ctx.person));
	return showing(read(ctx, params.locale, Query.parse(Object.fromEntries(url.searchParams))));
};

function wrong(problem: unknown): string | null {
	if (!(problem instanceof BadTranslations)) return null;
	const words = t.translations.file;
	return problem.flaws.length > 0 ? fill(words.refused, { flaws: problem.flaws.join(' ') }) : words.unreadable;
}

export const actions = {
	file: (event) =>
		actOnFile(
			event,
			{
				...{ schema: FileForm, most: FILE_BYTES, may: mayTranslate(event.locals.ctx.person) },
				...{ wrong, missing: t.translations.file.missing }
			},
			async (ctx, form, { bytes }) => {
				const locale = found(localeOfAddress(event.params.locale), 'language');
				const { taken, older } = await importFile(ctx, locale, bytes, form);
				return `/werkstatt/uebersetzungen/${locale}?ok=translationsTaken~${taken}~${older}`;
			}
		)
};
