/** Words that stand on every page: head, navigation, foot, error pages, and the small words inside the components. */
export const site = {
	name: 'Teilhabe NRW',
	claim: 'Gemeinsam gegen Armut',
	official: 'Offizielle Website – Nordrhein-Westfalen',
	titleRefused: 'Bitte prüfen: ',
	skip: 'Zum Inhalt springen',
	demo: 'Vorführung: Namen und Texte sind erfunden.',
	easy: { href: '/leicht', label: 'Einfache Sprache' },
	signed: { href: '/gebaerdensprache', label: 'Gebärdensprache' },
	navLabel: 'Hauptmenü',
	accessLabel: 'Sprache',
	accountLabel: 'Ihr Zugang',
	nav: [
		{ href: '/', label: 'Start' },
		{ href: '/beitraege', label: 'Beiträge' },
		{ href: '/strategie', label: 'Strategie' },
		{ href: '/ergebnisse', label: 'Ergebnisse' },
		{ href: '/meinungsbild', label: 'Meinungsbild' },
		{ href: '/aufrufe', label: 'Projektaufruf' },
		{ href: '/berichte', label: 'Berichte' },
		{ href: '/chronik', label: 'Chronik' }
	],
	lost: {
		title: 'Das ist noch nicht gespeichert',
		text: 'Sie waren nicht mehr angemeldet. Was Sie geschrieben haben, steht noch hier. Melden Sie sich in einem neuen Fenster an. Kommen Sie dann hierher zurück und drücken Sie noch einmal auf den Knopf.',
		link: 'In einem neuen Fenster anmelden',
		kept: 'Sie waren nicht mehr angemeldet. Was Sie geschrieben haben, ist aufgehoben. Melden Sie sich wieder an: Dann steht es wieder im Formular, und Sie können es senden.',
		again: 'Wieder anmelden'
	},
	/** On a phone, in place of the entries that do not fit. */
	more: { href: '/sitemap', label: 'Mehr' },
	mine: { href: '/meine', label: 'Meine Beiträge' },
	ownData: { href: '/meine-daten', label: 'Meine Daten' },
	workshop: { href: '/werkstatt', label: 'Werkstatt' },
	signIn: { href: '/anmelden', label: 'Mit Code anmelden' },
	signOut: { href: '/abmelden', label: 'Fertig – abmelden' },
	stay: { href: '/bleiben', label: 'Länger bleiben' },
	newWindow: '(öffnet ein neues Fenster)',
	away: { href: '/schnell-weg', label: 'Seite schnell verlassen' },
	/** Every click moves the time on; the page to stay longer says so. */
	signedInAs: (time: string) => `Angemeldet bis ${time} Uhr als`,
	footLabel: 'Mehr auf dieser Website',
	foot: [
		{
			title: 'Mitmachen',
			links: [
				{ href: '/so-gehts', label: 'So funktioniert’s' },
				{ href: '/abstimmen', label: 'Abstimmen' },
				{ href: '/regeln', label: 'Regeln' },
				{ href: '/uebernehmen', label: 'Hat jemand für Sie geschrieben?' },
				{ href: '/inhalt-melden', label: 'Inhalt melden' },
				{ href: '/hilfe', label: 'Hilfe und Kontakt' },
				{ href: '/kalender', label: 'Seite schnell verlassen' }
			]
		},
		{
			title: 'Nachvollziehen',
			links: [
				{ href: '/suche', label: 'Suche' },
				{ href: '/sitemap', label: 'Inhalt der Website' },
				{ href: '/organisationen', label: 'Organisationen' },
				{ href: '/wie-wir-rechnen', label: 'Wie wir rechnen' },
				{ href: '/treffen', label: 'Treffen' },
				{ href: '/umsetzung', label: 'Umsetzung' },
				{ href: '/wer-macht-mit', label: 'Wer macht mit?' },
				{ href: '/gespraeche', label: 'Gespräche von anderswo' },
				{ href: '/moderation', label: 'Moderationsprotokoll' },
				{ href: '/daten', label: 'Offene Daten' },
				{ href: '/chronik.atom', label: 'Chronik abonnieren (Atom)' }
			]
		},
		{
			title: 'Rechtliches',
			links: [
				{ href: '/datenschutz', label: 'Datenschutz' },
				{ href: '/barrierefreiheit', label: 'Barrierefreiheit' },
				{ href: '/barriere-melden', label: 'Barriere melden' },
				{ href: '/impressum', label: 'Impressum' }
			]
		}
	],
	failureNumber: 'Wenn Sie uns schreiben, nennen Sie bitte diese Nummer:',
	promise: 'Ohne Namen, ohne E-Mail, ohne Werbung. Wir speichern nicht, von welchem Gerät Sie kommen.'
};

const groups = new Intl.NumberFormat('de-DE', { useGrouping: 'always' });
/** "2 000": a narrow space cannot be mistaken for a decimal sign. */
const number = (n: number) => groups.format(n).replaceAll('.', '\u202f');

/** Words inside the components of `lib/ui`. */
export const ui = {
	undo: 'Zurücknehmen',
	crumbs: 'Sie sind hier',
	optional: '(freiwillig)',
	error: 'Fehler:',
	checkYourEntries: 'Bitte prüfen Sie Ihre Angaben',
	atMost: (n: number) => `Höchstens ${number(n)} Zeichen`,
	tooLong: (count: number, most: number) =>
		`${number(count)} Zeichen. Das sind ${number(count - most)} zu viel: Höchstens ${number(most)} gehen.`,
	/** The same for the script that counts. */
	counted: '{count} von höchstens {most} Zeichen',
	over: '{count} Zeichen. Das sind {over} zu viel: Höchstens {most} gehen.',
	pager: 'Weitere Einträge',
	more: 'Weitere anzeigen',
	/** On paper: at the foot of every page. */
	pageOf: 'Seite {page} von {pages}',
	/** Names a table in somebody's text for those who hear the page. */
	tableOf: 'Tabelle mit den Spalten {columns}',
	lackingSigns:
		'[?] steht für ein Zeichen, das hier nicht gedruckt werden kann. Auf der Internet-Seite ist es zu sehen.',
	/** A file to take along: what it is, and how much there is to load. */
	files: { pdf: '{name} als PDF ({size})', docx: '{name} als Word-Datei ({size})' },
	toStart: 'Zum Anfang',
	added: 'eingefügt:',
	removed: 'gestrichen:',
	step: { done: 'Abgeschlossen', current: 'Läuft gerade', next: 'Kommt noch' },
	shares: { agree: 'Zustimmung', pass: 'Weiß nicht', disagree: 'Ablehnung' }
};

export interface Failure {
	title: string;
	text: string;
	/** What to do next, the most helpful first. */
	next: { href: string; label: string }[];
}

const start = { href: '/', label: 'Zur Startseite' };
const help = { href: '/hilfe', label: 'Hilfe und Kontakt' };
const signIn = { href: '/anmelden', label: 'Mit Code anmelden' };

/** For somebody of the team who works at other desks than this one. */
export const notYourDesk: Failure = {
	title: 'Das ist nicht Ihr Platz',
	text: 'In der Werkstatt sehen Sie alle Plätze, an denen Sie arbeiten. Weitere Aufgaben gibt Ihnen die Verwaltung.',
	next: [{ href: '/werkstatt', label: 'Zur Werkstatt' }]
};

/** Where somebody lands whose sign-in should have led to a page of another card. */
export const notYours: Failure = {
	title: 'Sie sind angemeldet',
	text: 'Die Seite, die Sie öffnen wollten, gehört zu einer anderen Karte. Oder es gibt sie nicht mehr.',
	next: [{ href: '/meine', label: 'Meine Beiträge' }, start, help]
};

/** Whoever is signed in need not do it again: the page is somebody else's task. */
export const notYourTask: Failure = {
	title: 'Das dürfen Sie hier nicht',
	text: 'Diese Seite gehört zu einer anderen Aufgabe. Ihre eigenen Seiten finden Sie hier.',
	next: [{ href: '/meine', label: 'Meine Beiträge' }, start, help]
};

export const failures: Record<string, Failure> = {
	'401': {
		title: 'Bitte melden Sie sich wieder an',
		text: 'Öffnen Sie die Anmeldung am besten in einem neuen Fenster.',
		next: [{ href: '/anmelden/team', label: 'Zur Anmeldung für das Team' }, help]
	},
	'403': {
		title: 'Das dürfen Sie hier nicht',
		text: 'Vielleicht sind Sie nicht mehr angemeldet. Oder diese Seite ist nur für bestimmte Personen. Melden Sie sich noch einmal an.',
		next: [signIn, start, help]
	},
	'404': {
		title: 'Diese Seite gibt es nicht',
		text: 'Vielleicht ist die Adresse falsch geschrieben. Vielleicht wurde die Seite entfernt. Suchen Sie auf der Startseite weiter.',
		next: [start, { href: '/beitraege', label: 'Alle Beiträge' }, help]
	},
	'405': {
		title: 'Das geht auf dieser Seite nicht',
		text: 'Die Seite konnte mit dieser Anfrage nichts anfangen. Gehen Sie zurück und versuchen Sie es noch einmal.',
		next: [start, help]
	},
	'413': {
		title: 'Das ist zu viel auf einmal',
		text: 'Ihr Text ist zu groß und wurde nicht gespeichert. Gehen Sie im Browser zurück: Dort steht er noch. Kürzen Sie ihn oder teilen Sie ihn auf mehrere Beiträge auf.',
		next: [start, help]
	},
	'422': {
		title: 'Eine Angabe fehlt oder passt nicht',
		text: 'Wir konnten Ihre Angaben nicht verarbeiten. Gehen Sie zurück und prüfen Sie das Formular.',
		next: [start, help]
	},
	'429': {
		title: 'Bitte warten Sie einen Moment',
		text: 'Es gab sehr viele Versuche in kurzer Zeit. Warten Sie eine Minute. Versuchen Sie es dann noch einmal.',
		next: [start, help]
	},
	'500': {
		title: 'Bei uns ist ein Fehler passiert',
		text: 'Das liegt nicht an Ihnen. Versuchen Sie es in ein paar Minuten noch einmal. Wenn es wieder nicht geht, sagen Sie uns bitte Bescheid.',
		next: [help, start]
	},
	'503': {
		title: 'Die Website macht gerade Pause',
		text: 'Wir arbeiten an der Website. Versuchen Sie es in ein paar Minuten noch einmal.',
		next: [start]
	}
};

/** A status without words of its own is told like the nearest one: our fault (5xx) or a page that is not there. */
export function failure(status: number): Failure {
	const nearest = status >= 500 ? failures['500'] : failures['404'];
	const found = failures[String(status)] ?? nearest;
	if (!found) throw new Error(`no words for status ${status}`);
	return found;
}

/** The reason a rule gave, if the message is one: SvelteKit's own messages are English and end without a full stop. */
export function spoken(status: number, message: string | undefined): string | undefined {
	const ours = status >= 400 && status < 500 && message !== undefined && /[.!?]$/.test(message);
	return ours ? message : undefined;
}
