/** What stands for a sign that no font here has, e.g. an emoji. */
const STAND_IN = '[?]';

/** How Typst names signs it cannot show; the message comes quoted in another one, so its quotes have backslashes. */
const COMPLAINT = /the text `\\?"(.+?)\\?"` could not be displayed/g;

/** Rust writes control signs and some others as `\u{1f600}`. */
function unescaped(text: string): string {
	return text
		.replace(/\\+u\{([0-9a-f]+)\}/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
		.replace(/\\+(["'])/g, '$1');
}

/** The signs an error message complains of; none when it is about something else. */
export function unprintable(message: string): string[] {
	const found = [...message.matchAll(COMPLAINT)].flatMap((match) => match[1] ?? []);
	return [...new Set(found.map(unescaped))].sort((a, b) => b.length - a.length);
}

/**
 * Puts a stand-in where a sign cannot be shown. A PDF without the sign would lose it silently, and PDF/UA forbids the
 * empty box that fonts draw instead; the page on the internet has the sign itself.
 */
export function withStandIns(text: string, signs: readonly string[]): string {
	return signs.reduce((left, sign) => left.split(sign).join(STAND_IN), text);
}
