import { currentFacts } from './current.ts';
import { localeFacts } from './locale.ts';
import { plainParts } from './markup.ts';

/** Official words and those of people stand in German on every page. In private signs, which no keyboard has. */
const [BEGIN, END, OWN] = ['\ue000', '\ue001', '\ue002'];

/**
 * Words that are German whatever language the page around them is in: on their own, or in a sentence of ours
 * (`fill(t.strategy.point, { title: asGerman(title) })`). `withGerman` says so in the page's markup.
 */
export function asGerman<T extends string | null | undefined>(text: T): T | string {
	return !text || currentFacts().lang === 'de' || text.startsWith(BEGIN) || text.startsWith(OWN)
		? text
		: markedGerman(text);
}

/** Official words that stand here in the language of the page: no fact of a sentence takes them for German. */
export const ownWords = (text: string): string => (currentFacts().lang === 'de' ? text : OWN + text);

/** The same, wherever it will be said. */
export const markedGerman = (text: string): string => `${BEGIN}${text}${END}`;

/** For an element that holds nothing but such words. */
export const germanVoice = () => (currentFacts().lang === 'de' ? {} : { lang, dir });

/** Words of whom nobody has asked for their language: what is mostly in other letters than ours is none of it. */
export function voiceOfWords(text: string) {
	const letters = text.match(/\p{L}/gu)?.length ?? 0;
	const ours = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
	return 2 * ours >= letters ? germanVoice() : {};
}

const { lang, dir } = localeFacts('de');

const MARKED = /\ue000([^\ue000\ue001]*)\ue001/g;
const SIGNS = /[\ue000-\ue002]/g;
const ANY_SIGN = /[\ue000-\ue002]/;

/** Without the signs, for what is no page: a file, a mail. */
export const unmarked = (text: string): string => text.replace(SIGNS, '');

const spoken = (text: string) => text.replace(MARKED, `<span lang="${lang}" dir="${dir}">$1</span>`).replace(SIGNS, '');

/** Apart at the signs, without them: what is German, and what is in the language around it. */
export function germanParts(text: string): { text: string; german: boolean }[] {
	const parts = text.split(/(\ue000[^\ue000\ue001]*\ue001)/).map((part) => {
		return { text: unmarked(part), german: part.startsWith(BEGIN) };
	});
	return parts.filter((part) => part.text !== '');
}

/** Each of them says that it is German; where it cannot, it is only there. What has no sign is taken over as it is. */
export function withGerman(html: string): string {
	let sign = html.search(ANY_SIGN);
	if (sign < 0) return html;
	let page = '';
	let [done, text] = [0, 0];
	const replace = (from: number, to: number, by: (part: string) => string) => {
		page += html.slice(done, from) + by(html.slice(from, to));
		done = to;
		const more = html.slice(to).search(ANY_SIGN);
		sign = more < 0 ? Infinity : to + more;
	};
	for (const [from, to] of plainParts(html)) {
		if (sign < from) replace(text, from, spoken);
		if (sign < to) replace(from, to, unmarked);
		if (sign === Infinity) break;
		text = to;
	}
	if (sign < html.length) replace(text, html.length, spoken);
	return page + html.slice(done);
}
