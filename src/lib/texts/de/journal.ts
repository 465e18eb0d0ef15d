/** What happened, told to everybody. Keys are verbs of the journal; gaps are the details it keeps. */
export const journal = {
	title: 'Chronik',
	lead: 'Hier steht der Reihe nach, was in diesem Verfahren geschehen ist. Das Neueste steht oben.',
	feed: 'Alles Neue als Feed lesen: Phasen, Fassungen, Treffen, Beiträge und mehr (Atom)',
	meeting: 'Treffen am {day}: {label}',
	contribution: 'Beitrag {number}: {title}',
	feedTitle: 'Teilhabe NRW: alles Neue',
	emptyTitle: 'Noch ist nichts geschehen',
	empty: 'Sobald das Verfahren beginnt, steht es hier.',
	older: 'Frühere Tage anzeigen',
	until: 'bis',
	contributions: { none: '', one: '1 neuer Beitrag', many: '{count} neue Beiträge' },
	sentences: {
		'phase.began': 'Eine neue Phase hat begonnen: {phase}.',
		'ballots.sealed':
			'Die Abstimmung in der Phase »{phase}« ist abgeschlossen. Niemand kann mehr feststellen, wer wie abgestimmt hat.',
		'consultation.closed':
			'Das Verfahren ist beendet. Niemand kann mehr etwas schreiben. Alle können weiter alles lesen.',
		'version.published': 'Fassung {number} der Strategie ist veröffentlicht: »{title}«',
		'answers.published': 'Mit Fassung {version} sind Antworten auf {contributions} veröffentlicht.',
		'landscape.published': 'Ein neues Meinungsbild ist veröffentlicht (Nummer {number}).',
		'call.published': 'Projektaufruf {number} ist veröffentlicht: »{title}«',
		'promise.reported': 'Punkt {number} »{title}«: {status}',
		'report.published': 'Bericht {number} an den Landtag ist veröffentlicht: »{title}«'
	},
	answered: { none: 'keinen Beitrag', one: 'einen Beitrag', many: '{count} Beiträge' }
} as const;
