import { MARK } from '../moderation/redaction.ts';
import { compareMarkdown } from '../strategy/diff/wordDiff.ts';
import type { Part } from '../strategy/diff/diffParts.ts';
import { day, untilDay } from '../texts/dates.ts';
import { fill, t } from '../texts/texts.ts';
import type { Thing } from './addendum.ts';
import type { Addendum } from './reading.server.ts';

const PATHS = { version: 'fassungen', call: 'aufrufe', report: 'berichte' } as const;
/** As addresses of the workshop name what an addendum can be about. */
export const SLUGS = { version: 'fassung', call: 'aufruf', report: 'bericht' } as const;

export const thingLink = ({ kind, number }: Thing) => ({
	href: `/${PATHS[kind]}/${number}`,
	label: fill(t.corrections.things[kind], { number })
});

/** Where a publisher begins. */
export const startHref = ({ kind, number }: Thing) => `/werkstatt/berichtigungen/neu/${SLUGS[kind]}/${number}`;

/** What a place is called: `Punkt 12, Überschrift`. */
export function placeLabel(key: string): string {
	const words = t.corrections.places;
	const [of = '', number = '', part = '', last = ''] = key.split('.');
	if (of === 'measure')
		return fill(last === 'text' ? words.measure.text : words.measure.responsible, { number, measure: part });
	const groups: Readonly<Record<string, Readonly<Record<string, string>>>> = {
		...{ point: words.point, drop: words.drop, item: words.item }
	};
	const heads: Readonly<Record<string, string>> = {
		...{ title: words.title, easy: words.easy, preamble: words.preamble },
		...{ intro: words.intro, foreword: words.foreword }
	};
	return fill(groups[of]?.[part] ?? heads[of] ?? key, { number });
}

/** An addendum as everybody reads it. */
export interface ShownAddendum {
	number: number;
	kind: Addendum['kind'];
	/** `Berichtigt am 3. Mai 2027` */
	mark: string;
	day: string;
	thing: { href: string; label: string };
	title: string;
	reason: string;
	order: string | null;
	correction: { place: string; old: string; parts: Part[] } | null;
	/** What became of the words; null: none were taken out. */
	sealed: string | null;
	restores: number | null;
	successor: { href: string; label: string } | null;
	digest: string;
	/** Words have been blackened in it since. */
	blackened: boolean;
}

export function shownAddendum(one: Addendum, now: string): ShownAddendum {
	const words = t.corrections;
	const { number, kind, target, title, reason, correction, removal, restores, successor, digest } = one;
	const at = day(one.publishedAt);
	const until = one.sealedUntil !== null && one.sealedUntil > now ? one.sealedUntil : null;
	return {
		...{ number, kind, title, reason, restores, digest, day: at, mark: fill(words.marks[kind], { day: at }) },
		thing: thingLink(target),
		order: removal?.order ?? null,
		correction: correction && {
			...{ place: placeLabel(correction.place), old: correction.old },
			parts: compareMarkdown(correction.old, correction.new)
		},
		sealed: removal && (until ? fill(words.sealed, { day: untilDay(until) }) : words.destroyed),
		successor: successor === null ? null : thingLink({ kind: target.kind, number: successor }),
		blackened: JSON.stringify([title, reason, correction]).includes(MARK)
	};
}

/** What a page says in passing of each addendum that changed what it shows. */
export interface AddendumMark {
	number: number;
	mark: string;
	/** What stood in the first text, where it is no secret. */
	first: { place: string; text: string } | null;
}

export function markOf(one: Addendum): AddendumMark {
	const { number, kind, publishedAt, correction } = one;
	return {
		number,
		mark: fill(t.corrections.marks[kind], { day: day(publishedAt) }),
		first: correction && { place: placeLabel(correction.place), text: correction.old }
	};
}
