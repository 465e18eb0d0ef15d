/**
 * The columns of editions from before codes stood in them. Of newer ones they are on record with the edition itself; these
 * stay as they are, so that the files of old editions do, too.
 */
export const FORMER_SETS = {
	verfahren: {
		kurzname: 'string',
		kennung: 'string',
		stelle: 'integer',
		titel: 'string',
		einleitung: 'string?',
		fragen: 'string?'
	},
	handlungsfelder: {
		verfahren: 'string',
		stelle: 'integer',
		kurzname: 'string',
		titel: 'string',
		einleitung: 'string?'
	},
	phasen: { verfahren: 'string', art: 'string', beginnt: 'string', endet: 'string' },
	beitraege: {
		nummer: 'integer',
		verfahren: 'string',
		art: 'string',
		handlungsfeld: 'string?',
		titel: 'string',
		text: 'string',
		beleg: 'string?',
		sprache: 'string',
		deutsch_titel: 'string?',
		deutsch_text: 'string?',
		deutsch_am: 'date?',
		gruppe: 'string?',
		organisation: 'string?',
		veroeffentlicht: 'date',
		geschwaerzt: 'string',
		unterstuetzungen: 'integer',
		kommentare: 'integer',
		verbleib: 'string?',
		begruendung: 'string?',
		zustaendig: 'string?',
		antwort_mit_fassung: 'integer?',
		herkunft: 'uri?',
		adresse: 'uri'
	},
	kommentare: {
		zeile: 'integer',
		zu_art: 'string',
		zu_nummer: 'integer',
		zu_fassung: 'integer?',
		antwort: 'string',
		antwort_auf: 'integer?',
		haltung: 'string',
		text: 'string',
		gruppe: 'string',
		organisation: 'string?',
		geschrieben: 'date',
		veroeffentlicht: 'date'
	},
	fassungen: {
		nummer: 'integer',
		titel: 'string',
		art: 'string',
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
		handlungsfeld: 'string',
		titel: 'string',
		text: 'string',
		anmerkung: 'string?',
		adresse: 'uri'
	},
	quellen: {
		fassung: 'integer',
		punkt: 'integer',
		beitrag: 'integer',
		verhaeltnis: 'string',
		anmerkung: 'string?'
	},
	ergebnisse: {
		punkt: 'integer',
		fassungen: 'string',
		phase: 'string',
		gruppe: 'string',
		wer: 'string',
		stimmen: 'integer?',
		zustimmung: 'integer?',
		weiss_nicht: 'integer?',
		ablehnung: 'integer?',
		mindestens: 'string?',
		aufgeschrieben: 'integer?',
		zurueckgehalten: 'string',
		stand: 'date'
	},
	beteiligung: {
		verfahren: 'string',
		merkmal: 'string',
		auspraegung: 'string',
		zahl: 'integer?',
		zusammen: 'integer?',
		mindestens_prozent: 'integer?',
		zurueckgehalten: 'string',
		stand: 'date'
	},
	meinungsbilder: {
		nummer: 'integer',
		verfahren: 'string',
		veroeffentlicht: 'date',
		teilnehmende: 'integer',
		punkte: 'integer',
		meinungsgruppen: 'integer',
		stabilitaet: 'integer',
		trennung: 'integer',
		trennung_durch_zufall: 'integer',
		rechenweg: 'string',
		startwert: 'integer',
		eingabe: 'string',
		pruefsumme: 'string',
		adresse: 'uri'
	},
	berichte: {
		nummer: 'integer',
		titel: 'string',
		veroeffentlicht: 'date',
		fassung: 'integer?',
		pruefsumme: 'string',
		adresse: 'uri'
	},
	dokumente: {
		art: 'string',
		nummer: 'integer',
		verfahren: 'string',
		veroeffentlicht: 'date',
		pruefsumme: 'string',
		text: 'string'
	}
} as const;
