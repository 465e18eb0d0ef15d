import type { Line } from './chronicle.ts';

/** A feed must say when it last changed, also before anything has happened: long ago. */
const NEVER = '1970-01-01T00:00:00.000Z';

export interface Feed {
	/** Where the house is reached: `https://teilhabe.example`. */
	origin: string;
	/** Address of the feed itself, and of the page that tells the same. */
	self: string;
	page: string;
	title: string;
	author: string;
	lines: readonly Line[];
}

/** Text as XML takes it: what XML 1.0 cannot carry at all is left out, the rest is escaped. */
export function xml(text: string): string {
	return text
		.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
		.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

export function updatedAt(lines: readonly Line[]): string {
	return lines[0]?.at ?? NEVER;
}

/** Atom (RFC 4287). Ids outlive a change of address: the entries' are the journal's, the feed's a tag of the house. */
export function atom({ origin, self, page, title, author, lines }: Feed): string {
	const head = [
		'<?xml version="1.0" encoding="utf-8"?>',
		'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">',
		`<id>tag:${xml(new URL(origin).hostname)},2026:${xml(self.slice(1))}</id>`,
		`<title>${xml(title)}</title>`,
		`<updated>${xml(updatedAt(lines))}</updated>`,
		`<author><name>${xml(author)}</name></author>`,
		`<link rel="self" type="application/atom+xml" href="${xml(origin + self)}"/>`,
		`<link rel="alternate" type="text/html" href="${xml(origin + page)}"/>`
	];
	return [...head, ...lines.map((line) => entry(origin + (line.href ?? page), line)), '</feed>', ''].join('\n');
}

function entry(href: string, { id, at, text }: Line): string {
	return [
		'<entry>',
		`<id>urn:uuid:${xml(id)}</id>`,
		`<title>${xml(text)}</title>`,
		`<published>${xml(at)}</published>`,
		`<updated>${xml(at)}</updated>`,
		`<link rel="alternate" type="text/html" href="${xml(href)}"/>`,
		`<content type="text">${xml(text)}</content>`,
		'</entry>'
	].join('\n');
}
