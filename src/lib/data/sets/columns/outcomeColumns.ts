import type { Declared } from './codes.ts';

/** What came of it: versions, results, what is done and funded. Frozen, and ours. */
export const OUTCOME = {
	fassungen: {
		nummer: 'integer',
		titel: 'string',
		art: 'code:versionKind',
		veroeffentlicht: 'date',
		punkte: 'integer',
		beitraege: 'integer?',
		beantwortet: 'integer?',
		offen: 'integer?',
		pruefsumme: 'string',
		adresse: 'uri'
	},
	punkte: {
		punkt: 'integer',
		fassung: 'integer',
		position: 'integer',
		handlungsfeld: 'string?',
		handlungsfeld_label: 'string',
		titel: 'string',
		text: 'string',
		anmerkung: 'string?',
		adresse: 'uri'
	},
	quellen: {
		fassung: 'integer',
		punkt: 'integer',
		beitrag: 'integer',
		verhaeltnis: 'code:relation',
		anmerkung: 'string?'
	},
	vertretung: {
		fassung: 'integer',
		anliegen: 'integer',
		gruppe: 'code:group',
		menschen: 'integer?',
		vertreten: 'integer?',
		nicht_vertreten: 'integer?',
		vertreten_mindestens_prozent: 'integer?',
		zurueckgehalten: 'boolean',
		adresse: 'uri'
	},
	fehlendes: {
		fassung: 'integer',
		stapel: 'integer',
		titel: 'string',
		grund: 'string',
		gewichtung: 'code:weighing',
		erwartet: 'integer?',
		von: 'integer',
		prozent: 'integer?',
		zurueckgehalten: 'boolean'
	},
	fehlwoerter: {
		fassung: 'integer',
		gruppe: 'code:group',
		wort: 'string',
		menschen: 'integer?',
		zurueckgehalten: 'boolean',
		umgang: 'code:omission?',
		satz: 'string?'
	},
	ungenutzt: { fassung: 'integer', beitrag: 'integer', stellen: 'integer?' },
	einwaende: {
		fassung: 'integer',
		punkt: 'integer',
		beitrag: 'integer',
		art: 'code:dissent',
		umgang: 'code:omission?',
		satz: 'string?'
	},
	beirat: {
		fassung: 'integer',
		gefragt: 'boolean',
		mitglieder: 'integer',
		beschlussfaehig_ab: 'integer',
		zugestimmt: 'integer',
		widersprochen: 'integer',
		ohne_antwort: 'integer',
		beschlussfaehig: 'boolean',
		adresse: 'uri'
	},
	beiratsgruende: { fassung: 'integer', meinung: 'code:boardChoice', grund: 'string' },
	ergebnisse: {
		punkt: 'integer',
		fassungen: 'string',
		phase: 'string',
		phase_label: 'string',
		gruppe: 'code:group',
		wer: 'code:standing',
		stimmen: 'integer?',
		zustimmung: 'integer?',
		weiss_nicht: 'integer?',
		ablehnung: 'integer?',
		mindestens_prozent: 'integer?',
		mindestens_wahl: 'code:choice?',
		aufgeschrieben: 'integer?',
		zurueckgehalten: 'boolean',
		stand: 'date'
	},
	positionen: {
		punkt: 'integer',
		fassungen: 'string',
		phase: 'string',
		phase_label: 'string',
		organisation: 'string',
		wahl: 'code:choice',
		seit: 'date'
	},
	beteiligung: {
		verfahren: 'string',
		merkmal: 'code:line',
		auspraegung: 'string',
		auspraegung_label: 'string',
		zahl: 'integer?',
		zusammen: 'integer?',
		mindestens_prozent: 'integer?',
		zurueckgehalten: 'boolean',
		stand: 'date'
	},
	vorrang: {
		verfahren: 'string',
		phase: 'string',
		phase_label: 'string',
		fassung: 'integer',
		massnahme: 'integer',
		punkt: 'integer?',
		text: 'string?',
		kostenklasse: 'code:cost',
		kosten: 'integer',
		budget: 'integer',
		platz_menschen: 'integer?',
		platz_gruppen: 'integer?',
		platz_mehrheit: 'integer?',
		angekreuzt: 'integer?',
		mitgemacht: 'integer?',
		veroeffentlicht: 'date',
		pruefsumme: 'string',
		adresse: 'uri'
	},
	vorrangkreuze: {
		phase: 'string',
		massnahme: 'integer',
		gruppe: 'code:group',
		angekreuzt: 'integer?',
		mitgemacht: 'integer?'
	},
	bewertungen: {
		phase: 'string',
		phase_label: 'string',
		frage: 'code:evaluation',
		gruppe: 'code:group',
		antworten: 'integer?',
		ja: 'integer?',
		teils: 'integer?',
		nein: 'integer?',
		mindestens_prozent: 'integer?',
		mindestens_antwort: 'code:evaluationAnswer?',
		zurueckgehalten: 'boolean',
		gefragt_bis: 'date',
		pruefsumme: 'string',
		adresse: 'uri'
	},
	umsetzung: {
		verfahren: 'string',
		punkt: 'integer',
		stand: 'code:status',
		zustaendig: 'string',
		wieder_am: 'date?',
		text: 'string?',
		gemeldet: 'date',
		adresse: 'uri'
	},
	aufrufe: {
		nummer: 'integer',
		verfahren: 'string',
		fassung: 'integer',
		titel: 'string',
		einleitung: 'string',
		frist: 'date?',
		veroeffentlicht: 'date',
		zurueckgezogen: 'date?',
		nachfolger: 'integer?',
		adresse: 'uri'
	},
	aufrufteile: {
		aufruf: 'integer',
		art: 'code:itemKind',
		stelle: 'integer',
		titel: 'string',
		text: 'string'
	},
	aufrufpunkte: {
		aufruf: 'integer',
		art: 'code:itemKind',
		stelle: 'integer',
		punkt: 'integer'
	},
	berichte: {
		nummer: 'integer',
		titel: 'string',
		veroeffentlicht: 'date',
		fassung: 'integer?',
		pruefsumme: 'string',
		zurueckgezogen: 'date?',
		nachfolger: 'integer?',
		adresse: 'uri'
	},
	nachtraege: {
		nummer: 'integer',
		verfahren: 'string',
		art: 'code:addendum',
		zu_art: 'code:thing',
		zu_nummer: 'integer',
		titel: 'string',
		stelle: 'string?',
		alt: 'string?',
		neu: 'string?',
		grund: 'string',
		veroeffentlicht: 'date',
		nachfolger: 'integer?',
		pruefsumme: 'string',
		adresse: 'uri'
	}
} as const satisfies Readonly<Record<string, Declared>>;
