/**
 * What a person types or chooses in our forms, by the name of the field. A form that is not taken comes back with it; where
 * its page has no form any more (the phase is over, the thing is gone), what was typed stands there under these words.
 */
export const fields = {
	/** Typed. Numbers at the end (`title-3`) are rows of one sheet. */
	texts: {
		agree: 'Dafür',
		answer: 'Antwort',
		block: 'Nummer der Karte',
		body: 'Text',
		card: 'Nummer der Karte',
		contact: 'Kontakt',
		date: 'Datum',
		days: 'Gültig, in Tagen',
		deadline: 'Frist',
		disagree: 'Dagegen',
		easy: 'Text in Einfacher Sprache',
		editorialNote: 'Vermerk der Redaktion',
		email: 'E-Mail-Adresse',
		evidence: 'Beleg',
		foreword: 'Vorwort',
		from: 'Von',
		gist: 'Worum es geht',
		interim: 'Zwischen-Nachricht',
		intro: 'Einleitung',
		into: 'Ziel',
		label: 'Bezeichnung',
		mergeReason: 'Begründung',
		minutes: 'Protokoll',
		name: 'Name',
		newBody: 'Text des neuen Punktes',
		newTitle: 'Überschrift des neuen Punktes',
		none: 'Anteil ohne Angabe',
		note: 'Anmerkung',
		number: 'Nummer',
		organisation: 'Organisation',
		affected: 'Anteil Betroffene',
		practice: 'Anteil Einrichtungen',
		research: 'Anteil Forschung',
		other: 'Nummer des Stapels',
		page: 'Seite',
		pass: 'Enthaltung',
		passages: 'Stellen',
		people: 'Personen',
		place: 'Ort',
		point: 'Punkt',
		preamble: 'Vorbemerkung',
		reason: 'Begründung',
		reply: 'Antwort',
		responsible: 'Zuständig',
		reviewOn: 'Wieder nachsehen am',
		size: 'Anzahl',
		source: 'Quelle',
		stayBody: 'Text des alten Punktes',
		stayTitle: 'Überschrift des alten Punktes',
		text: 'Text',
		title: 'Überschrift',
		understood: 'Begründung',
		until: 'Bis',
		version: 'Fassung',
		why: 'Warum'
	},
	/** Ticked or chosen: words of ours, which stand in the form only. */
	choices: [
		...['actions', 'aside', 'assignee', 'channel', 'choice', 'competence', 'confirmed', 'consent', 'consents'],
		...['disposition', 'dissent', 'district', 'field', 'ground', 'group', 'hinted', 'items', 'kind', 'language'],
		...[
			'outcome',
			'person',
			'points',
			'proposals',
			'readBack',
			'relation',
			'roles',
			'same',
			'seen',
			'spans',
			'stance',
			'status'
		],
		...['target', 'texts', 'to', 'way']
	],
	/** What was chosen, as a person names it; what is missing here is a person, a list or a button. */
	chosen: {
		actions: 'Möglich ist',
		channel: 'Wie gesagt',
		choice: 'Stimme',
		competence: 'Zuständig ist',
		disposition: 'Was damit geschieht',
		dissent: 'Sonderstellung',
		field: 'Thema',
		ground: 'Grund',
		group: 'Gruppe',
		kind: 'Art',
		language: 'Sprache',
		outcome: 'Entscheidung',
		relation: 'Verhältnis',
		role: 'Rolle',
		stance: 'Haltung',
		status: 'Stand'
	},
	/** Never given back: not even to whoever comes back to the form. */
	secrets: ['password', 'passwordAgain', 'formerPassword', 'code', 'codes']
} as const;

/** What is said when two people wrote on the same text. */
export const conflict = {
	title: 'Jemand anderes hat das inzwischen geändert',
	compare: 'Vergleichen Sie beide Texte',
	theirs: 'Das steht jetzt dort',
	mine: 'Das haben Sie geschrieben',
	difference: 'Das ist anders: von dem Text dort zu Ihrem Text',
	empty: '(nichts)',
	choose: 'So geht es weiter',
	takeMine:
		'Ihr Text steht noch im Formular. Ändern Sie ihn, wenn nötig. Senden Sie noch einmal: Dann ersetzt er den anderen.',
	takeTheirs: 'Den anderen Text behalten',
	notLost: 'Ihr Text wird dann nicht gespeichert.'
} as const;

/** What is said when something typed was not taken. */
export const unsent = {
	title: 'Das ist nicht gesendet',
	text: 'Was Sie geschrieben haben, steht noch hier. Sie können es kopieren.',
	chosen: 'Das hatten Sie ausgewählt',
	none: 'Bitte versuchen Sie es noch einmal.',
	again: {
		title: 'Ihre Eingaben sind noch da',
		text: 'Sie sind von {time} Uhr und noch nicht gesendet. Prüfen Sie alles und senden Sie dann noch einmal.',
		empty: 'Leeres Formular zeigen'
	},
	kept: 'Was Sie geschrieben haben, ist aufgehoben. Nach der Anmeldung steht es wieder im Formular.',
	foreign: 'Diese Anfrage kommt von einer fremden Seite. Bitte öffnen Sie unsere Seite neu und senden Sie noch einmal.',
	fault: 'Bei uns ist ein Fehler passiert. Bitte senden Sie in einer Minute noch einmal.'
} as const;
