import { IntlMessageFormat } from 'intl-messageformat';
import { localeFacts, type Locale } from './locales/locale.ts';

/** Parsing costs a hundred times what formatting does, and the sentences are the same few thousand. */
const parsed = new Map<string, Message>();

interface Message {
	format(facts: Facts): string;
}
export type Facts = Readonly<Record<string, string | number>>;

/**
 * An ICU message with its facts: `message('de', 'bis {until}', { until: 'Montag' })`, plurals as
 * `{count, plural, =0 {nichts} one {1 Text} other {{count} Texte}}`. A placeholder without a fact stays visible: that is a
 * bug to be seen; what is no ICU message stands as it is, for a page with an odd sentence is better than none.
 */
export function message(locale: Locale, sentence: string, facts: Facts): string {
	if (!sentence.includes('{')) return sentence;
	const key = `${locale} ${sentence}`;
	const known = parsed.get(key) ?? parse(locale, sentence) ?? { format: () => sentence };
	parsed.set(key, known);
	return known.format(facts);
}

function parse(locale: Locale, sentence: string): Message | null {
	const format = formatIfAny(locale, sentence);
	if (!format) return null;
	const gaps: Facts = Object.fromEntries(namesIn(format.getAst()).map((name) => [name, `{${name}}`]));
	return { format: (facts) => String(format.format({ ...gaps, ...facts })) };
}

function formatIfAny(locale: Locale, sentence: string): IntlMessageFormat | null {
	try {
		return formatOf(locale, sentence);
	} catch {
		return null;
	}
}

/** What stands between angle brackets is text: sentences hold no markup. */
const formatOf = (locale: Locale, sentence: string) =>
	new IntlMessageFormat(sentence, localeFacts(locale).intl, undefined, { ignoreTag: true });

/** The names of what a sentence needs to be told, each once, in order. Throws a SyntaxError for what is no ICU message. */
export function placeholders(sentence: string): string[] {
	return [...new Set(namesIn(formatOf('de', sentence).getAst()))];
}

/** The plural forms of its language that a sentence lacks, e.g. `few`. Throws a SyntaxError for what is no ICU message. */
export function lackingPlurals(locale: Locale, sentence: string): string[] {
	const needed = new Intl.PluralRules(localeFacts(locale).intl).resolvedOptions().pluralCategories;
	const lacking = (parts: readonly Part[]): string[] =>
		parts.flatMap((part) => {
			if (!('options' in part)) return [];
			const own = part.type === PLURAL ? needed.filter((one) => !Object.hasOwn(part.options, one)) : [];
			return [...own, ...Object.values(part.options).flatMap(({ value }) => lacking(value))];
		});
	return [...new Set(lacking(formatOf(locale, sentence).getAst()))];
}

type Part = ReturnType<IntlMessageFormat['getAst']>[number];
/** As the parser numbers them: plain text, a plural, and the # that stands for its number. */
const [LITERAL, PLURAL, POUND] = [0, 6, 7];

function namesIn(parts: readonly Part[]): string[] {
	return parts.flatMap((part) => {
		const own = part.type === LITERAL || part.type === POUND || !('value' in part) ? [] : [part.value];
		const inside = 'options' in part ? Object.values(part.options).flatMap(({ value }) => namesIn(value)) : [];
		return [...own, ...inside];
	});
}
