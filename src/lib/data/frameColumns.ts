import type { Declared } from './codes.ts';

/** What everything else stands in, and what happened and was done along the way. */
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
		phase: 'code:phase?',
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
		einleitung: 'string?'
	},
	phasen: { verfahren: 'string', art: 'code:phase', beginnt: 'string', endet: 'string' }
} as const satisfies Readonly<Record<string, Declared>>;
