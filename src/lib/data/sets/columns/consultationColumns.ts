import type { Declared } from './codes.ts';

/** Columns of the data sets about the process itself, its landscapes, its chronicle and its moderation log, and about where one can go. */
export const FRAME = {
	meinungsbilder: {
		nummer: 'integer',
		verfahren: 'string',
		veroeffentlicht: 'date',
		teilnehmende: 'integer',
		punkte: 'integer',
		meinungsgruppen: 'integer',
		befund: 'code:verdict',
		grund: 'code:cause?',
		stabilitaet: 'integer?',
		trennung: 'integer?',
		trennung_durch_zufall: 'integer?',
		rechenweg: 'string',
		startwert: 'integer',
		eingabe: 'string',
		pruefsumme: 'string',
		adresse: 'uri'
	},
	chronik: {
		verfahren: 'string?',
		tag: 'date',
		ereignis: 'code:event',
		nummer: 'integer?',
		titel: 'string?',
		phase: 'string?',
		phase_label: 'string?',
		stand: 'code:status?',
		fassung: 'integer?',
		zahl: 'integer?',
		text: 'string',
		adresse: 'uri?'
	},
	moderation: {
		tag: 'date',
		art: 'code:screened',
		entscheidung: 'code:deed',
		grund: 'code:ground?'
	},
	moderationsmonate: {
		monat: 'string',
		entscheidung: 'code:deed',
		grund: 'code:ground?',
		anzahl: 'integer'
	},
	dokumente: {
		art: 'code:document',
		nummer: 'integer',
		verfahren: 'string',
		veroeffentlicht: 'date',
		pruefsumme: 'string',
		text: 'string'
	},
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
		einleitung: 'string?',
		fruehere_titel: 'string?'
	},
	phasen: {
		verfahren: 'string',
		art: 'string',
		art_label: 'string',
		beginnt: 'string',
		endet: 'string',
		fragt: 'string?',
		antwort_bis: 'date?'
	},
	termine: {
		kennung: 'string',
		verfahren: 'string',
		titel: 'string',
		findet_statt: 'date',
		beginnt: 'string',
		endet: 'string',
		ort: 'string',
		fuer: 'string?',
		zugang: 'string?',
		kinderbetreuung: 'string?',
		sprachen: 'string?',
		fahrtkosten: 'string?',
		abgesagt: 'boolean',
		geaendert: 'date',
		adresse: 'uri'
	},
	orte: {
		kuerzel: 'string',
		name: 'string',
		anschrift: 'string',
		offen: 'string',
		hinweis: 'string?',
		geaendert: 'date',
		adresse: 'uri'
	}
} as const satisfies Readonly<Record<string, Declared>>;
