/** "Haben wir Sie verstanden?": asked before a version goes out. */
export const understanding = {
	title: 'Haben wir Sie verstanden?',
	answers: { right: 'Ja, richtig verstanden', wrong: 'Nein, nicht richtig verstanden' },
	answerHints: { right: 'Das ist, was ich gemeint habe.', wrong: 'Ich habe etwas anderes gemeint, oder etwas fehlt.' },
	standings: { person: 'Personen', organisation: 'Organisationen' },
	mine: {
		title: 'Haben wir Sie verstanden?',
		text: {
			none: '',
			one: 'Aus Ihren Beiträgen ist 1 Punkt für die Strategie entstanden. Bitte sagen Sie uns, ob er stimmt.',
			many: 'Aus Ihren Beiträgen sind {count} Punkte für die Strategie entstanden. Bitte sagen Sie uns, ob sie stimmen.'
		},
		link: 'Punkte ansehen'
	},
	page: {
		lead: 'Das haben wir aus Ihren Beiträgen gemacht. Noch ist es ein Entwurf. Steht da, was Sie gemeint haben?',
		private: 'Wer schreibt, liest Ihre Antwort ohne Ihren Namen. Öffentlich stehen später nur Zahlen.',
		yours: 'Dahinter stehen diese Beiträge von Ihnen:',
		said: 'Das haben Sie schon beantwortet. Sie können Ihre Antwort ändern.',
		changed: 'Der Text hat sich seit Ihrer Antwort geändert. Stimmt er jetzt?',
		question: 'Haben wir Sie richtig verstanden?',
		why: 'Was stimmt nicht?',
		whyHint: 'Wenn etwas nicht stimmt: Was haben Sie gemeint? Bitte keine Namen von anderen Menschen.',
		send: 'Antwort abschicken',
		others: 'Weitere Punkte aus Ihren Beiträgen',
		done: 'beantwortet',
		empty: 'Zurzeit fragen wir Sie nichts',
		emptyText: 'Wenn aus Ihren Beiträgen ein neuer Punkt entsteht, fragen wir Sie hier, ob er stimmt.'
	},
	desk: {
		title: 'Haben wir Sie verstanden?',
		lead: 'Menschen, deren Beiträge hinter einem neuen Wortlaut stehen, sehen ihn vor der Veröffentlichung. Sie sagen, ob er stimmt.',
		link: 'Haben wir Sie verstanden?',
		none: 'Die Frage ist noch nicht gestellt.',
		open: 'Die Frage ist gestellt, seit {at}. Die Menschen finden sie unter »Meine Beiträge«.',
		closed: 'Die Frage ist geschlossen. Neue Antworten kommen nicht mehr an.',
		totals: 'Gefragt: {asked}. Geantwortet: {answered}. Nicht richtig verstanden: {wrong}.',
		begin: 'Jetzt fragen',
		again: 'Wieder öffnen',
		end: 'Frage schließen',
		line: 'gefragt {asked}, geantwortet {answered}, richtig {right}, nicht richtig {wrong}',
		reasons: 'Was nicht stimmt:',
		older: 'zu einem früheren Wortlaut',
		nobody: 'Hinter den neuen Wortlauten steht niemand, den wir fragen können',
		nobodyText: 'Fragen können wir nur Menschen, die ihren Beitrag selbst mit einer Karte geschrieben haben.'
	},
	shown: {
		title: 'Haben wir die Menschen dahinter verstanden?',
		asked: 'gefragt {count}',
		right: 'richtig {count}',
		wrong: 'nicht richtig {count}',
		silent: 'ohne Antwort {count}',
		few: 'weniger als 5 gefragt. Damit man niemanden erkennt, zeigen wir die Antworten nicht.'
	},
	waived: {
		understood: 'Vor dieser Fassung haben wir nicht gefragt, ob wir die Menschen verstanden haben. Warum: {reason}',
		easy: 'Zu dieser Fassung gibt es keine Zusammenfassung in Einfacher Sprache. Warum: {reason}'
	}
} as const;
