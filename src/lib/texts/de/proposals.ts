export const proposals = {
	title: 'Beiträge',
	lead: 'Erfahrungen, Vorschläge, Praxisbeispiele und Belege von allen, die mitmachen.',
	kinds: {
		experience: 'Erfahrung',
		proposal: 'Vorschlag',
		example: 'Praxisbeispiel',
		evidence: 'Beleg'
	},
	kindHints: {
		experience: 'Das habe ich selbst erlebt.',
		proposal: 'Das soll sich ändern.',
		example: 'Das gibt es schon und es hilft.',
		evidence: 'Das zeigen Zahlen oder Studien.'
	},
	sorts: {
		newest: 'Neueste',
		best: 'Beste Treffer',
		supported: 'Meiste Unterstützung',
		discussed: 'Meiste Kommentare'
	},
	states: {
		draft: 'Entwurf',
		waiting: 'Wird geprüft',
		published: 'Veröffentlicht',
		rejected: 'Nicht veröffentlicht',
		hidden: 'Ausgeblendet',
		withheld: 'Nur zum Auswerten',
		withdrawn: 'Zurückgezogen'
	},
	tombstone: 'Zurückgezogener Beitrag',
	tombstoneText:
		'Die Person, die das geschrieben hat, hat ihren Beitrag zurückgezogen. Der Text ist gelöscht. Was andere dazu geschrieben haben, bleibt stehen.',
	number: 'Beitrag {number}',
	write: 'Beitrag schreiben',
	supports: {
		one: '1 Person unterstützt das',
		many: '{count} Personen unterstützen das',
		none: 'Noch keine Unterstützung'
	},
	comments: { one: '1 Kommentar', many: '{count} Kommentare', none: 'Noch keine Kommentare' },
	answered: 'Antwort: {disposition}',
	ownTitle: 'Mein Beitrag',
	waiting: {
		wrong: 'Etwas falsch geschrieben? Sie können den Beitrag zurückziehen und neu schreiben.',
		next: 'Wie es weitergeht',
		text: 'Menschen aus der Moderation lesen Ihren Beitrag. Manchmal dauert das ein paar Tage. Bis dahin sehen nur Sie ihn.'
	},
	terms: {
		author: 'Von',
		group: 'Gruppe',
		field: 'Thema',
		language: 'Sprache',
		published: 'Veröffentlicht am'
	},
	writtenIn: 'Sprache: {language}',
	notOnPaper: '(auf {language}: siehe Internet)',
	german: {
		heading: 'Auf Deutsch: {title}',
		by: 'Auf Deutsch zusammengefasst vom Moderationsteam, {day}. Es gilt der Text im Original.',
		none: 'Eine Zusammenfassung auf Deutsch gibt es noch nicht.',
		short: 'Auf Deutsch:'
	},
	supportingOrganisations: 'Auch diese Organisationen unterstützen das: {names}.',
	supportHeading: 'Unterstützung',
	support: 'Unterstützen',
	unsupport: 'Nicht mehr unterstützen',
	supportHint:
		'Damit sagen Sie: Das ist mir auch wichtig. Wir zeigen nur, wie viele Menschen es sind. Niemand sieht, wer. Organisationen zeigen wir mit Namen.',
	redacted: 'In diesem Text sind Angaben geschwärzt, die Menschen erkennbar machen.',
	origin: 'Übernommen aus einem anderen Verfahren',
	takenOverFrom: 'Übernommen: {attribution}',
	originLink: 'Zum Original',
	evidence: 'Quelle',
	own: {
		title: 'Beitrag zurückziehen',
		lead: 'Wenn Sie wollen, nehmen wir Ihren Beitrag weg.',
		warning: 'Überschrift und Text werden gelöscht. Das können Sie nicht rückgängig machen.',
		stays:
			'Kommentare von anderen bleiben stehen. Die Nummer bleibt auch. Statt Ihres Textes steht dort: »Zurückgezogener Beitrag«. Ist aus Ihrem Beitrag ein Punkt der Strategie geworden, dann bleibt dieser Punkt.',
		button: 'Jetzt zurückziehen',
		gone: 'Sie haben diesen Beitrag zurückgezogen. Der Text ist gelöscht.',
		back: 'Zu Ihren Beiträgen'
	},
	filter: {
		heading: 'Beiträge finden',
		more: 'Filter und Reihenfolge',
		search: 'Suche',
		everywhere: 'Auch in Kommentaren, Punkten und allem anderen suchen',
		searchHint: 'Zum Beispiel: Wohnung, Jobcenter, Kita',
		field: 'Thema',
		allFields: 'Alle Themen',
		kind: 'Art',
		allKinds: 'Alle Arten',
		group: 'Gruppe',
		allGroups: 'Alle Gruppen',
		sort: 'Reihenfolge',
		apply: 'Anzeigen',
		reset: 'Filter zurücksetzen'
	},
	emptyTitle: 'Hier ist noch kein Beitrag',
	noneFound: 'Nichts gefunden',
	emptyFiltered:
		'Zu Ihrer Suche gibt es keinen Beitrag. Versuchen Sie es mit einem kürzeren Wort oder weniger Filtern.',
	empty: 'Machen Sie den Anfang: Was muss sich ändern?',
	similar: {
		title: 'Das haben andere schon ähnlich gesagt',
		lead: 'Unterstützen Sie einen dieser Beiträge. Oder senden Sie Ihren: Sie finden ihn unten. Beides ist gut.',
		support: 'Diesen unterstützen',
		supportLabel: 'Diesen unterstützen: Beitrag {number}, {title}',
		kept: 'Ihr Text ist als Entwurf gespeichert. Er geht nicht verloren.',
		own: 'Ihr Beitrag',
		send: 'Meinen Beitrag abschicken'
	},
	form: {
		title: 'Beitrag schreiben',
		lead: 'Schreiben Sie so, wie Sie sprechen. Rechtschreibung ist nicht wichtig.',
		kind: 'Was möchten Sie beitragen?',
		field: 'Worum geht es?',
		fieldEmpty: 'Bitte wählen',
		titleLabel: 'Überschrift',
		titleHint: 'Wenige Worte genügen. Zum Beispiel: Angeschrien auf dem Amt.',
		body: 'Ihr Beitrag',
		bodyHint: 'Bitte keine Namen, Adressen oder Telefonnummern. Auch nicht Ihre eigenen.',
		language: 'In welcher Sprache haben Sie geschrieben?',
		languageHint:
			'Schreiben Sie in der Sprache, die Ihnen leicht fällt. Das Team fasst Ihren Text auf Deutsch zusammen.',
		evidence: 'Quelle',
		evidenceHint: 'Nur bei einem Beleg: Titel, Jahr, Link',
		send: 'Abschicken',
		saveDraft: 'Speichern und später weiterschreiben',
		removeDraft: 'Entwurf löschen',
		removeText: 'Der Text ist dann für immer weg.',
		removeNow: 'Ja, endgültig löschen',
		afterwards:
			'Nach dem Abschicken lesen Menschen aus der Moderation Ihren Beitrag. Wenn Sie die Veröffentlichung erlauben, sehen ihn danach alle, unter dem Namen »{name}«.',
		afterwardsAllowed:
			'Nach dem Abschicken lesen Menschen aus der Moderation Ihren Beitrag. Danach sehen ihn alle, unter dem Namen »{name}«.',
		visibleAs: 'Ihre Gruppe: {group}',
		forOrganisation:
			'Sie schreiben für {name}. Der Text gehört Ihrer Organisation und erscheint unter ihrem Namen. Alle mit einer Karte Ihrer Organisation sehen den Entwurf und können daran weiterschreiben.',
		othersText: 'Das steht jetzt im Entwurf'
	}
} as const;
