/**
 * Reads XML as strictly as a feed reader does, as far as our feeds go: one root, every tag closed in order, attributes
 * quoted and named once, nothing but known references, no sign that XML 1.0 cannot carry. Throws with what is wrong.
 */
export interface Element {
	name: string;
	attributes: Record<string, string>;
	children: Element[];
	text: string;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const NAME = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?';

function resolve(text: string): string {
	if (/[<]/.test(text)) throw new Error(`bare < in ${text}`);
	return text.replace(/&([^;&]*)(;?)/g, (_, name: string, end: string) => {
		const number = /^#(\d+)$/.exec(name)?.[1] ?? /^#x([\da-f]+)$/i.exec(name)?.[1];
		const known = number
			? String.fromCodePoint(Number(name.startsWith('#x') ? `0x${number}` : number))
			: ENTITIES[name];
		if (known === undefined || end === '') throw new Error(`unknown reference &${name}`);
		return known;
	});
}

function attributesOf(text: string): Record<string, string> {
	const attributes: Record<string, string> = {};
	const rest = text.replace(new RegExp(`\\s+(${NAME})="([^"]*)"`, 'g'), (_, name: string, value: string) => {
		if (name in attributes) throw new Error(`attribute ${name} twice`);
		attributes[name] = resolve(value);
		return '';
	});
	if (rest.trim() !== '') throw new Error(`not an attribute: ${rest}`);
	return attributes;
}

export function parseXml(source: string): Element {
	if (/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u.test(source)) throw new Error('forbidden sign');
	const body = source.replace(/^<\?xml version="1\.0" encoding="utf-8"\?>\n/, '');
	if (body === source) throw new Error('no declaration');
	const root: Element = { name: '', attributes: {}, children: [], text: '' };
	const open = [root];
	for (const [, text = '', tag] of body.matchAll(/([^<]*)(?:<([^>]*)>)?/g)) {
		const inside = open.at(-1) ?? root;
		inside.text += resolve(text);
		if (tag !== undefined) step(open, tag);
	}
	const [only, ...others] = root.children;
	if (open.length > 1 || !only || others.length > 0 || root.text.trim() !== '') throw new Error('not one closed root');
	return only;
}

function step(open: Element[], tag: string): void {
	if (tag.startsWith('/')) {
		if (open.length < 2 || open.pop()?.name !== tag.slice(1).trim()) throw new Error(`</${tag} closes nothing`);
		return;
	}
	const match = new RegExp(`^(${NAME})([^]*?)(/?)$`).exec(tag);
	if (!match?.[1]) throw new Error(`not a tag: <${tag}>`);
	const element = { name: match[1], attributes: attributesOf(match[2] ?? ''), children: [], text: '' };
	open.at(-1)?.children.push(element);
	if (match[3] !== '/') open.push(element);
}

/** The children of that name. */
export function all(element: Pick<Element, 'children'>, name: string): Element[] {
	return element.children.filter((child) => child.name === name);
}
