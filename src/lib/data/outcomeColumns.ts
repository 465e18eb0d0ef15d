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
	ergebnisse: {
		punkt: 'integer',
		fassungen: 'string',
		phase: 'code:phase',
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
		phase: 'code:phase',
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
		adresse: 'uri'
	}
} as const satisfies Readonly<Record<string, Declared>>;
