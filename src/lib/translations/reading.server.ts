import { AsyncLocalStorage } from 'node:async_hooks';
import { newestState } from '../server/db/newestState.ts';
import type { Ctx } from '../server/ctx.ts';
import { isLocale, type Locale } from '../texts/locales/locale.ts';
import { lookUpTranslationsBy, type Translated, type Translations } from '../texts/locales/official.ts';
import * as store from './store.server.ts';
import { MAKERS } from './translation.ts';

/** What is said in one language, found by the German wording and by where it stands. */
class Spoken implements Translations {
	readonly #byWording = new Map<string, Translated>();
	readonly #byPart = new Map<string, Map<string, Translated>>();

	add({ kind, key, part, german, ...row }: store.Said): void {
		const place = `${kind}/${key}/${part}`;
		const parts = this.#byPart.get(place) ?? new Map<string, Translated>();
		this.#byPart.set(place, parts);
		// Rows come oldest first: what was written later stands last, and what was taken away is nowhere.
		parts.delete(german);
		if (row.text === null) return;
		const { text, machine, checkers, checkedOn } = row;
		const maker = MAKERS.find((one) => one === row.maker) ?? 'machine';
		const said = { text, maker, machine, checkers, checkedOn };
		parts.set(german, said);
		this.#byWording.set(german, said);
	}

	of(german: string): Translated | undefined {
		return this.#byWording.get(german);
	}

	at(place: string, german: string): Translated | undefined {
		return this.#byPart.get(place)?.get(german);
	}

	former(place: string, german: string): Translated | undefined {
		return [...(this.#byPart.get(place) ?? [])].filter(([other]) => other !== german).at(-1)?.[1];
	}
}

const NONE = new Spoken();
type ByLocale = ReadonlyMap<Locale, Spoken>;

async function read(db: Ctx['db'], number: number): Promise<ByLocale> {
	const all = new Map<Locale, Spoken>();
	if (number === 0) return all;
	for (const row of await store.newest(db)) {
		if (!isLocale(row.locale)) continue;
		const spoken = all.get(row.locale) ?? new Spoken();
		spoken.add(row);
		all.set(row.locale, spoken);
	}
	return all;
}

const newest = newestState(store.newestNumber, read);

/** What is said in a language now. */
export const spokenIn = async (ctx: Pick<Ctx, 'app' | 'db'>, locale: Locale): Promise<Spoken> =>
	(await newest(ctx)).value.get(locale) ?? NONE;

const inUse = new AsyncLocalStorage<Spoken>();
lookUpTranslationsBy(() => inUse.getStore());

/** Official texts are read in the language of `ctx` in whatever is done in `work`. German asks for none. */
export async function withTranslations<T>(ctx: Ctx, work: () => Promise<T>): Promise<T> {
	const { locale = 'de' } = ctx;
	return locale === 'de' ? work() : inUse.run(await spokenIn(ctx, locale), work);
}
