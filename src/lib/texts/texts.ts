import { signInHelps, type Facts, type Verdict } from '../verdict.ts';
import { german, type Catalogue } from './catalogue.ts';
import { currentWords } from './current.ts';
import { withGermanFacts } from './locales/official.ts';
import { message } from './message.ts';

/**
 * Every sentence a person reads, `t.votes.hint`: in the language and with the operator's words of whatever is being done
 * right now. Looked up when it is read, so nothing may keep a sentence beyond the function or the page that says it.
 */
export const t: Catalogue = new Proxy(german, {
	get: (_, room) => Reflect.get(currentWords().catalogue, room)
});

/** `fill('bis {until}', { until: 'Montag' })`: an ICU message with its facts, see `message`. */
export function fill(sentence: string, facts: Readonly<Record<string, string | number>>): string {
	return message(currentWords().locale, sentence, withGermanFacts(facts));
}

export function reasonSentence(because: keyof Catalogue['reasons'], facts: Facts): string {
	return fill(t.reasons[because], facts);
}

/** What a page says of a rule: the sentence of its `no`, or null, and whether signing in is all that is missing. */
export const whyNot = (verdict: Verdict) => ({ whyNot: explain(verdict), signInHelps: signInHelps(verdict) });

/** The sentence of a `no`, or null for a `yes`. */
export function explain(verdict: Verdict): string | null {
	return verdict.ok ? null : reasonSentence(verdict.because, verdict.facts);
}

export function fieldSentence(key: string): string {
	const sentences: Readonly<Record<string, string>> = t.forms;
	return sentences[key] ?? sentences.wrong ?? '';
}

/** Only keys we know: the address must not be able to put words into our mouth. */
export function doneSentence(said: string | null): string | null {
	// `key~3~7`: how many, and where. Of an address anybody can write, only known keys and small numbers are said.
	const [, key = '', many = '0', number = ''] = /^(\w+)(?:~(\d{1,5}))?(?:~(\d{1,5}))?$/.exec(said ?? '') ?? [];
	const sentences: Readonly<Record<string, string>> = t.done;
	const sentence = Object.hasOwn(sentences, key) && sentences[key];
	return sentence ? fill(sentence, { count: Number(many), number }) : null;
}

/** The right form for a number, of a message with a plural over `{count}`. */
export const count = (sentence: string, number: number): string => fill(sentence, { count: number });

/** `options(t.proposals.kinds)`: what a `Choices` or `Select` takes. */
export function options<K extends string>(names: Readonly<Record<K, string>>, hints?: Readonly<Record<K, string>>) {
	return entries(names).map(([value, label]) => ({ value, label, hint: hints?.[value] }));
}

function entries<K extends string>(names: Readonly<Record<K, string>>): [K, string][] {
	const pairs: [K, string][] = [];
	for (const key in names) pairs.push([key, names[key]]);
	return pairs;
}
