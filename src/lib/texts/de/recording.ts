/** Words for writing down what others say: the helper's desk, and what everybody reads of it. */
export const recording = {
	title: 'Erfassen',
	lead: 'Schreiben Sie auf, was andere sagen: so, wie sie es sagen.',
	ways: {
		label: 'Was möchten Sie erfassen?',
		person: 'Beitrag einer Person',
		group: 'Beitrag einer Gruppe',
		pile: 'Viele auf einmal',
		comment: 'Kommentar',
		votes: 'Stimmen',
		workshops: 'Treffen',
		list: 'Erfasstes'
	},
	wayHints: {
		person: 'Die Person bekommt am Ende einen Code. Damit kann sie den Beitrag übernehmen.',
		group: 'Für das, was mehrere zusammen sagen. Dafür gibt es keinen Code.',
		pile: 'Bis zu 8 Bögen auf einer Seite. Was stimmt, wird gespeichert. Was noch fehlt, bleibt im Formular stehen.',
		comment: 'Für das, was jemand zu einem Beitrag oder zu einem Punkt der Strategie sagt.'
	},
	channels: {
		conversation: 'Gespräch',
		paper: 'Papier-Bogen',
		workshop: 'Treffen',
		telephone: 'Telefon'
	},
	form: {
		same: 'Wer spricht?',
		sameYes: 'Dieselbe Person wie eben',
		sameHint: 'Dann gilt derselbe Code. Es gibt keine neue Karte.',
		channel: 'Wie haben Sie es erfahren?',
		date: 'Wann wurde es gesagt?',
		place: 'Wo?',
		placeHint: 'Nur das Team sieht das. Zum Beispiel: Tagestreff Sonnenplatz',
		group: 'Wer hat es gesagt?',
		kind: 'Was ist es?',
		field: 'Worum geht es?',
		choose: 'Bitte wählen',
		language: 'In welcher Sprache ist das geschrieben?',
		titleLabel: 'Überschrift',
		body: 'Text',
		bodyHint: 'In den Worten der Person. Keine Namen, Adressen oder Telefonnummern.',
		consent: 'Einverständnis',
		readBack: 'Vorgelesen',
		readBackYes: 'Der Text wurde vorgelesen und bestätigt.',
		readBackHint: 'Bei Papier bleibt das leer: Da hat die Person selbst geschrieben.',
		about: 'Wozu ist der Kommentar?',
		abouts: { proposal: 'Zu einem Beitrag', point: 'Zu einem Punkt der Strategie' },
		number: 'Nummer',
		numberHint: 'Die Nummer steht beim Beitrag oder beim Punkt.',
		stance: 'Was ist der Kommentar?',
		send: 'Speichern und nächster Bogen',
		sendPile: 'Alle speichern',
		row: 'Bogen {number}',
		rowHint: 'Leere Bögen werden übersprungen.',
		readBackAll: 'Alle Texte wurden vorgelesen und bestätigt.'
	},
	/** Its version counts with every change: CONSENT_VERSION. */
	consentText:
		'Die Person ist einverstanden: Der Text wird ohne Namen veröffentlicht und ausgewertet. Sie weiß: Sie kann das jederzeit zurücknehmen.',
	saved: 'Beitrag {number} ist gespeichert',
	savedComment: 'Der Kommentar ist gespeichert',
	savedText: 'Die Moderation prüft den Text. Danach ist er für alle sichtbar.',
	savedTitle: 'Diese Bögen sind gespeichert',
	savedTexts: 'Die Moderation prüft die Texte. Danach sind sie für alle sichtbar.',
	savedRow: 'Bogen {place} als Beitrag {number}',
	notSaved: 'Diese Bögen sind noch nicht gespeichert. Bitte prüfen Sie sie:',
	code: 'Der Code für diese Person',
	codeText:
		'Schreiben Sie den Code jetzt auf eine Karte und geben Sie sie der Person. Wir zeigen ihn nur einmal. Damit kann sie den Beitrag auf der Seite »{address}« übernehmen, verfolgen und zurückziehen.',
	batch: 'Aufgeschriebene Beiträge',
	groupName: 'Eine Gruppe',
	pileOf: 'Treffen {number}: {label}',
	list: {
		title: 'Erfasstes',
		lead: 'Das haben Sie aufgeschrieben. Das Neueste steht oben.',
		columns: { what: 'Was', how: 'Wie und wann', state: 'Stand', consent: 'Einverständnis' },
		comment: 'Kommentar: {title}',
		withdraw: 'Einverständnis zurücknehmen',
		warning: 'Die Person möchte das nicht mehr? Dann wird der Text gelöscht, auch wenn er schon veröffentlicht ist.',
		withdrawNow: 'Text jetzt löschen',
		taken: 'von der Person übernommen oder zurückgenommen',
		emptyTitle: 'Noch nichts erfasst',
		empty: 'Was Sie für andere aufschreiben, steht dann hier.'
	},
	/** What everybody reads. */
	badge: 'Aufgeschrieben',
	/** The same form to be filled in with a pen. */
	paper: {
		link: 'Papier-Bogen zum Ausdrucken (PDF)',
		title: 'Ihr Beitrag zur Strategie gegen Armut',
		lines: [
			'Schreiben Sie auf, was Sie erleben oder was sich ändern soll. Bitte schreiben Sie keine Namen, Adressen oder Telefonnummern.',
			'Kreuzen Sie an, was passt. Sie müssen nicht alles ausfüllen. Wir helfen Ihnen gern.'
		]
	},
	told: {
		by: 'Aufgeschrieben von einer Helferin, {how}, {read}.',
		how: {
			conversation: 'im Gespräch',
			paper: 'von einem Papier-Bogen',
			workshop: 'bei einem Treffen',
			telephone: 'am Telefon'
		},
		read: 'vorgelesen und bestätigt',
		unread: 'nicht vorgelesen',
		takenOver: 'Die Person hat den Text später selbst übernommen.',
		workshop: 'Aus dem Treffen: {label}'
	},
	takeOver: {
		title: 'Beitrag übernehmen',
		lead: 'Hat jemand für Sie etwas aufgeschrieben? Mit dem Code von Ihrer Karte gehört es Ihnen.',
		text: 'Danach sehen Sie, was daraus wird. Sie können den Text auch zurückziehen. Wie er zu uns kam, bleibt dabei stehen.',
		code: 'Code von der Karte',
		codeHint: '16 Zeichen. Groß oder klein ist egal.',
		send: 'Übernehmen',
		signedIn:
			'Sie sind schon angemeldet. Was auf der Karte steht, kommt zu Ihren Beiträgen. Die Karte gilt danach nicht mehr.',
		waiting: {
			none: '',
			one: 'Für Sie wurde 1 Text aufgeschrieben',
			many: 'Für Sie wurden {count} Texte aufgeschrieben'
		},
		waitingText: 'Übernehmen Sie, was Sie gesagt haben. Dann steht es bei Ihren Beiträgen.',
		now: 'Jetzt übernehmen'
	}
} as const;
