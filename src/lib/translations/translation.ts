import { z } from 'zod';
import { seenField } from '../form.ts';
import { hasRole, type Person } from '../people/person.ts';
import type { Making } from '../texts/locales/official.ts';
import { localeFacts, TRANSLATED, type Translated } from '../texts/locales/locale.ts';
import { all, no, noWhen, yes, type Verdict } from '../verdict.ts';

/**
 * What official German texts say in other languages: beside the German one, which alone counts and is sealed. A translation
 * belongs to one exact German wording and is found by it (`texts/locales/official.ts`): a new wording has none yet.
 */

/** What has texts, in the order in which people meet them. */
export const KINDS = ['process', 'question', 'field', 'phase', 'version', 'point'] as const;
export type Kind = (typeof KINDS)[number];
export const MAKERS = ['person', 'machine'] as const;

/** As it is called in addresses. */
export const KIND_ADDRESS: Readonly<Record<Kind, string>> = {
	...{ process: 'verfahren', question: 'frage', field: 'thema' },
	...{ phase: 'phase', version: 'fassung', point: 'punkt' }
};
export const kindOfAddress = (address: string): Kind | undefined =>
	KINDS.find((kind) => KIND_ADDRESS[kind] === address);
export const localeOfAddress = (address: string): Translated | undefined => TRANSLATED.find((one) => one === address);

/** One official German text: where it stands, and what it says. */
export interface Original {
	kind: Kind;
	/** Of a point or a version its number, of a field or a phase its short name. */
	key: string;
	/** Which of its texts, e.g. `title`; of a point's measures `measure-1` … */
	part: string;
	german: string;
	/** Only in the draft so far. */
	draft: boolean;
}

/** As the look-up knows a part; see `formerTranslation` in `texts/locales/official.ts`. */
export const placeOf = ({ kind, key, part }: Pick<Original, 'kind' | 'key' | 'part'>): string =>
	`${kind}/${key}/${part}`;

/** How far the translation of one wording is, missing ones first. */
export const STATES = ['missing', 'older', 'unchecked', 'checked'] as const;
export type State = (typeof STATES)[number];

/** `former`: there is one of an older wording. */
export function stateOf(now: Making | undefined, former: boolean): State {
	if (!now) return former ? 'older' : 'missing';
	return now.maker === 'machine' && now.checkers === '' ? 'unchecked' : 'checked';
}

const TEXT_MAX = 20_000;
export const NAME_MAX = 120;
/** Languages say the same with more letters or fewer; a title stays a title. */
export const mostFor = (german: string): number => Math.min(TEXT_MAX, Math.max(200, german.length * 4));

const MARKUP = /<\/?[a-z!][^>]*>/i;

export function mayTranslate(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'editor', 'admin'), 'roleMissing'));
}

/** Whether this text can stand in place of the German one. */
export function maySay(german: string, text: string): Verdict {
	const most = mostFor(german);
	return all(
		noWhen(text.length > most, 'wordingTooLong', { most: String(most) }),
		noWhen(MARKUP.test(text), 'wordingMarkup')
	);
}

/** A check says who and when, and not in the future. */
export function mayBeChecked({ checkers, checkedOn }: Making, today: string): Verdict {
	if ((checkers === '') !== (checkedOn === null)) return no('checkIncomplete');
	return checkedOn === null ? yes : noWhen(checkedOn > today, 'checkInFuture');
}

const making = {
	maker: z.enum(MAKERS, 'makerMissing'),
	machine: z.string().trim().max(NAME_MAX, 'tooLong').default(''),
	checkers: z.string().trim().max(NAME_MAX, 'tooLong').default(''),
	checkedOn: z.union([z.literal('').transform(() => null), z.iso.date('dateWrong')], 'dateWrong').default(null)
};

/** What the form of one thing sends: its texts by part. Empty: none. */
export const TranslationForm = z.looseObject({ ...making, seen: seenField }).transform((form, context) => {
	const { maker, machine, checkers, checkedOn, seen, ...typed } = form;
	const texts = Object.entries(typed).flatMap(([name, text]) => {
		const part = /^text-([a-z0-9-]{1,40})$/.exec(name)?.[1];
		if (part === undefined || typeof text !== 'string') return [];
		if (text.length > TEXT_MAX)
			context.addIssue({ code: 'custom', message: 'tooLong', path: [name], params: { most: TEXT_MAX } });
		return [[part, text.trim()] as const];
	});
	const made: Making = { maker, machine: maker === 'machine' ? machine : '', checkers, checkedOn };
	return { texts: new Map(texts), made, seen };
});
export type TranslationInput = Omit<z.output<typeof TranslationForm>, 'seen'> & { seen?: string };

/** A former text is taken again. */
export const TakeForm = z.object({ number: z.coerce.number('wrong').int('wrong').min(1, 'wrong'), seen: seenField });

/** A file of translations is all of one making. */
export const FileForm = z.object({ maker: making.maker, machine: making.machine });
export const FILE_BYTES = 2_000_000;

/** How text in this language says so. */
export const voiceIn = (locale: Translated) => {
	const { lang, dir } = localeFacts(locale);
	return { lang, dir };
};
