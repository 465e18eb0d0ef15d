/** Reports of barriers and of contents, and their answers. */
export const tickets = {
	kinds: { barrier: 'Barriere', content: 'Inhalt' },
	barrier: {
		title: 'Barriere melden',
		lead: 'Kommen Sie mit dieser Website nicht zurecht? Sagen Sie uns, was nicht geht.',
		body: 'Was geht nicht?',
		bodyHint: 'Zum Beispiel: Ich kann das Feld mit der Tastatur nicht erreichen.',
		promise:
			'Sie bekommen in 2 Wochen eine Antwort. Dauert es länger, sagen wir Ihnen Bescheid. Spätestens nach 6 Wochen bekommen Sie die Antwort.'
	},
	content: {
		title: 'Inhalt melden',
		lead: 'Ist etwas auf dieser Website gegen die Regeln? Oder gegen das Gesetz? Sagen Sie es uns.',
		body: 'Was ist falsch daran?',
		bodyHint: 'Bitte sagen Sie auch, um welche Stelle es geht.',
		promise: 'Ein Mensch prüft Ihre Meldung. Sie bekommen in 2 Wochen eine Antwort.'
	},
	form: {
		page: 'Um welche Seite geht es?',
		pageHint: 'Die Adresse oder der Name der Seite',
		way: 'Wie möchten Sie unsere Antwort bekommen?',
		ways: { code: 'Hier auf der Website, mit einem Code', telephone: 'Am Telefon', post: 'Mit der Post' },
		contact: 'Telefonnummer oder Anschrift',
		contactHint: 'Nur wenn wir anrufen oder schreiben sollen. Wir speichern das verschlossen und löschen es später.',
		website: 'Dieses Feld bitte leer lassen',
		send: 'Meldung abschicken'
	},
	filed: {
		title: 'Danke. Ihre Meldung ist angekommen.',
		number: 'Ihre Meldung hat die Nummer {number}.',
		code: 'Ihr Code:',
		codeText: 'Schreiben Sie den Code auf. Wir zeigen ihn nur einmal. Damit lesen Sie die Antwort:',
		known: 'Diese Meldung war schon da. Den Code haben wir Ihnen schon gezeigt.'
	},
	lookUp: {
		title: 'Antwort auf Ihre Meldung',
		lead: 'Mit dem Code, den Sie nach der Meldung bekommen haben.',
		code: 'Code',
		codeHint: '16 Zeichen. Groß oder klein ist egal.',
		send: 'Antwort lesen',
		yours: 'Ihre Meldung',
		waiting: 'Wir haben noch nicht geantwortet. Das tun wir bis zum {day}.',
		late: 'Wir hätten schon antworten müssen. Das tut uns leid. Wir kümmern uns darum.',
		interim: 'Zwischenstand',
		answer: 'Unsere Antwort'
	},
	desk: {
		title: 'Meldungen',
		lead: 'Barrieren und Inhalte, die jemand gemeldet hat. Die ältesten stehen oben.',
		one: 'Meldung {number}',
		waiting: { none: 'Keine Meldung wartet.', one: '1 Meldung wartet.', many: '{count} Meldungen warten.' },
		emptyTitle: 'Keine Meldung',
		empty: 'Zurzeit wartet keine Meldung.',
		columns: { what: 'Meldung', state: 'Stand', due: 'Fällig am' },
		states: { open: 'offen', interim: 'Zwischennachricht geschickt', answered: 'beantwortet' },
		overdue: 'Überfällig',
		overdueText: 'Diese Meldung hätte schon beantwortet sein müssen.',
		dueText: 'Fällig am {day}',
		recent: 'Zuletzt beantwortet',
		terms: { kind: 'Art', page: 'Seite', filed: 'Gemeldet am', way: 'Antwort', contact: 'Erreichbar unter' },
		body: 'Die Meldung',
		interimTitle: 'Zwischennachricht',
		interimHint: 'Wenn die Lösung länger als 2 Wochen dauert. Danach haben Sie Zeit bis 6 Wochen nach der Meldung.',
		interimSend: 'Zwischennachricht schicken',
		answerTitle: 'Antwort',
		answerHint: 'Die Person liest das mit ihrem Code. Möchte sie einen Anruf oder einen Brief, dann bitte auch das.',
		answerSend: 'Antwort schicken',
		text: 'Text',
		afterCall: 'Bitte rufen Sie die Person an oder schreiben Sie ihr.'
	},
	/** What an answer begins with; the team writes the rest. */
	templates: {
		interim: {
			barrier:
				'Vielen Dank für Ihre Meldung. Wir arbeiten daran, aber es dauert noch. Sie bekommen spätestens 6 Wochen nach Ihrer Meldung eine Antwort. Bis dahin hilft Ihnen vielleicht: [bitte ergänzen].',
			content:
				'Vielen Dank für Ihre Meldung. Wir prüfen sie noch. Sie bekommen spätestens 6 Wochen nach Ihrer Meldung eine Antwort.'
		},
		answer: {
			barrier:
				'Vielen Dank für Ihre Meldung. [Bitte ergänzen: Was haben wir geändert? Oder: Warum geht es nicht, und was geht stattdessen?]\n\nSind Sie mit dieser Antwort nicht zufrieden? Dann können Sie sich an die Ombudsstelle für barrierefreie Informationstechnik des Landes Nordrhein-Westfalen wenden. Sie vermittelt in einem Ombudsverfahren. Das kostet nichts. Den Kontakt finden Sie auf der Seite »Barrierefreiheit«.',
			content:
				'Vielen Dank für Ihre Meldung. Wir haben den Inhalt geprüft. [Bitte ergänzen: Was haben wir entschieden, und warum?]\n\nSind Sie mit dieser Antwort nicht zufrieden? Unter »Hilfe und Kontakt« steht, wie Sie uns erreichen.'
		}
	},
	mail: {
		filed: {
			subject: 'Neue Meldung {number}: {kind}',
			body: 'Jemand hat etwas gemeldet ({kind}). Bitte antworten Sie innerhalb von 2 Wochen:\n{link}\n'
		},
		late: {
			subject: 'Meldung {number} ist überfällig',
			body: 'Auf Meldung {number} hat noch niemand rechtzeitig geantwortet. Bitte holen Sie das nach:\n{link}\n'
		}
	}
} as const;
