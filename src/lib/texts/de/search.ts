/** The search over everything public. */
export const search = {
	title: 'Suche',
	lead: 'Hier finden Sie alles, was öffentlich ist: Beiträge, Kommentare, Punkte der Strategie, Aufrufe, Berichte und Organisationen.',
	field: 'Was suchen Sie?',
	hint: 'Ein Wort, mehrere Wörter oder eine Nummer. Zum Beispiel: Wohnung, Kinder Geld, Beitrag 17, Punkt 3',
	order: 'Was soll oben stehen?',
	orders: { best: 'Beste Treffer', newest: 'Neueste' },
	button: 'Suchen',
	hits: { none: 'Kein Treffer', one: '1 Treffer', many: '{count} Treffer' },
	more: 'Mehr als {count} Treffer',
	sections: {
		numbered: 'Mit dieser Nummer',
		points: 'Punkte der Strategie',
		calls: 'Projektaufrufe',
		reports: 'Berichte',
		organisations: 'Organisationen',
		proposals: 'Beiträge',
		comments: 'Kommentare'
	},
	all: { beitraege: 'Alle Beiträge mit diesen Wörtern', kommentare: 'Alle Kommentare mit diesen Wörtern' },
	everything: 'Zurück zu allen Treffern',
	about: {
		proposal: 'Kommentar zu Beitrag {number}',
		point: 'Kommentar zu Punkt {number}',
		amendment: 'Kommentar zu Änderungsvorschlag {number}'
	},
	numbered: {
		proposal: 'Beitrag {number}: {title}',
		point: 'Punkt {number}: {title}',
		version: 'Fassung {number}: {title}',
		call: 'Projektaufruf {number}: {title}',
		report: 'Bericht {number}: {title}',
		amendment: 'Änderungsvorschlag {number}: {title}',
		meeting: 'Treffen {number}: {title}'
	},
	ignoredTitle: 'Das können wir nicht suchen',
	ignored: 'Bitte schreiben Sie ein Wort mit mindestens 3 Buchstaben oder eine Nummer.',
	short: 'Nicht gesucht, weil zu kurz: {words}',
	meant: 'Meinten Sie',
	noneTitle: 'Nichts gefunden',
	none: 'Versuchen Sie ein anderes oder ein kürzeres Wort. Bei mehreren Wörtern müssen alle vorkommen.'
} as const;
