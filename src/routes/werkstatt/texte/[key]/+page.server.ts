import { z } from 'zod';
import { LOCALES } from '#lib/texts/locales/locale.ts';
import { seenMark } from '#lib/editState.ts';
import { currentProfile } from '#lib/profile/current.ts';
import { germanProfile } from '#lib/profile/words/profileText.ts';
import { act, preview, showing } from '#lib/server/http/forms/act.ts';
import * as wording from '#lib/wording/wording.server.ts';
import { isPageKey, maxOf, WordingForm } from '#lib/wording/wording.ts';

/** In which language it is said: `?sprache=uk`. */
const localeIn = (url: URL) => z.enum(LOCALES).catch('de').parse(url.searchParams.get('sprache'));

export const load = async ({ locals: { ctx }, params, url }) => {
	const locale = localeIn(url);
	const text = await showing(wording.one(ctx, params.key, locale));
	return {
		...text,
		locale,
		german: locale === 'de' ? null : await wording.inGermanNow(ctx, params.key),
		...wording.aboutText(params.key),
		isPage: isPageKey(params.key),
		most: maxOf(params.key),
		seen: seenMark(wording.stateOf(text)),
		example: germanProfile(currentProfile()).terms.authority.nominative
	};
};

export const actions = {
	save: (event) =>
		act(event, WordingForm, async (ctx, form) => {
			const locale = localeIn(event.url);
			await wording.reword(ctx, event.params.key, form, locale);
			const here = `/werkstatt/texte/${encodeURIComponent(event.params.key)}`;
			return locale === 'de' ? `${here}?ok=textReworded` : `${here}?sprache=${locale}&ok=textReworded`;
		}),
	/** How it would look; nothing is saved. */
	preview: (event) =>
		preview(event, WordingForm, async (ctx, form) => {
			const shown = await wording.preview(ctx, event.params.key, form.text, localeIn(event.url));
			await wording.reword(ctx, event.params.key, form, localeIn(event.url));
			return shown;
		})
};
