import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { z } from 'zod';

/** What a screen reader and an archive ask of a PDF, as the reader that Firefox has (pdf.js) finds it in the file. */
export interface Pdf {
	title: string;
	lang: string;
	/** `1` when the file says that it is PDF/UA-1. */
	universal: string | null;
	tagged: boolean;
	/** Of every font, whether the file carries it. */
	fonts: { name: string; embedded: boolean }[];
	/** How often each structure element occurs, e.g. `{ H1: 1, P: 12 }`. */
	roles: Record<string, number>;
	/** What is said of pictures. */
	alts: string[];
	/** Addresses that links lead to. */
	links: string[];
	/** Names that an address may end with, after #. */
	places: string[];
	/** Bookmarks. */
	outline: string[];
	pages: number;
	/** What is written, in the order of the file, without headers and footers; and of it what stands on the first page. */
	text: string;
	firstPage: string;
}

type Document = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Document['getPage']>>;
type Bookmark = Pick<Awaited<ReturnType<Document['getOutline']>>[number], 'title' | 'items'>;

const Info = z.object({ Title: z.string().default(''), Language: z.string().nullable().default(null) });
const Element = z.object({
	role: z.string().optional(),
	alt: z.string().optional(),
	get children() {
		return z.array(Element).optional();
	}
});
type Element = z.output<typeof Element>;
const Piece = z.union([
	z.object({ str: z.string(), hasEOL: z.boolean() }),
	z.object({ type: z.string(), tag: z.string().optional() })
]);
const Font = z.object({ name: z.string(), missingFile: z.boolean().optional() });
const Link = z.object({ url: z.string() });

const elementsIn = (one: Element): Element[] => [one, ...(one.children ?? []).flatMap(elementsIn)];
const titlesIn = (outline: readonly Bookmark[]): string[] =>
	outline.flatMap(({ title, items }) => [title, ...titlesIn(items)]);

/** Headers and footers are artifacts: they stand outside what is read. */
async function textOf(page: Page): Promise<string> {
	const { items } = await page.getTextContent({ includeMarkedContent: true });
	const marks: boolean[] = [];
	let text = '';
	for (const piece of z.array(Piece).parse(items)) {
		if ('str' in piece) {
			if (!marks.includes(true)) text += piece.str + (piece.hasEOL ? '\n' : '');
		} else if (piece.type.startsWith('begin')) marks.push(piece.tag === 'Artifact');
		else marks.pop();
	}
	return text;
}

async function fontsOf(page: Page): Promise<z.output<typeof Font>[]> {
	const { OPS } = await getResolvedPDFJS();
	const { fnArray, argsArray } = await page.getOperatorList();
	const names = argsArray.filter((_, at) => fnArray[at] === OPS.setFont).map(([name]) => String(name));
	return [...new Set(names)].map((name) => Font.parse(page.commonObjs.get(name)));
}

export async function readPdf(file: Uint8Array): Promise<Pdf> {
	const document = await getDocumentProxy(new Uint8Array(file));
	const pages = await Promise.all(Array.from({ length: document.numPages }, (_, n) => document.getPage(n + 1)));
	const { info, metadata } = await document.getMetadata();
	const { Title, Language } = Info.parse(info);
	const elements: Element[] = [];
	const [fonts, links] = [new Map<string, boolean>(), new Set<string>()];
	for (const page of pages) {
		elements.push(...elementsIn(Element.parse((await page.getStructTree()) ?? {})));
		for (const { name, missingFile } of await fontsOf(page)) fonts.set(name, !missingFile);
		for (const one of await page.getAnnotations()) if (Link.safeParse(one).success) links.add(Link.parse(one).url);
	}
	const texts = await Promise.all(pages.map(textOf));
	const roles: Record<string, number> = {};
	for (const { role } of elements) if (role) roles[role] = (roles[role] ?? 0) + 1;
	return {
		title: Title,
		lang: Language ?? '',
		universal: /<pdfuaid:part>(\d+)</.exec(String(metadata?.getRaw() ?? ''))?.[1] ?? null,
		tagged: (await document.getMarkInfo())?.Marked ?? false,
		fonts: [...fonts].map(([name, embedded]) => ({ name, embedded })),
		roles,
		alts: elements.flatMap(({ alt }) => alt ?? []),
		links: [...links],
		places: Object.keys(await document.getDestinations()),
		outline: titlesIn((await document.getOutline()) ?? []),
		pages: pages.length,
		text: texts.join('\n'),
		firstPage: texts[0] ?? ''
	};
}

/** Words as they can be compared with those of a PDF: without spaces, which there are gaps only, and signs nobody sees. */
export const asDrawn = (text: string): string => text.normalize('NFKC').replace(/[\s\u200c-\u200f]+/g, '');

/**
 * Which part of the words of a sentence stands in the text of a PDF, one behind the other. What is written from the right
 * comes back from readers with a mark or a joined letter out of its place now and then; its order does not.
 */
export function shareInOrder(text: string, sentence: string): number {
	const words = sentence.split(/\s+/).map(asDrawn).filter(Boolean);
	const all = asDrawn(text);
	const first = asDrawn(sentence).slice(0, 6);
	let [at, found] = [Math.max(0, all.indexOf(first)), 0];
	for (const word of words) {
		const next = all.indexOf(word, at);
		// Further on it is another sentence's.
		if (next < 0 || next > at + 60) continue;
		at = next + word.length;
		found += 1;
	}
	return found / words.length;
}
