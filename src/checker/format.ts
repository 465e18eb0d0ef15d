/**
 * What an edition of form 2 is: its tables, their columns, what may stand in a cell, what must not be there twice. Told by
 * the website in words for every table and column; written down here so that an edition cannot say of itself what it is.
 * `code`: one of a closed list; a column with its words follows.
 */
export const FORMAT = 2;

export type CellType = 'integer' | 'string' | 'date' | 'uri' | 'boolean' | 'code';

export interface Column {
	name: string;
	type: CellType;
	/** May be empty. */
	optional: boolean;
	/** The column of codes that this one says in words. */
	wordsOf: string | null;
}

const SPECS = {
	beitraege: `nummer:integer verfahren:string art:code handlungsfeld:string? handlungsfeld_label:string?
		titel:string text:string beleg:string? sprache:code deutsch_titel:string? deutsch_text:string?
		deutsch_am:date? gruppe:code? organisation:string? veroeffentlicht:date geschwaerzt:boolean
		unterstuetzungen:integer kommentare:integer verbleib:code? begruendung:string? zustaendig:string?
		antwort_mit_fassung:integer? herkunft:uri? adresse:uri`,
	kommentare: `zeile:integer zu_art:code zu_nummer:integer zu_fassung:integer? antwort:boolean antwort_auf:integer?
		haltung:code text:string gruppe:code organisation:string? geschrieben:date veroeffentlicht:date`,
	aenderungen: `nummer:integer verfahren:string punkt:integer fassung:integer titel:string text:string grund:string
		gruppe:code organisation:string? geschrieben:date veroeffentlicht:date geschwaerzt:boolean
		unterstuetzungen:integer ergebnis:code? begruendung:string? ergebnis_fassung:integer? adresse:uri`,
	fassungen: `nummer:integer titel:string art:code veroeffentlicht:date punkte:integer beitraege:integer?
		beantwortet:integer? offen:integer? pruefsumme:string adresse:uri`,
	punkte: `punkt:integer fassung:integer position:integer handlungsfeld:string? handlungsfeld_label:string
		titel:string text:string anmerkung:string? adresse:uri`,
	quellen: `fassung:integer punkt:integer beitrag:integer verhaeltnis:code anmerkung:string?`,
	vertretung: `fassung:integer anliegen:integer gruppe:code menschen:integer? vertreten:integer?
		nicht_vertreten:integer? vertreten_mindestens_prozent:integer? zurueckgehalten:boolean adresse:uri`,
	fehlendes: `fassung:integer stapel:integer titel:string grund:string gewichtung:code erwartet:integer?
		von:integer prozent:integer? zurueckgehalten:boolean`,
	fehlwoerter: `fassung:integer gruppe:code wort:string menschen:integer? zurueckgehalten:boolean umgang:code?
		satz:string?`,
	ungenutzt: `fassung:integer beitrag:integer stellen:integer?`,
	einwaende: `fassung:integer punkt:integer beitrag:integer art:code umgang:code? satz:string?`,
	beirat: `fassung:integer gefragt:boolean mitglieder:integer beschlussfaehig_ab:integer zugestimmt:integer
		widersprochen:integer ohne_antwort:integer beschlussfaehig:boolean adresse:uri`,
	beiratsgruende: `fassung:integer meinung:code grund:string`,
	ergebnisse: `punkt:integer fassungen:string phase:string phase_label:string gruppe:code wer:code stimmen:integer?
		zustimmung:integer? weiss_nicht:integer? ablehnung:integer? mindestens_prozent:integer?
		mindestens_wahl:code? aufgeschrieben:integer? zurueckgehalten:boolean stand:date`,
	positionen: `punkt:integer fassungen:string phase:string phase_label:string organisation:string wahl:code
		seit:date`,
	beteiligung: `verfahren:string merkmal:code auspraegung:string auspraegung_label:string zahl:integer?
		zusammen:integer? mindestens_prozent:integer? zurueckgehalten:boolean stand:date`,
	termine: `kennung:string verfahren:string titel:string findet_statt:date beginnt:string endet:string ort:string fuer:string?
		zugang:string? kinderbetreuung:string? sprachen:string? fahrtkosten:string? abgesagt:boolean geaendert:date
		adresse:uri`,
	orte: `kuerzel:string name:string anschrift:string offen:string hinweis:string? geaendert:date adresse:uri`,
	treffen: `nummer:integer verfahren:string bezeichnung:string gehalten:date gruppe:code personen:integer
		protokoll:string? veroeffentlicht:date adresse:uri`,
	handzeichen: `treffen:integer punkt:integer fassung:integer zustimmung:integer? weiss_nicht:integer?
		ablehnung:integer? mindestens_prozent:integer? mindestens_wahl:code? zurueckgehalten:boolean`,
	lesarten: `treffen:integer punkt:integer fassung:integer gruppe:code text:string zustimmung:integer?
		weiss_nicht:integer? ablehnung:integer? mindestens_prozent:integer? mindestens_wahl:code?
		zurueckgehalten:boolean`,
	vorrang: `verfahren:string phase:string phase_label:string fassung:integer massnahme:integer punkt:integer?
		text:string? kostenklasse:code kosten:integer budget:integer platz_menschen:integer?
		platz_gruppen:integer? platz_mehrheit:integer? angekreuzt:integer? mitgemacht:integer?
		veroeffentlicht:date pruefsumme:string adresse:uri`,
	vorrangkreuze: `phase:string massnahme:integer gruppe:code angekreuzt:integer? mitgemacht:integer?`,
	bewertungen: `phase:string phase_label:string frage:code gruppe:code antworten:integer? ja:integer? teils:integer?
		nein:integer? mindestens_prozent:integer? mindestens_antwort:code? zurueckgehalten:boolean gefragt_bis:date
		pruefsumme:string adresse:uri`,
	umsetzung: `verfahren:string punkt:integer stand:code zustaendig:string wieder_am:date? text:string?
		gemeldet:date adresse:uri`,
	aufrufe: `nummer:integer verfahren:string fassung:integer titel:string einleitung:string frist:date?
		veroeffentlicht:date zurueckgezogen:date? nachfolger:integer? adresse:uri`,
	aufrufteile: `aufruf:integer art:code stelle:integer titel:string text:string`,
	aufrufpunkte: `aufruf:integer art:code stelle:integer punkt:integer`,
	berichte: `nummer:integer titel:string veroeffentlicht:date fassung:integer? pruefsumme:string
		zurueckgezogen:date? nachfolger:integer? adresse:uri`,
	nachtraege: `nummer:integer verfahren:string art:code zu_art:code zu_nummer:integer titel:string stelle:string?
		alt:string? neu:string? grund:string veroeffentlicht:date nachfolger:integer? pruefsumme:string
		adresse:uri`,
	meinungsbilder: `nummer:integer verfahren:string veroeffentlicht:date teilnehmende:integer punkte:integer
		meinungsgruppen:integer befund:code grund:code? stabilitaet:integer? trennung:integer?
		trennung_durch_zufall:integer? rechenweg:string startwert:integer eingabe:string pruefsumme:string
		adresse:uri`,
	chronik: `verfahren:string? tag:date ereignis:code nummer:integer? titel:string? phase:string?
		phase_label:string? stand:code? fassung:integer? zahl:integer? text:string adresse:uri?`,
	moderation: `tag:date art:code entscheidung:code grund:code?`,
	moderationsmonate: `monat:string entscheidung:code grund:code? anzahl:integer`,
	dokumente: `art:code nummer:integer verfahren:string veroeffentlicht:date pruefsumme:string text:string`,
	verfahren: `kurzname:string kennung:string stelle:integer titel:string einleitung:string? fragen:string?`,
	handlungsfelder: `verfahren:string stelle:integer kurzname:string titel:string einleitung:string?
		fruehere_titel:string?`,
	phasen: `verfahren:string art:string art_label:string beginnt:string endet:string fragt:string?
		antwort_bis:date?`
} as const;

const TYPES: readonly CellType[] = ['integer', 'string', 'date', 'uri', 'boolean', 'code'];

function columnsOf(spec: string): Column[] {
	return spec.split(/\s+/).flatMap((one) => {
		const [name = '', told = ''] = one.split(':');
		const optional = told.endsWith('?');
		const type = TYPES.find((known) => known === told.replace('?', '')) ?? 'string';
		const column = { name, type, optional, wordsOf: null };
		return type === 'code'
			? [column, { name: `${name}_label`, type: 'string' as const, optional, wordsOf: name }]
			: [column];
	});
}

/** By name, in the order in which an edition lists them. */
export const TABLES: ReadonlyMap<string, readonly Column[]> = new Map(
	Object.entries(SPECS).map(([name, spec]) => [name, columnsOf(spec)])
);

/** What there is only once in a table. */
export const KEYS: Readonly<Record<string, readonly string[]>> = {
	beitraege: ['nummer'],
	kommentare: ['zeile'],
	aenderungen: ['nummer'],
	fassungen: ['nummer'],
	punkte: ['fassung', 'punkt'],
	quellen: ['fassung', 'punkt', 'beitrag'],
	vertretung: ['fassung', 'gruppe'],
	fehlendes: ['fassung', 'stapel', 'gewichtung'],
	beirat: ['fassung'],
	ergebnisse: ['punkt', 'fassungen', 'phase', 'wer', 'gruppe'],
	positionen: ['punkt', 'fassungen', 'phase', 'organisation'],
	beteiligung: ['verfahren', 'merkmal', 'auspraegung'],
	termine: ['kennung'],
	orte: ['kuerzel'],
	treffen: ['nummer'],
	handzeichen: ['treffen', 'punkt'],
	lesarten: ['treffen', 'punkt'],
	vorrang: ['phase', 'massnahme'],
	vorrangkreuze: ['phase', 'massnahme', 'gruppe'],
	bewertungen: ['phase', 'frage', 'gruppe'],
	aufrufe: ['nummer'],
	aufrufteile: ['aufruf', 'art', 'stelle'],
	aufrufpunkte: ['aufruf', 'art', 'stelle', 'punkt'],
	berichte: ['nummer'],
	nachtraege: ['nummer'],
	meinungsbilder: ['verfahren', 'nummer'],
	moderationsmonate: ['monat', 'entscheidung', 'grund'],
	dokumente: ['art', 'nummer'],
	verfahren: ['kurzname'],
	handlungsfelder: ['verfahren', 'kurzname'],
	phasen: ['verfahren', 'art']
};

/** Lists of codes that are the same in every process: `table.column`. */
export const CLOSED: Readonly<Record<string, string>> = {
	'ergebnisse.wer': 'person organisation',
	'ergebnisse.mindestens_wahl': 'agree pass disagree',
	'positionen.wahl': 'agree pass disagree',
	'handzeichen.mindestens_wahl': 'agree pass disagree',
	'lesarten.mindestens_wahl': 'agree pass disagree',
	'fehlendes.gewichtung': 'groups people',
	'vorrang.kostenklasse': 'small medium large',
	'bewertungen.frage': 'informed heard fair easy again',
	'bewertungen.mindestens_antwort': 'yes partly no',
	'kommentare.zu_art': 'proposal point amendment',
	'beiratsgruende.meinung': 'agree dissent',
	'dokumente.art': 'version landscape report addendum versionNow reportNow priority evaluation'
};

/** Where a row has its page, after the address of the website. */
export const ADDRESSES: Readonly<Record<string, string>> = {
	beitraege: '/beitraege/{nummer}',
	aenderungen: '/aenderungen/{nummer}',
	fassungen: '/fassungen/{nummer}',
	punkte: '/fassungen/{fassung}#punkt-{punkt}',
	vertretung: '/fassungen/{fassung}/vertretung',
	beirat: '/fassungen/{fassung}#beirat',
	termine: '/treffen/termin/{kennung}',
	orte: '/karten-orte',
	treffen: '/treffen/{nummer}',
	vorrang: '/vorrang/{phase}',
	bewertungen: '/wie-war-es#{phase}',
	umsetzung: '/punkte/{punkt}#umsetzung',
	aufrufe: '/aufrufe/{nummer}',
	berichte: '/berichte/{nummer}',
	nachtraege: '/berichtigungen#nr-{nummer}',
	meinungsbilder: '/meinungsbild/{nummer}.json'
};
