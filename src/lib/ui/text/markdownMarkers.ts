/** Which marks at the beginning of a line mean a list or a quotation, and which are words. */
const NUMBERED = /^([\t ]*)(\d+)([.)])(?=[\t ]|$)(.*)/;
const BULLET = /^([\t ]*)([-*+])(?=[\t ]|$)(.*)/;
const MONTH = /^\s*(?:jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez)/i;
/** A minus and a sum, not a dash and a word. */
const MEASURED =
	/^\s+\d[\d.,]*\s?(?:[%‰€°$]|(?:prozent\p{L}*|euro|eur|cent|ct|mio|mrd|tsd|millionen|milliarden|punkte|grad)(?!\p{L}))/iu;

/** So far somebody looks who reads a list. */
const FAR = 200;

const indentOf = (line: string) => (/^[\t ]*/.exec(line)?.[0] ?? '').replaceAll('\t', '    ').length;

/** The next line in this direction that begins like this one, before the list is over. */
function sibling(lines: readonly string[], at: number, step: 1 | -1, pattern: RegExp): RegExpExecArray | null {
	const indent = indentOf(lines[at] ?? '');
	let blank = false;
	for (let next = at + step; Math.abs(next - at) < FAR; next += step) {
		const line = lines[next];
		if (line === undefined) return null;
		if (line.trim() === '') {
			blank = true;
			continue;
		}
		const [found, here] = [pattern.exec(line), indentOf(line)];
		if (found && here === indent) return found;
		// A paragraph of its own between the two parts them, and so does what stands further left.
		if (here < indent || (blank && here === indent)) return null;
	}
	return null;
}

/** "3" is one of a list when 2 or 4 is beside it: a list counts by itself and would turn any other number into another. */
function countsOn(lines: readonly string[], at: number, found: RegExpExecArray): boolean {
	const number = numberOf(found);
	if (number === null) return false;
	const [after, before] = [sibling(lines, at, 1, NUMBERED), sibling(lines, at, -1, NUMBERED)];
	return (after !== null && numberOf(after) === number + 1) || (before !== null && numberOf(before) === number - 1);
}

/** A number as lists have them: neither a year, nor a day of a month, nor "01." or "1)". */
function numberOf([, , digits = '', mark, rest = '']: RegExpExecArray): number | null {
	const usual = mark === '.' && digits.length <= 3 && String(Number(digits)) === digits;
	return usual && rest.trim() !== '' && !MONTH.test(rest) ? Number(digits) : null;
}

function isBullet(lines: readonly string[], at: number, [, , sign, rest = '']: RegExpExecArray): boolean {
	if (sign === '+' || rest.trim() === '' || /^[-\s]*$/.test(rest)) return false;
	const alone = sibling(lines, at, 1, BULLET)?.[2] !== sign && sibling(lines, at, -1, BULLET)?.[2] !== sign;
	// A star alone belongs to a footnote, a dash alone before a number is a minus.
	if (sign === '*' || /^\s+\d/.test(rest)) return !alone && !MEASURED.test(rest);
	return true;
}

export function isListed(lines: readonly string[], at: number): boolean {
	const line = lines[at] ?? '';
	const [numbered, bullet] = [NUMBERED.exec(line), BULLET.exec(line)];
	if (numbered) return countsOn(lines, at, numbered);
	return bullet !== null && isBullet(lines, at, bullet);
}

/** How lists are written without Markdown, by word processors and in laws: "• eins", "– eins", "a) eins", "(1) Satz", "§ 3". */
const LISTED_PLAINLY = /^[\t ]*(?:[•·▪●○◦‣–—][\t ]|\p{Ll}{1,2}\)[\t ]|\((?:\d{1,3}|\p{Ll}{1,2})\)[\t ]|§{1,2} ?\d)/u;

/** Begins like a list, a heading, a quotation or code. */
export function isSetOff(line: string): boolean {
	if (LISTED_PLAINLY.test(line)) return true;
	return /^[\t ]*(?:\d+[.)](?=[\t ]|$)|[-*+](?=[\t ]|$)|#{1,6}(?=[\t ]|$)|>|=+\s*$|--\s*$|`{3,}|~{3,})/.test(line);
}

/** `>` and words; before a number it means "more than". */
export function isQuoted(line: string): boolean {
	return /^ {0,3}>(?:\s*$|>| (?!\s*[\d=]))/.test(line);
}
