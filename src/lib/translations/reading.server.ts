import { AsyncLocalStorage } from 'node:async_hooks';
import { newestState } from '../server/db/newestState.ts';
import type { Ctx } from '../server/ctx.ts';
import { isLocale, type Locale } from '../texts/locales/locale.ts';
import { lookUpTranslationsBy, type Translated, type Translations } from '../texts/locales/official.ts';
import * as strategy from '../strategy/strategy.server.ts';
import * as store from './store.server.ts';
import { MAKERS, placeOf } from './translation.ts';

/** By place: the German wordings of it that were published, the oldest first. */
type Published = ReadonlyMap<string, readonly string[]>;
/** What is said of a draft of them is nobody's before the version is out. */
const DRAFTED = /^(point|version)\//;

/** What is said in one language, found by the German wording and by where it stands. */
class Spoken implements Translations {
	readonly #byWording = new Map<string, Translated>();
	readonly #byPart = new Map<string, Map<string, Translated>>();
	readonly #published: Published;

	constructor(published: Published) {
		this.#published = published;
	}

	add({ kind, key, part, german, ...row }: store.Said): void {
		const place = `${kind}/${key}/${part}`;
		const parts = this.#byPart.get(place) ?? new Map<string, Translated>();
		this.#byPart.set(place, parts);
		// Rows come oldest first: what was written later stands last, and what was taken away, or had to go, is nowhere.
		parts.delete(german);
		if (!row.text) return;
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

	/** Of what was published before this wording. */
	former(place: string, german: string): Translated | undefined {
		if (!DRAFTED.test(place)) return this.older(place, german);
		const all = this.#published.get(place) ?? [];
		const here = all.indexOf(german);
		const before = here === -1 ? all : all.slice(0, here);
		return before.flatMap((one) => this.at(place, one) ?? []).at(-1);
	}

	/** Of any other wording, for whoever translates. */
	older(place: string, german: string): Translated | undefined {
		return [...(this.#byPart.get(place) ?? [])].filter(([other]) => other !== german).at(-1)?.[1];
	}
}

const NONE = new Spoken(new Map());
type ByLocale = ReadonlyMap<Locale, Spoken>;

async function read(db: Ctx['db'], number: number): Promise<ByLocale> {
	const all = new Map<Locale, Spoken>();
	if (number === 0) return all;
	const published = await publishedIn(db);
	for (const row of await store.newest(db)) {
		if (!isLocale(row.locale)) continue;
		const spoken = all.get(row.locale) ?? new Spoken(published);
		spoken.add(row);
		all.set(row.locale, spoken);
	}
	return all;
}

async function publishedIn(db: Ctx['db']): Promise<Published> {
	const all = new Map<string, string[]>();
	for (const { number, ...parts } of await strategy.publishedWordings(db))
		for (const [part, german] of Object.entries(parts)) {
			const place = placeOf({ kind: 'point', key: String(number), part });
			const known = all.get(place) ?? [];
			if (known.at(-1) !== german) all.set(place, [...known, german]);
		}
	return all;
}

const newest = newestState(store.stateNumber, read);

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
