import { Parser } from 'htmlparser2';

/** Reading and changing the markup of a page without touching a sign of anything else. */

interface Tag {
	name: string;
	attributes: Record<string, string>;
	start: number;
	/** The first position behind the tag. */
	end: number;
}

interface Change {
	start: number;
	end: number;
	text: string;
}

const POINTING = ['href', 'src', 'poster', 'action', 'xlink:href'];

function tags(html: string, each: { open(tag: Tag): void; close(name: string, end: number): void }): void {
	const parser: Parser = new Parser({
		onopentag: (name, attributes) =>
			each.open({ name, attributes, start: parser.startIndex, end: parser.endIndex + 1 }),
		onclosetag: (name, implied) => each.close(name, implied ? parser.startIndex : parser.endIndex + 1)
	});
	parser.end(html);
}

/** In a text somebody has written: it may point anywhere, also at what was taken back or never was. */
const isWritten = ({ name, attributes }: Pick<Tag, 'name' | 'attributes'>) =>
	name === 'a' && /\bnofollow\b/.test(attributes.rel ?? '');

/**
 * Everything a page points at, as it is written there, and the places it can be pointed at. A link in somebody's text is
 * to its page: which place of it they meant is their affair.
 */
export function readMarkup(html: string): { links: string[]; ids: Set<string> } {
	const links: string[] = [];
	const ids = new Set<string>();
	const pageOf = (link: string) => link.replace(/#.*$/s, '');
	tags(html, {
		open({ name, attributes }) {
			if (attributes.id) ids.add(attributes.id);
			if (name === 'form' || isScript(name, attributes) || isOtherLanguage(name, attributes)) return;
			const written = isWritten({ name, attributes });
			for (const one of POINTING) {
				const link = attributes[one];
				if (link !== undefined && !(written && pageOf(link) === '')) links.push(written ? pageOf(link) : link);
			}
			if (attributes.srcset) links.push(...sources(attributes.srcset).map(([url]) => url));
		},
		close: () => undefined
	});
	return { links, ids };
}

const sources = (srcset: string): [string, string][] =>
	srcset.split(',').map((one) => {
		const [url = '', ...rest] = one.trim().split(/\s+/);
		return [url, rest.join(' ')];
	});

/** The archive has one language. */
const isOtherLanguage = (name: string, { hreflang }: Record<string, string>) =>
	hreflang !== undefined && (name === 'a' || name === 'link');
const isLanguageSwitch = (name: string, { class: classes = '' }: Record<string, string>) =>
	name === 'details' && /\blanguages\b/.test(classes);

const isScript = (name: string, { type = '', rel = '' }: Record<string, string>) =>
	(name === 'script' && !type.endsWith('+json')) || (name === 'link' && rel === 'modulepreload');

export interface Rewriting {
	/** What takes the place of a link; null: it stays as it is. */
	link(written: string): string | null;
	/** A link of ours that leads nowhere: in somebody's text only its words stay. */
	isLost(written: string): boolean;
	/** A button that leads where nothing is any more: it goes. In a text it stays, as a link. */
	isGone(written: string): boolean;
	/** Markup in place of a form: the first one of the page, and those behind it. */
	form(method: string): string;
}

/** Links changed, forms and scripts taken out. */
export function rewriteMarkup(html: string, rewriting: Rewriting): string {
	const changes: Change[] = [];
	let open: { name: string; start: number; text: string } | null = null;
	tags(html, {
		open(tag) {
			if (open) return;
			if (tag.name === 'form') {
				open = { name: 'form', start: tag.start, text: rewriting.form(tag.attributes.method ?? 'get') };
			} else if (isLanguageSwitch(tag.name, tag.attributes)) {
				open = { name: 'details', start: tag.start, text: '' };
			} else if (tag.name === 'link' && isOtherLanguage(tag.name, tag.attributes)) {
				changes.push({ start: tag.start, end: tag.end, text: '' });
			} else if (isScript(tag.name, tag.attributes)) {
				if (tag.name === 'script') open = { name: 'script', start: tag.start, text: '' };
				else changes.push({ start: tag.start, end: tag.end, text: '' });
			} else if (isButton(tag) && rewriting.isGone(tag.attributes.href ?? '')) {
				open = { name: 'a', start: tag.start, text: '' };
			} else if (isWritten(tag) && rewriting.isLost(tag.attributes.href ?? '')) {
				changes.push({ start: tag.start, end: tag.end, text: '<a>' });
			} else changes.push(...changesIn(html, tag, rewriting.link));
		},
		close(name, end) {
			if (open?.name !== name) return;
			changes.push({ start: open.start, end, text: open.text });
			open = null;
		}
	});
	return apply(html, changes);
}

const isButton = ({ name, attributes }: Tag) => name === 'a' && /\bkern-btn\b/.test(attributes.class ?? '');

function changesIn(html: string, tag: Tag, link: Rewriting['link']): Change[] {
	const source = html.slice(tag.start, tag.end);
	let text = source;
	for (const one of POINTING) {
		const written = tag.attributes[one];
		const next = written === undefined ? null : link(written);
		if (next !== null) text = text.replace(attribute(one), (_, before: string) => `${before}"${escape(next)}"`);
	}
	const { srcset } = tag.attributes;
	if (srcset) {
		const next = sources(srcset).map(([url, size]) => `${link(url) ?? url} ${size}`.trim());
		text = text.replace(attribute('srcset'), (_, before: string) => `${before}"${escape(next.join(', '))}"`);
	}
	return text === source ? [] : [{ start: tag.start, end: tag.end, text }];
}

const attribute = (name: string) => new RegExp(`(\\s${name}=)("[^"]*"|'[^']*'|[^\\s>]+)`, 'i');
export const escape = (text: string) => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function apply(html: string, changes: readonly Change[]): string {
	let text = '';
	let at = 0;
	for (const change of changes.toSorted((one, other) => one.start - other.start)) {
		text += html.slice(at, change.start) + change.text;
		at = change.end;
	}
	return text + html.slice(at);
}

const IN_STYLES = /url\(\s*(["']?)([^"')]+)\1\s*\)/g;

/** What a style sheet points at. */
export const linksInStyles = (css: string): string[] => [...css.matchAll(IN_STYLES)].flatMap(([, , url]) => url ?? []);

export function rewriteStyles(css: string, link: Rewriting['link']): string {
	return css.replace(IN_STYLES, (all, _, url: string) => {
		const next = link(url);
		return next === null ? all : `url("${next}")`;
	});
}
