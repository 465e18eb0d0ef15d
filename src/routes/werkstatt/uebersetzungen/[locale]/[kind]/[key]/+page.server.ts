import { seenMark } from '#lib/editState.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { compareWords } from '#lib/strategy/diff/wordDiff.ts';
import {
	KIND_ADDRESS,
	kindOfAddress,
	localeOfAddress,
	mostFor,
	TakeForm,
	TranslationForm
} from '#lib/translations/translation.ts';
import * as translations from '#lib/translations/translations.server.ts';
import { found } from '#lib/verdict.ts';

interface Params {
	locale: string;
	kind: string;
	key: string;
}

const thingOf = ({ locale, kind, key }: Params) => ({
	locale: found(localeOfAddress(locale), 'language'),
	kind: found(kindOfAddress(kind), 'kind'),
	key
});

async function read(ctx: Ctx, params: Params) {
	const { locale, kind, key } = thingOf(params);
	const { texts, history } = await translations.one(ctx, locale, kind, key);
	const { things } = await translations.list(ctx, locale, { kind: null, after: null });
	const isOpen = ({ state }: { state: string }) => state === 'missing' || state === 'older';
	const next = things.find((thing) => isOpen(thing) && (thing.kind !== kind || thing.key !== key));
	const former = (part: string, german: string) =>
		history.find((one) => one.part === part && one.german !== german && one.text !== null)?.german ?? null;
	return {
		...{ locale, kind, key },
		texts: texts.map(({ field, part, german, draft, said, former: older, state }) => {
			const before = said ? null : former(part, german);
			return {
				...{ field, part, german, draft, state, text: said?.text ?? '', most: mostFor(german) },
				older: older?.text ?? null,
				since: before === null ? null : compareWords(before, german)
			};
		}),
		making: translations.makingOf(texts),
		seen: seenMark(translations.stateOfForm(texts)),
		history: history.map(({ number, part, german, text, at, by }) => ({
			...{ number, part, text, at, by },
			current: texts.some((one) => one.part === part && one.german === german)
		})),
		next: next ? `/werkstatt/uebersetzungen/${locale}/${KIND_ADDRESS[next.kind]}/${encodeURIComponent(next.key)}` : null
	};
}

export const load = async ({ locals: { ctx }, params }) => showing(read(ctx, params));

const saved = ({ locale, kind, key }: Params) =>
	`/werkstatt/uebersetzungen/${locale}/${kind}/${encodeURIComponent(key)}?ok=translationSaved`;

export const actions = {
	save: (event) =>
		act(event, TranslationForm, async (ctx, form) => {
			await translations.save(ctx, thingOf(event.params), form);
			return saved(event.params);
		}),
	take: (event) =>
		act(event, TakeForm, async (ctx, form) => {
			await translations.take(ctx, thingOf(event.params), form);
			return saved(event.params);
		})
};
