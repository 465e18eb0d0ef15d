/**
 * Nobody types these. Control signs: PostgreSQL cannot store the zero byte, XML carries none of them. Signs that turn
 * the direction of writing: with them a text reads differently to moderators and to what looks for personal data.
 */
const UNTYPED = /[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Text as we keep it, made once where it comes in: forms, addresses, files, commands. An umlaut is one sign (NFC), also
 * where a Mac or a PDF has written two, so that search, limits, blackening and comparison see what people see; line ends
 * are plain.
 */
export function normalText(typed: string): string {
	return typed
		.replace(/\r\n?|[\u2028\u2029]/g, '\n')
		.replace(UNTYPED, '')
		.normalize('NFC');
}

/** The same for what was asked for in an address. What is whole already stays as it is, sign by sign. */
export function normalizeQuery(url: URL): void {
	const asked = [...url.searchParams];
	if (asked.every(([name, value]) => name === name.normalize('NFC') && value === value.normalize('NFC'))) return;
	url.search = new URLSearchParams(
		asked.map(([name, value]) => [name.normalize('NFC'), value.normalize('NFC')])
	).toString();
}
