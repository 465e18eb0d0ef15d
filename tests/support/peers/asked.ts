import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Locale } from '#lib/texts/locales/locale.ts';
import type { Town } from '../../journeys/support/server.ts';
import { ROUTES } from '../../journeys/support/routes.ts';
import { PRIVILEGES } from '../forms/privileges.ts';
import { formFor } from '../forms/privilegeForms.ts';
import { unzip } from '../files/zip.ts';
import { MEETING, NUMBER, POINT, WORD, type Written } from './groupWrites.ts';

/** Everything one can ask the town for, and everything one can send it about a contribution or a point. */

/** Every address with an answer: pages, files, feeds, interfaces. */
export function addresses(testApp: Town): string[] {
	const gaps: Readonly<Record<string, string>> = {
		...{ '[set]': 'beitraege', '[edition]': '1', '[file]': '1', '[locale]': 'uk', '[chapter]': 'alle' }
	};
	const endpoints = globSync('src/routes/**/+server.ts')
		.map((file) => dirname(file).replaceAll('\\', '/').slice('src/routes'.length))
		.map((folder) => folder.replace(/\/\([^)]+\)/g, '') || '/')
		.filter((route) => !/abmeld|anmelden|schnell-weg/.test(route))
		.map((route) => route.replace(/\[[^\]]+\]/g, (gap) => gaps[gap] ?? '1'));
	// What signs out or ends something is no question.
	const pages = ROUTES.map((route) => route.address(testApp)).filter((page) => !/^\/(abmelden|bleiben)/.test(page));
	return [...new Set([...pages, ...endpoints])];
}

/** Those that ask for these texts themselves. */
export function addressesOf({ some, first, decision }: Written): string[] {
	const of = some.flatMap((number) => [
		...[`/beitraege/${number}`, `/beitraege/${number}/zurueckziehen`, `/api/v1/beitraege?nummer=${number}`],
		...[`/werkstatt/kampagnen/${number}`, `/werkstatt/verbleib/${number}`, `/werkstatt/verteilen/${number}`]
	]);
	return [
		...of,
		...[`/aendern/beitrag/${NUMBER}`, `/widerspruch/${decision}`, `/werkstatt/eingang/beitrag/${first}`],
		...[`/treffen/${MEETING}`, `/werkstatt/treffen/${MEETING}`, `/punkte/${POINT}`, '/gruppe'],
		...[`/gruppe?nach=${NUMBER + 90}`, `/suche?q=${WORD}`, `/beitraege?q=${WORD}`, `/suche?q=${NUMBER}`],
		...['/beitraege?gruppe=affected', `/api/v1/beitraege?q=${WORD}`, `/werkstatt/suche?q=${WORD}`],
		...[`/werkstatt/suche?q=${NUMBER}`, `/werkstatt/eingang?q=${WORD}`, `/werkstatt/stapel?q=${WORD}`],
		...[`/werkstatt/verbleib?q=${WORD}&zeigen=all`, `/werkstatt/verteilen?q=${WORD}`],
		...[`/werkstatt/protokoll?nummer=${NUMBER}`, `/werkstatt/protokoll/protokoll.csv?nummer=${NUMBER}`],
		`/werkstatt/erfassen/kommentar?zu=beitrag-${NUMBER}`
	];
}

/** The first letter of its path in another spelling. */
export const encoded = (address: string) =>
	address.replace(/^\/([a-z])/, (_, letter: string) => `/%${letter.charCodeAt(0).toString(16)}`);

const isPage = (address: string) => !/^\/(api|daten|nachrichten)\/|\.\w+($|\?)/.test(address);

export const inLanguage = (address: string, locale: Locale) =>
	isPage(address) && locale !== 'de' ? `/${locale}${address === '/' ? '' : address}` : address;

/** What somebody asked for stands in fields and addresses of the page again: that is no leak. */
const withoutAsked = (html: string) =>
	html
		.replaceAll(/(value|href|action|formaction|hreflang|content)="[^"]*"|<title>[^<]*<\/title>/g, '')
		.replaceAll(new RegExp(`[»„"”“«](${WORD}|${NUMBER})[«“"”„»]`, 'g'), '');

const NUMBERS = new RegExp(
	`(?<![0-9a-f-])(${[NUMBER, MEETING].map((one) => String(one).replace(/(...)$/, '[.,\\s]?$1')).join('|')})(?![0-9a-f])`
);

/** What a file says: Word files, tables and archives are packed; what stands in a PDF is read elsewhere. */
export function wordsOf(body: Buffer): string {
	if (body.subarray(0, 2).toString() !== 'PK') return body.toString();
	return [...unzip(body)].map(([name, text]) => `${name} ${text.replaceAll(/<[^>]*>/g, '')}`).join(' ');
}

/** Which of it is told: its words, its number. */
export function toldIn(body: string): ('words' | 'number')[] {
	const said = withoutAsked(body);
	return [...(said.includes(WORD) ? (['words'] as const) : []), ...(NUMBERS.test(said) ? (['number'] as const) : [])];
}

/**
 * The words of an answer without what is another one each time it is asked: ids, digests, moments. Counts stay, so that
 * an answer that has become another one tells that something is there.
 */
export const comparable = (body: string) =>
	withoutAsked(body.replaceAll(/<script[\s\S]*?<\/script>|<link[^>]*>|<meta[^>]*>/g, ''))
		.replaceAll(/<[^>]*>/g, ' ')
		.replaceAll(/"edition":\d+|Zuletzt benutzt: [^.]*\. [^.]*\./g, '·')
		.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|\b[0-9a-f]{16,}\b/g, '·')
		.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z?|\b\d?\d:\d\d(:\d\d)?\b/g, '·')
		.replaceAll(/\s+/g, ' ');

interface Sent {
	/** Which action of which route. */
	action: string;
	address: string;
	form: URLSearchParams;
}

/** Texts that there are none of: what is said about these has to be said about those of the group as well. */
export const NOTHING = {
	first: '01a22841-0000-7000-8000-000000000000',
	decision: '01a22841-0000-7000-8000-000000000001'
};
export const NO_NUMBER = 999_117;

/** Routes whose forms are about contributions, points, or what was said about them. */
const ABOUT_TEXTS =
	/^\/(beitraege|aendern|kommentare|widerspruch|punkte|aenderungen|meine\/|vorrang|abstimmen|stellungnahmen\/|beirat)|^\/werkstatt\/(verbleib|verteilen|stapel|kampagnen|entwurf|eingang|widersprueche|erfassen\/(kommentar|stimmen$|vorrang)|treffen\/|umsetzung|vorrang|berichtigungen|vorschau|freigabe|aufrufe|uebersetzungen\/.*kind)/;
/** Fields that name a text, by its number or by its id. */
const NAMING = [
	...['proposal', 'proposals', 'points', 'point', 'punkt', 'number', 'from', 'to', 'into', 'target', 'item', 'items'],
	...['subject', 'subjectId', 'segment', 'source', 'deed', 'edition', 'omission', 'number-1', 'point-1', 'ticks']
];

interface Named {
	number: number;
	first: string;
	decision: string;
}

/** In the gaps of an address. Points stay what they are: there it is the form that names the text. */
function gapOf(route: string, gap: string, { number, first, decision }: Named): string {
	if (gap === 'number' && /punkte|umsetzung|berichtigungen|aufrufe/.test(route)) return String(POINT);
	const known: Readonly<Record<string, string>> = {
		...{ which: String(number), kind: 'beitrag', id: first, decision, phase: 'draft', locale: 'uk', token: 'x' }
	};
	return known[gap] ?? String(number);
}

/** Each of these forms, naming the text by its number or its id wherever a form names something. */
export function everythingSent(named: Named, by: 'number' | 'id', draftId: string): Sent[] {
	return Object.entries(PRIVILEGES)
		.filter(([route]) => ABOUT_TEXTS.test(route))
		.flatMap(([route, actions]) =>
			Object.keys(actions).map((action) => {
				const form = formFor(route, action, draftId);
				for (const name of NAMING)
					if (form.has(name)) form.set(name, by === 'number' ? String(named.number) : named.first);
				form.set('chosen', `proposal~${named.first}~shared~x`);
				const address = route.replace(/\[(\w+)\]/g, (_, gap: string) => gapOf(route, gap, named));
				const query = action === 'default' ? '' : `?/${action}`;
				return { action: `${route}${query}`, address: `${address}${query}`, form };
			})
		);
}
