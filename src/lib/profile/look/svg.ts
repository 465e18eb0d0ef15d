import { Parser } from 'htmlparser2';

/** Large enough for a logo, small enough for a phone that pays by the megabyte. */
export const SVG_BYTES = 100_000;

const SHAPES = [
	...['svg', 'g', 'defs', 'symbol', 'use', 'title', 'desc', 'path', 'rect', 'circle', 'ellipse', 'line'],
	...['polyline', 'polygon', 'text', 'tspan', 'clipPath', 'mask', 'linearGradient', 'radialGradient', 'stop', 'style']
];
const GEOMETRY = [
	...['id', 'class', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy', 'd', 'points', 'width'],
	...['height', 'viewBox', 'preserveAspectRatio', 'transform', 'offset', 'gradientUnits', 'gradientTransform'],
	...['spreadMethod', 'clipPathUnits', 'maskUnits', 'maskContentUnits', 'dx', 'dy', 'pathLength', 'version'],
	...['role', 'aria-hidden', 'aria-label', 'aria-labelledby', 'lang', 'xml:lang', 'xml:space', 'enable-background']
];
const PAINT = [
	...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-linecap', 'stroke-linejoin'],
	...[
		'stroke-miterlimit',
		'stroke-dasharray',
		'stroke-dashoffset',
		'stroke-opacity',
		'opacity',
		'clip-path',
		'clip-rule'
	],
	...[
		'mask',
		'color',
		'display',
		'visibility',
		'stop-color',
		'stop-opacity',
		'font-family',
		'font-size',
		'font-weight'
	],
	...['font-style', 'text-anchor', 'letter-spacing', 'dominant-baseline', 'vector-effect', 'paint-order', 'style']
];
const ATTRIBUTES: readonly string[] = [...GEOMETRY, ...PAINT];
const LINKS: readonly string[] = ['href', 'xlink:href'];
const NAMESPACES: Readonly<Record<string, string>> = {
	xmlns: 'http://www.w3.org/2000/svg',
	'xmlns:xlink': 'http://www.w3.org/1999/xlink',
	'xmlns:svg': 'http://www.w3.org/2000/svg'
};

/** A browser draws what is used as often as it is used: ten uses of ten uses of ten … are a page that never comes. */
const MOST_DRAWN = 20_000;
/** In one another, by nesting or by use. */
const MOST_DEEP = 300;

/** Why a text is no picture for a head: what is wrong, and the part of it that is meant. */
export type SvgTrouble = { kind: 'size' } | { kind: 'form' } | { kind: 'part'; part: string } | { kind: 'work' };

/** Refers to nothing outside of itself. `\` could spell any word otherwise, `@` begins an import, `&` an entity; a comment can part a word. */
const harmless = (style: string) =>
	!/[\\@&<]|\/\*|-->|expression|binding|behavior|script:/i.test(style) &&
	!/url\(\s*(?!['"]?#[\w-]+['"]?\s*\))/i.test(style);

/** In a sheet only paints may refer: a mask or a path to clip by would be drawn for each element it is about. */
const isPlainPaint = (sheet: string) => !/(?<!\b(?:fill|stroke)\s*:\s*)url\(/i.test(sheet);

function attributeIsFine(name: string, value: string): boolean {
	if (name in NAMESPACES && Object.hasOwn(NAMESPACES, name)) return NAMESPACES[name] === value;
	if (LINKS.includes(name)) return /^#[\w-]+$/.test(value);
	return ATTRIBUTES.includes(name) && harmless(value);
}

/** An element, for counting what is drawn. `uses`: ids it refers to, each of which is drawn once more. */
interface Drawn {
	inside: Drawn[];
	uses: string[];
}

const usesOf = (attributes: Readonly<Record<string, string>>): string[] =>
	Object.entries(attributes).flatMap(([name, value]) =>
		LINKS.includes(name) ? [value.slice(1)] : [...value.matchAll(/url\(\s*['"]?#([\w-]+)/gi)].map(([, id = '']) => id)
	);

/** The elements of a picture, as they open and close. */
class Drawing {
	readonly #root: Drawn = { inside: [], uses: [] };
	readonly #byId = new Map<string, Drawn>();
	readonly #around: Drawn[] = [this.#root];
	readonly #known = new Map<Drawn, number>();

	open(attributes: Readonly<Record<string, string>>): void {
		const element: Drawn = { inside: [], uses: usesOf(attributes) };
		this.#around.at(-1)?.inside.push(element);
		if (attributes.id !== undefined && !this.#byId.has(attributes.id)) this.#byId.set(attributes.id, element);
		this.#around.push(element);
	}

	close(): void {
		this.#around.pop();
	}

	/** How many elements are drawn, at most one more than may be; what uses itself is endless. */
	count(one = this.#root, depth = 0): number {
		if (depth > MOST_DEEP) return MOST_DRAWN + 1;
		const told = this.#known.get(one);
		if (told !== undefined) return told;
		// Whoever comes here again before it is counted has come from inside.
		this.#known.set(one, Infinity);
		const parts = [...one.inside, ...one.uses.flatMap((id) => this.#byId.get(id) ?? [])];
		const sum = parts.reduce((all, part) => Math.min(all + this.count(part, depth + 1), MOST_DRAWN + 1), 1);
		this.#known.set(one, sum);
		return sum;
	}
}

/**
 * null: a picture that draws and does nothing else: no script, no event, nothing from elsewhere, no other document in it.
 * What is not on the list is refused, not cleaned away: whoever drew it shall see the picture as it was drawn.
 */
export function svgTrouble(text: string): SvgTrouble | null {
	if (Buffer.byteLength(text) > SVG_BYTES) return { kind: 'size' };
	const found: SvgTrouble[] = [];
	const open: string[] = [];
	const drawing = new Drawing();
	let roots = 0;
	let ended = false;
	const forbid = (part: string) => found.push({ kind: 'part', part: part.slice(0, 40) });
	const parser = new Parser(
		{
			onopentag(name, attributes) {
				if (open.length === 0 && (name !== 'svg' || ++roots > 1)) found.push({ kind: 'form' });
				if (!SHAPES.includes(name)) forbid(`<${name}>`);
				for (const [key, value] of Object.entries(attributes)) if (!attributeIsFine(key, value)) forbid(key);
				drawing.open(attributes);
				open.push(name);
			},
			onclosetag(name, implied) {
				// Closed by itself, as in `<path/>`; what only the end of its parent or of the text has closed, is not.
				const closed = !implied || (!ended && text[parser.endIndex - 1] === '/');
				drawing.close();
				if (open.pop() !== name || !closed) found.push({ kind: 'form' });
			},
			ontext(words) {
				if (open.length === 0 && words.trim() !== '') found.push({ kind: 'form' });
				if (open.at(-1) === 'style' && !(harmless(words) && isPlainPaint(words))) forbid('<style>');
			},
			onprocessinginstruction(name, data) {
				if (!/^\?xml(\s|$)/.test(data)) forbid(name === '!doctype' ? '<!DOCTYPE>' : `<${name}>`);
			},
			// What drawing programs leave has been taken away before; what is left could part a word.
			oncomment: () => void forbid('<!--'),
			oncdatastart: () => void forbid('<![CDATA[')
		},
		{ xmlMode: true, decodeEntities: true }
	);
	parser.write(text);
	ended = true;
	parser.end();
	if (found[0] ?? roots !== 1) return found[0] ?? { kind: 'form' };
	return drawing.count() > MOST_DRAWN ? { kind: 'work' } : null;
}

/** What drawing programs leave in a file for themselves and nobody sees: at one place, or from an opening to its closing. */
const UNSEEN = [
	/<!DOCTYPE[^[<>]*>/gi,
	/\s(?:xmlns:(?!xlink|svg)[\w-]+|(?:inkscape|sodipodi|serif|sketch):[\w-]+|data-[\w-]+)=(?:"[^"]*"|'[^']*')/g
];
const UNSEEN_SPANS = [
	[/<!--/g, '-->'],
	[/<metadata\b/g, '</metadata>'],
	[/<sodipodi:namedview\b[^<>]*>/g, '</sodipodi:namedview>']
] as const;

/** In time that grows with the text: `opening[\s\S]*?closing` would read to the end again for each that is never closed. */
function withoutSpans(text: string, [opening, closing]: (typeof UNSEEN_SPANS)[number]): string {
	let rest = '';
	let from = 0;
	for (const { index, 0: found } of text.matchAll(opening)) {
		if (index < from) continue;
		const within = index + found.length;
		const end = found.endsWith('/>') ? within : text.indexOf(closing, within) + closing.length;
		if (end < within) break;
		rest += text.slice(from, index);
		from = end;
	}
	return rest + text.slice(from);
}

/** The drawing itself. Whether it may be shown says `svgTrouble`, of what is left. */
export const drawingOf = (text: string): string =>
	UNSEEN.reduce((rest, part) => rest.replace(part, ''), UNSEEN_SPANS.reduce(withoutSpans, text)).trim();
