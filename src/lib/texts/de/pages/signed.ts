/** The page of the video in German sign language, once the operator has one. */
export const signed = {
	title: 'Deutsche Gebärdensprache',
	lead: 'Hier erklären wir diese Website in Deutscher Gebärdensprache.',
	label: 'Video in Deutscher Gebärdensprache',
	captions: 'Untertitel',
	length: '{minutes}:{seconds} Minuten, {size} MB, mit Untertiteln.',
	lengthUnknown: '{size} MB, mit Untertiteln.',
	download: 'Video herunterladen (MP4, {size} MB)',
	body: `
Denselben Inhalt finden Sie als Text [in Einfacher Sprache](/leicht).

Fehlt Ihnen etwas? Unter [Barriere melden](/barriere-melden) sagen Sie es uns.
`,
	start: {
		title: 'Lieber anders lesen?',
		easy: 'Das Wichtigste in Einfacher Sprache',
		video: 'Video in Deutscher Gebärdensprache',
		none: 'Ein Video in Deutscher Gebärdensprache gibt es noch nicht.',
		more: 'Was es stattdessen gibt'
	}
} as const;
