/**
 * Which signs of a text are markup and which are only signs. German writing is full of what Markdown takes for markup:
 * gender stars and underlines, footnote stars, `&`, `<3`, `[Bitte eintragen]`, paths with `\`. A sign counts as markup
 * only where nobody writes it for another reason. The others are put aside before the text is parsed (as signs that have
 * no meaning in any script) and come back in what was parsed.
 */
const ASIDE = 0xe200;
const PUT_ASIDE = /[\uE200-\uE27F]/g;

/** These signs, so that the parser sees nothing in them. */
export function aside(signs: string): string {
	return signs.replace(/[!-~]/g, (sign) => String.fromCharCode(ASIDE + sign.charCodeAt(0)));
}

/** Signs put aside, back again. */
export function restored(text: string): string {
	return text.replace(PUT_ASIDE, (sign) => String.fromCharCode(sign.charCodeAt(0) - ASIDE));
}

const WORD = /[\p{L}\p{N}]/u;
const BEFORE_OPENING = /^$|[\s(„“"‚'»«›‹[/–—\-|:]/u;
const AFTER_OPENING = /[\p{L}\p{N}(„“"‚'»«›‹§€$[`+−–*~@#]/u;
const BEFORE_CLOSING = /[\p{L}\p{N}\p{M})„“”"’'»«›‹.!?:;,…%€$°\]`*~\u{E200}-\u{E27F}]/u;
const AFTER_CLOSING = /^$|[\s).,;:!?…“”"’'»«›‹\]/–—\-|*~]/u;

/** A back tick is a wrong apostrophe more often than code ("geht`s", "`ne Tür"): code stands between two words. */
const CODE = /(?<![\p{L}\p{N}`])`(?![\s`])[^`\n]*(?<![\s`])`(?![\p{L}\p{N}`])|`/gu;

function ticks(text: string): string {
	return text.replace(CODE, (found) => (found.length > 1 ? found : aside(found)));
}

/** `**` and `*` around words, and `~~`, where they open and close in turn. A single `~` is "about". */
function pairs(text: string): string {
	return text
		.split(/(\n[\t ]*\n)/)
		.map((paragraph) => {
			const odd = new Set([...'1234'].filter((length) => !inTurn(paragraph, Number(length))).map(Number));
			return paragraph.replace(RUNS, (run: string, at: number) =>
				odd.has(kindOf(run)) || roleOf(paragraph, at, run) === null ? aside(run) : run
			);
		})
		.join('');
}

const RUNS = /\*+|~+/g;

/** One, two or three stars are kinds of their own, two waves are a fourth; all others are 0. */
function kindOf(run: string): number {
	if (run.startsWith('~')) return run.length === 2 ? 4 : 0;
	return run.length <= 3 ? run.length : 0;
}

/** "*innen, *außen, Helfer*": what opens twice or only closes is not meant to set anything. */
function inTurn(paragraph: string, kind: number): boolean {
	const roles = [...paragraph.matchAll(RUNS)]
		.filter(([run]) => kindOf(run) === kind)
		.flatMap(({ 0: run, index }) => roleOf(paragraph, index, run) ?? []);
	return roles.length % 2 === 0 && roles.every((role, place) => role === (place % 2 === 0 ? 'opens' : 'closes'));
}

function roleOf(text: string, at: number, run: string): 'opens' | 'closes' | null {
	if (kindOf(run) === 0) return null;
	const [before, after] = [text.charAt(at - 1), text.charAt(at + run.length)];
	if (BEFORE_OPENING.test(before) && AFTER_OPENING.test(after)) return 'opens';
	return BEFORE_CLOSING.test(before) && AFTER_CLOSING.test(after) ? 'closes' : null;
}

/** Underlines are lines to write on, names of files, and Sozialarbeiter_innen; within a word they are no markup anyway. */
function underlines(text: string): string {
	return text.replace(/_+/g, (run: string, at: number, whole: string) => {
		const within = WORD.test(whole.charAt(at - 1)) && WORD.test(whole.charAt(at + run.length));
		return within ? run : aside(run);
	});
}

/** What somebody wrote with a backslash so that it is only a sign. In a path (`C:\Amt\#neu`) a backslash is one itself. */
function backslashes(text: string): string {
	return text.replace(/\\([!-/:-@[-`{-~])?/g, (all: string, sign: string | undefined, at: number, whole: string) => {
		const meant =
			sign === '*' ||
			sign === '_' ||
			(sign !== undefined && sign !== '\\' && !/[\p{L}\\:]/u.test(whole.charAt(at - 1)));
		return meant ? aside(sign) : aside(all);
	});
}

/** `[words](address)`, where the address is one; `!` in front only where a picture can begin. */
const LINK = /(!?)\[([^[\]\n]*)\]\(([^()\s<>]*(?:\([^()\s<>]*\)[^()\s<>]*)*)((?:\s"[^"\n]*")?)\)/g;
const ADDRESS = /^(https?:\/\/|mailto:|tel:|\/(?!\/)|#)/i;

function links(text: string): string {
	let [done, from] = ['', 0];
	for (const found of text.matchAll(LINK)) {
		const [whole, mark = '', words = '', address = '', title = ''] = found;
		const picture = mark === '!' && /^$|\s/.test(text.charAt(found.index - 1));
		if (!picture && !ADDRESS.test(address)) continue;
		done += brackets(text.slice(from, found.index));
		done += `${picture ? '!' : aside(mark)}[${words}](${address}${title})`;
		from = found.index + whole.length;
	}
	return done + brackets(text.slice(from));
}

const brackets = (text: string) => text.replace(/[[\]!]/g, aside);

/** `<https://…>` and `<name@host>` are links; every other `<` is a sign, so that no HTML is ever seen. */
const NO_ADDRESS = /<(?!(?:https?:\/\/[^\s<>]+|mailto:[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>)/g;
/** Blanks that were typed by name, as word processors export them. */
const BLANKS = /&(?:nbsp|#160|#xa0);/gi;

/** Everything within lines. Called once for each stretch of text without code. */
export function inlineSigns(text: string): string {
	const typed = text.replace(BLANKS, '\u00a0');
	return links(underlines(pairs(ticks(backslashes(typed)).replace(NO_ADDRESS, aside)))).replace(/&/g, aside);
}
