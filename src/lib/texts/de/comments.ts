export const comments = {
	title: 'Kommentare',
	stances: { pro: 'Dafür', contra: 'Dagegen', question: 'Frage', note: 'Hinweis' },
	stanceHints: {
		pro: 'Ich finde das richtig.',
		contra: 'Ich sehe das anders.',
		question: 'Ich möchte etwas wissen.',
		note: 'Ich möchte etwas ergänzen.'
	},
	/** The heading of a comment. */
	said: {
		pro: '{name} ist dafür',
		contra: '{name} ist dagegen',
		question: '{name} fragt',
		note: '{name} ergänzt'
	},
	organisation: 'Organisation',
	states: {
		waiting: 'Wird geprüft',
		published: 'Veröffentlicht',
		rejected: 'Nicht veröffentlicht',
		hidden: 'Ausgeblendet',
		withdrawn: 'Zurückgezogen'
	},
	tombstones: {
		hidden: 'Dieser Kommentar wurde ausgeblendet.',
		withdrawn: 'Dieser Kommentar wurde zurückgezogen.'
	},
	tombstoneWhy: 'Warum Texte ausgeblendet werden',
	waiting: 'Wird geprüft. Nur Sie sehen diesen Kommentar.',
	redacted: 'In diesem Kommentar sind Angaben geschwärzt, die Menschen erkennbar machen.',
	olderWording: 'zu einem älteren Wortlaut',
	answersTo: 'Antworten auf {name}',
	answersToGone: 'Antworten auf diesen Kommentar',
	reply: 'Antworten',
	replyTo: '{name} antworten',
	replyHeading: 'Ihre Antwort an {name}',
	replyCancel: 'Doch nicht antworten',
	withdraw: 'Zurückziehen',
	withdrawYours: 'Ihren Kommentar zurückziehen',
	moderate: 'Moderieren',
	moderateThis: 'Kommentar von {name} moderieren',
	moderateGone: 'Diesen Kommentar moderieren',
	emptyTitle: 'Hier hat noch niemand etwas geschrieben',
	empty: 'Was denken Sie dazu? Schreiben Sie den ersten Kommentar.',
	jump: 'Kommentar schreiben',
	form: {
		heading: 'Kommentar schreiben',
		stance: 'Was ist Ihr Kommentar?',
		body: 'Ihr Kommentar',
		bodyReply: 'Ihre Antwort',
		bodyHint: 'Bitte keine Namen, Adressen oder Telefonnummern von anderen Menschen.',
		send: 'Kommentar abschicken',
		sendReply: 'Antwort abschicken',
		afterwards: 'Nach dem Abschicken lesen Menschen aus der Moderation Ihren Text. Danach ist er für alle sichtbar.'
	},
	own: {
		title: 'Ihr Kommentar',
		state: 'Stand',
		written: 'Geschrieben am',
		heading: 'Kommentar zurückziehen',
		warning: 'Ihr Text wird gelöscht. Das können Sie nicht rückgängig machen.',
		stays:
			'Antworten von anderen bleiben stehen. Statt Ihres Textes steht dort: »Dieser Kommentar wurde zurückgezogen.«',
		button: 'Jetzt zurückziehen',
		gone: 'Sie haben diesen Kommentar zurückgezogen. Der Text ist gelöscht.',
		back: 'Zu Ihren Beiträgen'
	}
} as const;
