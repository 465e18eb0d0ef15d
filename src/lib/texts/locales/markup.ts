/**
 * Finding one's way in the markup of a page we have written ourselves, sign by sign: a page has thousands of tags, and a
 * regular expression that knows of quotation marks goes back and forth at each.
 */

const [DOUBLE, SINGLE, CLOSE] = [0x22, 0x27, 0x3e];

/** Where the tag that opens here ends, behind its `>`; between quotation marks, `>` ends nothing. -1: nowhere. */
export function endOfTag(html: string, open: number): number {
	let quote = 0;
	for (let at = open + 1; at < html.length; at++) {
		const sign = html.charCodeAt(at);
		if (quote !== 0) {
			if (sign === quote) quote = 0;
		} else if (sign === CLOSE) return at + 1;
		else if (sign === DOUBLE || sign === SINGLE) quote = sign;
	}
	return -1;
}

/** Elements that hold nothing but text. */
const ONLY_TEXT = /<(title|option|textarea|script|style)\b/y;

/** Where no element can stand, from and up to: a tag with its attributes, and elements that hold nothing but text. */
export function* plainParts(html: string): Generator<readonly [from: number, to: number]> {
	for (let open = html.indexOf('<'); open >= 0;) {
		ONLY_TEXT.lastIndex = open;
		const name = ONLY_TEXT.exec(html)?.[1];
		const closing = name === undefined ? -1 : html.indexOf(`</${name}>`, open);
		const to = closing < 0 ? endOfTag(html, open) : closing + `</${name}>`.length;
		if (to >= 0) yield [open, to];
		open = html.indexOf('<', to < 0 ? open + 1 : to);
	}
}
