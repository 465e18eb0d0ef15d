export const votes = {
	heading: 'Abstimmen',
	question: 'Stimmen Sie diesem Punkt zu?',
	choices: { agree: 'Ich stimme zu', pass: 'Ich weiß nicht', disagree: 'Ich stimme nicht zu' },
	mine: 'Ihre Stimme: {choice}.',
	none: 'Sie haben hier noch nicht abgestimmt.',
	hint: 'Sie können Ihre Stimme ändern, solange abgestimmt wird. Andere sehen nicht, wie Sie abgestimmt haben. Die Zahlen unten ändern sich erst später. Auch das schützt Sie.',
	stale: 'Der Text hat sich inzwischen geändert. Bitte lesen Sie ihn und stimmen Sie dann ab.',
	takeBack: 'Stimme zurücknehmen',
	signIn: 'Mit Code anmelden',
	results: 'So haben die Gruppen abgestimmt',
	noResults: 'Über diesen Wortlaut hat noch niemand abgestimmt.',
	caption: 'Stimmen von Personen',
	organisations: 'Stimmen von Organisationen',
	organisationsHint: 'Sie stehen für sich. Wir zählen sie nicht mit den Stimmen von Personen zusammen.',
	noVotes: 'noch keine Stimmen',
	oneVote: '1 Stimme',
	manyVotes: '{n} Stimmen',
	fewVotes: 'weniger als 5 Stimmen',
	held: 'Einige Zahlen sind sehr klein. Damit man niemanden erkennt, zeigen wir sie nicht.',
	atLeast: 'mindestens {share}',
	notShown: '– nicht gezeigt',
	range: 'Die Zustimmung liegt sehr wahrscheinlich zwischen {low} und {high}.',
	asOf: 'Stand: {day}. Die Zahlen erneuern sich höchstens einmal in der Stunde, und nur in Schritten von mindestens 5 Stimmen.',
	howWeCount: 'Warum kleine Zahlen fehlen',
	fromTo: '{from} bis {to}',
	balanced: 'Zählt jede Gruppe gleich viel, dann stimmen {share} zu.',
	tooFew: 'Für einen gemeinsamen Wert braucht jede Gruppe mindestens 10 Stimmen. Es fehlen noch Stimmen: {groups}.',
	unclear: 'Mehr als 40 % wissen es nicht: {groups}. Vielleicht ist der Punkt unklar formuliert.',
	contestedBy: 'Anders als die Mehrheit der anderen Gruppen: {groups}.',
	words: {
		shared: {
			agree: 'Gemeinsame Zustimmung. In jeder Gruppe stimmt mehr als die Hälfte zu.',
			disagree: 'Gemeinsame Ablehnung. In jeder Gruppe stimmt mehr als die Hälfte nicht zu.'
		},
		tendency: {
			agree: 'Tendenz zur Zustimmung. Sicher ist das noch nicht.',
			disagree: 'Tendenz zur Ablehnung. Sicher ist das noch nicht.'
		},
		contested: 'Strittig zwischen den Gruppen.',
		open: 'Noch offen. Es gibt zu wenige Stimmen.',
		mixed: 'Keine klare Richtung.'
	},
	older: 'zum älteren Wortlaut (Fassung {number})',
	former: 'zum selben Wortlaut, in der Phase »{phase}«',
	olderHeading: 'Frühere Abstimmungen',
	olderMine: 'zu einem älteren Wortlaut',
	overview: {
		title: 'Ergebnisse',
		lead: 'Was denken die Gruppen über die Strategie? Hier sehen Sie, worin sich alle einig sind, worin nicht und was noch offen ist.',
		emptyTitle: 'Noch gibt es keine Ergebnisse',
		empty: 'Sobald eine Fassung der Strategie veröffentlicht ist, kann man über ihre Punkte abstimmen.',
		noneTitle: 'Keine Punkte',
		none: 'Zu dieser Auswahl gibt es keine Punkte. Wählen Sie ein anderes Thema.',
		glance: 'Alle Punkte auf einen Blick',
		result: 'Ergebnis',
		points: 'Punkte',
		all: 'Alle Ergebnisse zeigen',
		how: 'So rechnen wir',
		sections: {
			geteilt: {
				title: 'Was alle Gruppen teilen',
				lead: 'In jeder Gruppe ist sicher mehr als die Hälfte derselben Meinung.',
				anchor: 'geteilt'
			},
			tendenz: {
				title: 'Wohin es geht',
				lead: 'In jeder Gruppe sind mindestens 60 % derselben Meinung. Sicher ist das noch nicht.',
				anchor: 'geteilt'
			},
			strittig: {
				title: 'Wo die Gruppen verschieden denken',
				lead: 'Die Gruppen liegen weit auseinander. Zufall ist das nicht.',
				anchor: 'gruppen'
			},
			gemischt: {
				title: 'Keine klare Richtung',
				lead: 'In den Gruppen gibt es Zustimmung und Ablehnung, und keine Seite überwiegt deutlich.',
				anchor: 'anteil'
			},
			offen: {
				title: 'Was noch offen ist',
				lead: 'Hier fehlen noch Stimmen. Jede Gruppe braucht mindestens 10.',
				anchor: 'ausgewogen'
			}
		},
		older: {
			none: '',
			one: '1 frühere Abstimmung zu diesem Punkt',
			many: '{count} frühere Abstimmungen zu diesem Punkt'
		},
		filter: {
			heading: 'Ergebnisse auswählen',
			field: 'Thema',
			allFields: 'Alle Themen',
			apply: 'Anzeigen'
		},
		apart:
			'Organisationen und Personen zählen wir getrennt. Stimmen zu einem älteren Wortlaut bleiben dort und stehen auf der Seite des Punktes.',
		small:
			'Die Zahlen erneuern sich höchstens einmal in der Stunde. Sehr kleine Zahlen zeigen wir nicht, damit man niemanden erkennt.'
	}
} as const;
