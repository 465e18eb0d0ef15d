/** `sentence`: what the author reads. Respectful, with a way to go on. */
const grounds = {
	insult: {
		label: 'Beleidigung oder Drohung',
		sentence:
			'In Ihrem Text werden Menschen beleidigt oder bedroht. Das veröffentlichen wir nicht. Ihre Meinung ist trotzdem wichtig: Bitte schreiben Sie sie ohne Beleidigung noch einmal.'
	},
	hate: {
		label: 'Abwertung einer Gruppe',
		sentence:
			'Ihr Text wertet Menschen ab, zum Beispiel wegen ihrer Herkunft, ihrer Religion oder ihrer Armut. Das veröffentlichen wir nicht. Sie können das Problem gern ohne Abwertung beschreiben.'
	},
	personal: {
		label: 'Persönliche Angaben',
		sentence:
			'In Ihrem Text stehen Angaben, an denen man Menschen erkennen kann. Wir möchten alle schützen, auch Sie. Bitte lassen Sie Namen, Adressen und Telefonnummern weg.'
	},
	advertising: {
		label: 'Werbung',
		sentence:
			'Ihr Text wirbt für ein Produkt, eine Firma oder eine Partei. Dafür ist hier kein Platz. Sie können gern schreiben, was sich ändern soll.'
	},
	offTopic: {
		label: 'Gehört nicht zum Thema',
		sentence:
			'Ihr Text gehört nicht zu diesem Thema. Hier geht es darum, was gegen Armut hilft. Bei anderen Anliegen hilft Ihnen die Seite »Hilfe und Kontakt« weiter.'
	},
	duplicate: {
		label: 'Doppelt geschickt',
		sentence: 'Ihr Text ist zweimal bei uns angekommen. Wir zeigen ihn einmal. Es ist nichts verloren gegangen.'
	},
	unclear: {
		label: 'Nicht zu verstehen',
		sentence:
			'Wir haben Ihren Text leider nicht verstanden. Das liegt vielleicht an uns. Bitte schreiben Sie uns noch einmal, gern auch in Ihrer Sprache oder mit Hilfe.'
	},
	unlawful: {
		label: 'Verboten',
		sentence:
			'In Ihrem Text steht etwas, das das Gesetz verbietet. Deshalb dürfen wir ihn nicht zeigen. Wenn Sie Fragen haben, hilft Ihnen die Seite »Hilfe und Kontakt« weiter.'
	},
	mistake: {
		label: 'Versehen der Moderation',
		sentence:
			'Das war unser Fehler. Wir haben uns beim Prüfen vertan und sehen uns Ihren Text noch einmal an. Sie haben nichts falsch gemacht.'
	}
} as const;

const labels = {
	insult: grounds.insult.label,
	hate: grounds.hate.label,
	personal: grounds.personal.label,
	advertising: grounds.advertising.label,
	offTopic: grounds.offTopic.label,
	duplicate: grounds.duplicate.label,
	unclear: grounds.unclear.label,
	unlawful: grounds.unlawful.label,
	mistake: grounds.mistake.label
} as const;

export const moderation = {
	grounds,
	groundLabels: labels,
	original: {
		show: 'So stand der Beitrag in der eingelesenen Datei',
		text: 'Die Datei enthielt HTML. Daraus haben wir den Text oben gemacht. Hier sehen Sie zum Vergleich den Quelltext. Wird der Beitrag geschwärzt oder zurückgezogen, löschen wir ihn.'
	},
	kinds: { proposal: 'Beitrag', comment: 'Kommentar', amendment: 'Änderungsvorschlag' },
	numbered: { proposal: 'Beitrag {number}', comment: 'Kommentar', amendment: 'Änderungsvorschlag {number}' },
	deeds: {
		publish: 'Veröffentlicht',
		reject: 'Nicht veröffentlicht',
		hide: 'Ausgeblendet',
		restore: 'Wieder gezeigt',
		redact: 'Geschwärzt'
	},
	states: {
		draft: 'Entwurf',
		waiting: 'Wartet auf Prüfung',
		published: 'Veröffentlicht',
		rejected: 'Nicht veröffentlicht',
		hidden: 'Ausgeblendet',
		withheld: 'Nur zum Auswerten',
		withdrawn: 'Zurückgezogen'
	},
	/** What an author reads above the ground. */
	decision: {
		reject: 'Wir haben Ihren Text nicht veröffentlicht.',
		hide: 'Wir haben Ihren Text ausgeblendet.',
		redact: 'Wir haben Stellen in Ihrem Text geschwärzt.',
		redactSentence:
			'In Ihrem Text standen Angaben, an denen man Menschen erkennen kann. Wir möchten alle schützen, auch Sie. Der Rest bleibt, wie Sie ihn geschrieben haben.',
		note: 'Nachricht der Moderation',
		on: 'Entschieden am'
	},
	appeal: {
		title: 'Widerspruch einlegen',
		lead: 'Sie finden unsere Entscheidung falsch? Dann prüft sie eine andere Person noch einmal.',
		decision: 'Die Entscheidung',
		body: 'Warum ist die Entscheidung falsch?',
		bodyHint: 'Ein paar Sätze genügen.',
		once: 'Gegen eine Entscheidung können Sie einmal Widerspruch einlegen. Die Antwort steht unter »Meine Beiträge«.',
		send: 'Widerspruch abschicken',
		link: 'Widerspruch einlegen',
		states: {
			waiting: 'Ihr Widerspruch wird geprüft.',
			granted: 'Ihr Widerspruch hatte Erfolg.',
			denied: 'Ihr Widerspruch hatte keinen Erfolg. Die Entscheidung bleibt.'
		},

		reply: 'Unsere Antwort'
	},
	appeals: {
		title: 'Widersprüche',
		lead: 'Menschen sind mit einer Entscheidung nicht einverstanden. Wer sie getroffen hat, entscheidet hier nicht mit.',
		emptyTitle: 'Kein Widerspruch',
		empty: 'Zurzeit wartet kein Widerspruch.',
		waiting: { none: 'Kein Widerspruch wartet.', one: '1 Widerspruch wartet.', many: '{count} Widersprüche warten.' },
		columns: { what: 'Was', deed: 'Entscheidung', since: 'Seit' },
		own: 'Das entscheidet jemand anderes',
		one: 'Widerspruch prüfen',
		reasons: 'Das sagt die Person',
		text: 'Der Text, wie er jetzt ist',
		outcome: 'Ihre Entscheidung',
		outcomes: {
			granted: 'Der Widerspruch ist richtig',
			denied: 'Die Entscheidung bleibt'
		},
		outcomeHints: {
			granted: 'Der Text wird wieder gezeigt. Geschwärzte Stellen stehen wieder da.',
			denied: 'Nichts ändert sich. Bitte erklären Sie freundlich, warum.'
		},
		reply: 'Antwort an die Person',
		replyHint: 'Nur diese Person und das Team lesen das.',
		send: 'Entscheiden'
	},
	age: { today: 'seit heute', yesterday: 'seit gestern', days: 'seit {count} Tagen' },
	queue: {
		title: 'Eingang',
		lead: 'Diese Texte warten auf Ihre Prüfung. Die ältesten stehen oben.',
		counts: { none: 'Nichts wartet', one: '1 Text wartet', many: '{count} Texte warten' },
		proposals: 'Beiträge',
		comments: 'Kommentare',
		amendments: 'Änderungsvorschläge',
		overdueCount: 'Länger als 3 Arbeitstage',
		start: 'Mit dem ältesten anfangen',
		list: 'Wartende Texte',
		some: 'Sie sehen die ältesten {shown}. Die anderen folgen, wenn diese geprüft sind.',
		overdue: 'Überfällig',
		hints: 'Persönliche Angaben?',
		own: 'Ihr eigener Text',
		reply: 'Antwort',
		emptyTitle: 'Alles ist geprüft',
		empty: 'Zurzeit wartet kein Text.',
		evaluation: {
			none: '',
			one: '1 Beitrag ist nur zum Auswerten da.',
			many: '{count} Beiträge sind nur zum Auswerten da.'
		},
		recent: 'Zuletzt entschieden',
		recentEmpty: 'Es wurde noch nichts entschieden.',
		columns: { at: 'Wann', kind: 'Was', deed: 'Entscheidung', ground: 'Grund' }
	},
	evaluation: {
		title: 'Nur zum Auswerten',
		lead: 'Die Personen möchten nicht, dass diese Beiträge öffentlich sind. Lesen Sie sie und nutzen Sie, was Sie daraus lernen. Zitieren Sie nichts.',
		emptyTitle: 'Hier ist nichts',
		empty: 'Zurzeit ist kein Beitrag nur zum Auswerten da.'
	},
	summary: {
		heading: 'Auf Deutsch',
		write: 'Auf Deutsch zusammenfassen',
		change: 'Zusammenfassung auf Deutsch ändern',
		advice: 'Alle lesen das neben dem Original. Dazu steht: Auf Deutsch zusammengefasst vom Moderationsteam.',
		language: 'Sprache des Beitrags',
		choose: 'Bitte wählen',
		title: 'Überschrift auf Deutsch',
		body: 'Zusammenfassung auf Deutsch',
		bodyHint: 'Nur was im Beitrag steht. Nichts dazu, nichts weglassen, was der Person wichtig ist.',
		save: 'Zusammenfassung speichern',
		former: 'Frühere Zusammenfassungen',
		formerOf: 'Vom {day}, später ersetzt'
	},
	desk: {
		title: '{kind} prüfen',
		text: 'Der Text',
		author: 'Von',
		group: 'Gruppe',
		kind: 'Art',
		field: 'Handlungsfeld',
		sent: 'Abgeschickt',
		contact: 'Rückfragen',
		contactAllowed: 'erlaubt, über die Stelle, die die Karte ausgegeben hat',
		evidence: 'Quelle',
		reason: 'Begründung',
		context: 'Darauf bezieht sich der Text',
		contextParent: 'Antwort auf diesen Kommentar',
		contextGone: 'Der Text ist nicht mehr öffentlich.',
		contextOlder: 'Der Text bezieht sich auf einen älteren Wortlaut. Hier steht der heutige.',
		contextPoint: 'Punkt {number}: {title}',
		hints: 'Im Text stehen vielleicht persönliche Angaben',
		hintsAdvice: 'Bitte prüfen Sie das. Sie können die Stellen schwärzen und den Text danach veröffentlichen.',
		hintKinds: {
			name: 'Name',
			birth: 'Geburtsdatum',
			phone: 'Telefonnummer',
			email: 'E-Mail-Adresse',
			address: 'Wohnadresse',
			iban: 'Kontonummer',
			customer: 'Kundennummer oder BG-Nummer',
			file: 'Aktenzeichen',
			insurance: 'Versicherungs- oder Steuernummer'
		},
		kept: 'Das hatten Sie geschrieben',
		decide: 'Ihre Entscheidung',
		publish: 'Veröffentlichen',
		publishAnyway: 'Doch veröffentlichen',
		reject: 'Nicht veröffentlichen',
		rejectHeading: 'Nicht veröffentlichen',
		hide: 'Ausblenden',
		hideHeading: 'Ausblenden',
		restore: 'Wieder zeigen',
		ground: 'Grund',
		groundHint: 'Die Person liest dazu einen vollständigen, freundlichen Satz.',
		note: 'Nachricht an die Person',
		noteHint: 'Nur diese Person und die Moderation lesen das.',
		redactHeading: 'Stellen schwärzen',
		redactAdvice:
			'Statt jeder Stelle steht dann »[geschwärzt]« im Text. Sonst ändert sich kein Wort. Der volle Text wird verschlossen und nach 30 Tagen gelöscht.',
		passages: 'Diese Stellen schwärzen',
		passagesHint: 'Eine Stelle in jeder Zeile, genau so geschrieben wie im Text.',
		redact: 'Schwärzen',
		later: 'Später entscheiden, zum nächsten Text',
		previous: 'Vertan? Zurück zum vorigen Text',
		skip: 'Zurück zum Eingang',
		public: 'Öffentliche Seite ansehen',
		history: 'Bisherige Entscheidungen'
	},
	log: {
		title: 'Moderationsprotokoll',
		lead: 'Hier steht, was die Moderation getan hat und warum. Namen und Texte stehen hier nicht.',
		months: 'Entscheidungen nach Monat',
		month: 'Monat',
		grounds: 'Gründe, wenn Texte nicht gezeigt wurden',
		ground: 'Grund',
		number: 'Anzahl',
		entries: 'Eingriffe im Einzelnen',
		entriesLead: 'Veröffentlichte Texte stehen nicht in dieser Liste. Sie stehen für sich selbst.',
		columns: { day: 'Tag', kind: 'Was', deed: 'Entscheidung', ground: 'Grund' },
		emptyTitle: 'Noch kein Eingriff',
		empty: 'Die Moderation hat bisher keinen Text abgelehnt, ausgeblendet oder geschwärzt.'
	},
	moderate: 'Moderieren'
} as const;
