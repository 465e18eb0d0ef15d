/** What a file's bytes say, and how sure that is. */
export interface Decoded {
	text: string;
	/** As it is named to the one who imports. */
	encoding: string;
	/** Said by the file or by the one who imports, or proved by the bytes; else only likely. */
	sure: boolean;
	/** Neither reading gives words: somebody has to say which encoding it is. */
	doubtful: boolean;
	/** How many places were in UTF-8 twice, one in the other, and are right now. */
	mended: number;
}

/** The upper half of code page 850, as German DOS wrote it. Browsers know no such encoding. */
const CP850 =
	'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0';

const OTHER_NAMES: Readonly<Record<string, string>> = {
	...{
		ibm850: 'cp850',
		dos: 'cp850',
		'850': 'cp850',
		macroman: 'macintosh',
		'mac-roman': 'macintosh',
		mac: 'macintosh'
	},
	...{ ansi: 'windows-1252', cp1252: 'windows-1252', utf16: 'utf-16le', 'utf-16': 'utf-16le' }
};

/** The name we know it by; null: there is no such encoding. */
export function encodingCalled(typed: string): string | null {
	const name = typed.trim().toLowerCase().replaceAll('_', '-');
	const own = OTHER_NAMES[name] ?? name;
	if (own === 'cp850') return own;
	try {
		return new TextDecoder(own).encoding;
	} catch {
		return null;
	}
}

function decodeAs(bytes: Uint8Array, encoding: string, fatal = false): string {
	if (encoding !== 'cp850') return new TextDecoder(encoding, { fatal }).decode(bytes);
	return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : CP850.charAt(byte - 0x80))).join('');
}

/** UTF-8 and UTF-16 say so or prove it; what is neither is read as whatever gives German words. */
export function decode(bytes: Uint8Array, asked: string | null = null): Decoded {
	const said = (encoding: string) => ({ text: decodeAs(bytes, encoding), encoding, ...CERTAIN });
	if (asked !== null) return said(asked);
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return said('utf-16le');
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return said('utf-16be');
	const wide = wideOrder(bytes);
	if (wide) return { ...said(wide), sure: false };
	try {
		return unwound(decodeAs(bytes, 'utf-8', true));
	} catch {
		return likeliest(bytes);
	}
}

const CERTAIN = { sure: true, doubtful: false, mended: 0 };

/** UTF-16 without its mark: every second byte of what is mostly Latin letters is zero. */
export function wideOrder(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
	const length = Math.min(bytes.length - (bytes.length % 2), 4_096);
	const zeros = [0, 0];
	for (let at = 0; at < length; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
	const [even = 0, odd = 0] = zeros;
	if (length < 4 || Math.max(even, odd) < length / 8 || Math.min(even, odd) > Math.max(even, odd) / 8) return null;
	return odd > even ? 'utf-16le' : 'utf-16be';
}

const WINDOWS = new Map(
	Array.from({ length: 0x80 }, (_, at) => [decodeAs(Uint8Array.of(at + 0x80), 'windows-1252'), at + 0x80])
);
const byteOf = (sign: string) => WINDOWS.get(sign) ?? (sign.charCodeAt(0) < 0x100 ? sign.charCodeAt(0) : null);

/** "Ã¼" for "ü": somebody took UTF-8 for another encoding and saved it as UTF-8 again. */
const TWICE =
	/[ÂÃ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸŽ]|â[\u0080\u0082\u0084€‚„][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸŽ]/g;

function unwound(text: string): Decoded {
	let mended = 0;
	const right = text.replace(TWICE, (found) => {
		const bytes = [...found].flatMap((sign) => byteOf(sign) ?? []);
		try {
			const meant = decodeAs(Uint8Array.from(bytes), 'utf-8', true);
			mended++;
			return meant;
		} catch {
			return found;
		}
	});
	const doubtful = text.includes('\uFFFD') || isBroken(right);
	return { text: right, encoding: 'utf-8', sure: mended === 0, doubtful, mended };
}

/** Signs within words that no language writes there: an older program has already taken one encoding for another. */
const BROKEN = /\p{Ll}[Ÿ‰†‡•¤¶╝│╗┐└█▄▀ﬂ„”]\p{Ll}|\p{Lu}[Ÿ‰†‡¤¶„”]\p{Ll}/gu;
const isBroken = (text: string) => BROKEN.test(text.slice(0, 200_000)) && (BROKEN.lastIndex = 0) === 0;

/** In the order in which they win when two read the same. */
const OLD = ['windows-1252', 'iso-8859-15', 'macintosh', 'cp850'] as const;

function likeliest(bytes: Uint8Array): Decoded {
	const read = OLD.map((encoding) => {
		const text = decodeAs(bytes, encoding);
		return { text, encoding, points: plausibility(text) };
	}).sort((a, b) => b.points - a.points);
	const [best = { text: '', encoding: 'windows-1252', points: 0 }, second] = read;
	const close = second !== undefined && second.text !== best.text && best.points - second.points < 1;
	return { text: best.text, encoding: best.encoding, sure: false, doubtful: best.points <= 0 || close, mended: 0 };
}

const IN_WORDS =
	/(?<=\p{L})[äöüßéèêàâçñôîûëï](?!\p{Lu})|(?<![\p{L}])[ÄÖÜÉ](?=\p{Ll})|(?<![\p{L}])[äöüéà](?=\p{Ll})|(?<=\p{Lu})[ÄÖÜ]/gu;
const BESIDE_WORDS =
	/(?<=^|[\s(])[„“‚»«–—§](?=[\s\p{L}\p{N}])|(?<=[\p{L}\p{N}.!?])[“”’‘»«…](?=[\s.,;:)]|$)|(?<=\d\s?)[€°²³½]|(?<=\p{L})’(?=\p{L})/gu;
const HIGH = /[^\0-\u007F\u00A0]/gu;

/** How much of what is beyond ASCII stands where German, or a neighbour's language, puts it. */
function plausibility(text: string): number {
	const some = text.slice(0, 500_000);
	const count = (pattern: RegExp) => some.match(pattern)?.length ?? 0;
	const good = count(IN_WORDS) + count(BESIDE_WORDS);
	return good - 2 * (count(HIGH) - good);
}
