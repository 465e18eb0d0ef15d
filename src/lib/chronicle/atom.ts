import { unmarked } from '../texts/locales/german.ts';

/** A feed must say when it last changed, also before anything has happened: long ago. */
const NEVER = '1970-01-01T00:00:00.000Z';

export interface FeedLine {
	/** The journal's, or a name that stays with the thing: `beitrag-17`. */
	id: string;
	at: string;
	text: string;
	href: string | null;
	/** Of the text; missing: German. */
	language?: string;
}

export interface Feed {
	/** Where the site is reached: `https://teilhabe.example`. */
	origin: string;
	/** Address of the feed itself, and of the page that tells the same. */
	self: string;
	page: string;
	title: string;
	author: string;
	/** Address of the page with what is older. */
	next?: string | null;
	lines: readonly FeedLine[];
}

/** Text as XML takes it: what XML 1.0 cannot carry at all is left out, the rest is escaped. */
function xml(text: string): string {
	return unmarked(text)
		.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
		.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function updatedAt(lines: readonly FeedLine[]): string {
	return (
		lines
			.map(({ at }) => at)
			.sort()
			.at(-1) ?? NEVER
	);
}

/** Names of things that are no ids of the journal: a tag of the site, which outlives a change of path. */
function uriOf(id: string, host: string): string {
	return UUID.test(id) ? `urn:uuid:${id}` : `tag:${host},2026:${id}`;
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Atom (RFC 4287), page by page (RFC 5005). Ids outlive a change of address: the entries' are the journal's, the feed's a tag of the house. */
export function atom({ origin, self, page, title, author, lines, next = null }: Feed): string {
	const host = new URL(origin).hostname;
	const [path = self] = self.split('?');
	const head = [
		'<?xml version="1.0" encoding="utf-8"?>',
		'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">',
		`<id>tag:${xml(host)},2026:${xml(path.slice(1))}</id>`,
		`<title>${xml(title)}</title>`,
		`<updated>${xml(updatedAt(lines))}</updated>`,
		`<author><name>${xml(author)}</name></author>`,
		`<link rel="self" type="application/atom+xml" href="${xml(origin + self)}"/>`,
		`<link rel="alternate" type="text/html" href="${xml(origin + page)}"/>`,
		`<link rel="first" type="application/atom+xml" href="${xml(origin + path)}"/>`,
		...(next === null ? [] : [`<link rel="next" type="application/atom+xml" href="${xml(origin + next)}"/>`])
	];
	return [...head, ...lines.map((line) => entry(origin + (line.href ?? page), host, line)), '</feed>', ''].join('\n');
}

function entry(href: string, host: string, { id, at, text, language }: FeedLine): string {
	return [
		language === undefined ? '<entry>' : `<entry xml:lang="${xml(language)}">`,
		`<id>${xml(uriOf(id, host))}</id>`,
		`<title>${xml(text)}</title>`,
		`<published>${xml(at)}</published>`,
		`<updated>${xml(at)}</updated>`,
		`<link rel="alternate" type="text/html" href="${xml(href)}"/>`,
		`<content type="text">${xml(text)}</content>`,
		'</entry>'
	].join('\n');
}
