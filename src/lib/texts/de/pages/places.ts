import type { FixedPage } from './page.ts';

/** In place of what the law wants on a page and nobody has written yet. */
export const FOLLOWS = 'Diese Angabe fehlt noch. Wir tragen sie nach.';

/**
 * What only the operator knows. Each stands on one fixed page, is filled in in the workshop and is asked for before the
 * site goes live. `missing`: what the page says meanwhile, where it must not simply be silent.
 */
export const PLACES = {
	signingDate: { what: 'Termin für das Video in Deutscher Gebärdensprache' },
	deafContact: { what: 'Kontakt für gehörlose Menschen, zum Beispiel Video-Telefon oder Dolmetschdienst' },
	helpPhone: { what: 'Telefonnummer und Zeiten' },
	helpMail: { what: 'E-Mail-Adresse' },
	helpPost: { what: 'Anschrift' },
	cardPlaces: { what: 'Orte, an denen es Karten gibt' },
	notGiven: { what: 'Bestätigung der verantwortlichen Stelle zu diesem Abschnitt' },
	sheets: { what: 'Wer die Papier-Bögen aufbewahrt und wann sie vernichtet werden' },
	controller: { what: 'Name und Anschrift der verantwortlichen Stelle', missing: FOLLOWS },
	protectionOfficer: { what: 'Kontakt der oder des Datenschutzbeauftragten', missing: FOLLOWS },
	legalBasis: { what: 'Rechtsgrundlage der Verarbeitung', missing: FOLLOWS },
	processor: { what: 'Betreiber der Server und Vertrag zur Auftragsverarbeitung', missing: FOLLOWS },
	accessAudit: {
		what: 'Ergebnis und Datum der Prüfung',
		missing: 'Eine unabhängige Prüfung gibt es noch nicht.'
	},
	barrierPhone: { what: 'Telefonnummer für Barrieren', missing: FOLLOWS },
	barrierMail: { what: 'E-Mail-Adresse für Barrieren', missing: FOLLOWS },
	barrierPost: { what: 'Anschrift für Barrieren' },
	ombud: { what: 'Anschrift, Telefon und E-Mail der Ombudsstelle', missing: FOLLOWS },
	statementDate: { what: 'Datum der Erklärung', missing: FOLLOWS },
	authority: { what: 'Name der Behörde', missing: FOLLOWS },
	authorityPost: { what: 'Anschrift der Behörde', missing: FOLLOWS },
	authorityPhone: { what: 'Telefonnummer', missing: FOLLOWS },
	authorityMail: { what: 'E-Mail-Adresse', missing: FOLLOWS },
	representative: { what: 'vertretungsberechtigte Person', missing: FOLLOWS },
	taxNumber: { what: 'Umsatzsteuer-Identifikationsnummer, falls vorhanden' },
	responsible: { what: 'Name und Anschrift der Person, die für den Inhalt verantwortlich ist', missing: FOLLOWS }
} as const satisfies Readonly<Record<string, { what: string; missing?: string }>>;
export type PlaceName = keyof typeof PLACES;

/** What the operator has written, by place. */
export type Statements = Readonly<Partial<Record<PlaceName, string>>>;

const known: Readonly<Record<string, { what: string; missing?: string }>> = PLACES;
const isPlace = (name: string): name is PlaceName => Object.hasOwn(PLACES, name);

/** Where it stands in the text of a page. */
export const place = (name: PlaceName) => `{{${name}}}`;
const TOKEN = /\{\{(\w+)\}\}/g;
const marked = (name: PlaceName) => `**[Bitte eintragen: ${PLACES[name].what}]**`;

/** Every place of a page, in its order. */
export function placesIn({ body }: FixedPage): PlaceName[] {
	return [...body.matchAll(TOKEN)].flatMap(([, name = '']) => (isPlace(name) ? [name] : []));
}

export interface ShownPage extends FixedPage {
	/** What is still missing, for those who can do something about it. */
	open: string[];
}

/**
 * The page as it is read. What the operator has not written is shown to `team` as a mark; everybody else reads a page
 * without it: the sentence goes, and with the last sentence its heading. Where the page
 * must not be silent, one plain sentence says so.
 */
export function shownPage(page: FixedPage, statements: Statements, team: boolean): ShownPage {
	const open = placesIn(page).filter((name) => !statements[name]);
	const body = page.body.replace(TOKEN, (token, name: string) => {
		const said = isPlace(name) ? statements[name] : undefined;
		if (said) return page.body.includes(`\n${token}\n`) ? lines(said) : said.replace(/\s*\n\s*/g, ', ');
		return team && isPlace(name) ? marked(name) : token;
	});
	const what = team ? open.map((name) => PLACES[name].what) : [];
	return { ...page, body: team ? body : withoutGaps(body), open: what };
}

/** An address keeps its lines. */
const lines = (text: string) => text.trim().replace(/\n/g, '  \n');

function withoutGaps(body: string): string {
	return body
		.split(/^(?=# )/m)
		.map(withoutGapsIn)
		.join('');
}

function withoutGapsIn(section: string): string {
	if (!section.includes('{{')) return section;
	const told = new Set<string>();
	const kept = section.split('\n').flatMap((line) => {
		if (!line.includes('{{')) return [line];
		const missing = [...line.matchAll(TOKEN)].flatMap(([, name = '']) => known[name]?.missing ?? []);
		const fresh = missing.filter((sentence) => !told.has(sentence));
		for (const sentence of fresh) told.add(sentence);
		const rest = withoutSentences(line);
		return [...(rest === '' ? [] : [rest]), ...fresh.flatMap((sentence) => ['', sentence, ''])];
	});
	const empty = kept.every((line) => line.trim() === '' || line.startsWith('# '));
	return empty && section.startsWith('# ') ? '' : kept.join('\n');
}

/** Sentences around a gap go; so does the question before one, which nobody would answer. */
function withoutSentences(line: string): string {
	const [, bullet = '', text = ''] = /^(- )?(.*)$/.exec(line) ?? [];
	const rest = text.split(/(?<=[.!?]) /).filter((sentence) => !sentence.includes('{{'));
	while (rest.at(-1)?.endsWith('?')) rest.pop();
	return rest.length === 0 ? '' : bullet + rest.join(' ');
}
