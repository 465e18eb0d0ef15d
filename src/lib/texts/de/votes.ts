export const votes = {
	heading: 'Abstimmen',
	question: 'Stimmen Sie diesem Punkt zu?',
	choices: { agree: 'Ich stimme zu', pass: 'Ich weiß nicht', disagree: 'Ich stimme nicht zu' },
	mine: 'Ihre Stimme: {choice}.',
	none: 'Sie haben hier noch nicht abgestimmt.',
	hint: 'Sie können Ihre Stimme ändern, solange abgestimmt wird. Andere sehen nicht, wie Sie abgestimmt haben.',
	stale: 'Der Text hat sich inzwischen geändert. Bitte lesen Sie ihn und stimmen Sie dann ab.',
	takeBack: 'Stimme zurücknehmen',
	signIn: 'Mit Code anmelden',
	results: 'So haben die Gruppen abgestimmt',
	noResults: 'Über diesen Wortlaut hat noch niemand abgestimmt.',
	caption: 'Stimmen von Personen',
	organisations: 'Stimmen von Organisationen',
	organisationsHint: 'Sie stehen für sich. Wir zählen sie nicht mit den Stimmen von Personen zusammen.',
	few: '{group}: weniger als 5 Stimmen. Damit man niemanden erkennt, zeigen wir sie nicht.',
	nearlyAll: {
		agree: '{group}: {n} Stimmen, davon mindestens 80 % Zustimmung.',
		pass: '{group}: {n} Stimmen, davon mindestens 80 % »Ich weiß nicht«.',
		disagree: '{group}: {n} Stimmen, davon mindestens 80 % Ablehnung.'
	},
	balanced: 'Zählt jede Gruppe gleich viel, dann stimmen {share} % zu.',
	tooFew: 'Für einen gemeinsamen Wert braucht jede Gruppe mindestens 10 Stimmen. Es fehlen noch Stimmen: {groups}.',
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
	olderMine: 'zu einem älteren Wortlaut'
} as const;
