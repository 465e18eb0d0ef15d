/** Words of consents, of one's own data and of deleting oneself. */
export const privacy = {
	/** Stands where a name was. */
	nobody: 'Jemand',
	/** In the place of the name of somebody who worked here. */
	formerStaff: 'Nicht mehr im Team',
	title: 'Meine Daten',
	lead: 'Das wissen wir über Sie. Mehr nicht.',
	overview: 'Was wir gespeichert haben',
	terms: {
		name: 'Ihr Name hier',
		organisation: 'Einrichtung',
		group: 'Ihre Gruppe',
		since: 'Dabei seit',
		cardNumber: 'Nummer Ihrer Karte',
		card: 'Ihre Karte gilt bis',
		contributions: 'Beiträge und Entwürfe',
		comments: 'Kommentare',
		amendments: 'Änderungsvorschläge',
		supports: 'Unterstützte Beiträge',
		votes: 'Stimmen',
		journal: 'Einträge im Protokoll'
	},
	cardNumberText: '{number}. Merken Sie sich diese Nummer: Verlieren Sie die Karte, bekommen Sie damit eine neue.',
	votesHint: 'Ihre Stimmen sehen nur Sie, und nur bis zum Ende der Phase. Danach kann sie niemand mehr zuordnen.',
	texts: 'Ihre Texte stehen unter',
	none: 'keine',
	download: 'Alles mitnehmen',
	downloadText: 'In der Datei steht alles, was wir zu Ihnen gespeichert haben, auch Ihre Texte.',
	json: 'Als Datei für Programme (JSON)',
	pdf: 'Zum Lesen und Ausdrucken (PDF)',
	residences: {
		title: 'Kreis oder Stadt',
		said: 'Sie haben angegeben, dass Sie hier leben: {districts}. Wir zählen das nur zusammen. Niemand sieht es bei Ihren Texten.',
		forget: 'Angabe löschen'
	},
	/** What is printed of it. */
	paper: {
		asOf: 'Stand: {day}',
		gone: 'Der Text ist gelöscht.',
		commentOn: 'zu Beitrag {number}',
		writtenIn: 'Sprache: {language}',
		livesIn: 'Kreis oder Stadt: {district}',
		understood: 'Ihre Antworten auf »Haben wir Sie verstanden?«',
		allowed: 'Was Sie erlaubt haben',
		since: 'Seit',
		until: 'Bis',
		what: 'Was',
		when: 'Wann',
		choice: 'Antwort',
		how: 'Wie',
		entries: 'Einträge'
	},
	consentsTitle: 'Was Sie erlaubt haben',
	consentsLead: 'Jede Erlaubnis gilt für sich. Zurücknehmen ist genauso leicht wie erlauben.',
	allowedSince: 'Erlaubt seit dem {day}.',
	notAllowed: 'Nicht erlaubt.',
	allow: 'Erlauben',
	withdraw: 'Zurücknehmen',
	withdrawNow: 'Ja, zurücknehmen',
	forEver: 'Was dann gelöscht wird, kann niemand zurückholen.',
	consequences: {
		evaluate: 'Wenn Sie das zurücknehmen, löschen wir alle Ihre Texte. Das kann man nicht rückgängig machen.',
		publish:
			'Wenn Sie das zurücknehmen, sind Ihre Beiträge nicht mehr öffentlich. Nur das Team liest sie noch. Ihre Kommentare löschen wir.',
		contact: 'Wenn Sie das zurücknehmen, fragt niemand mehr bei Ihnen nach.'
	},
	sessions: {
		title: 'Wo Sie angemeldet sind',
		lead: 'Mit welchem Gerät Sie kommen, wissen wir nicht. Ist etwas davon nicht von Ihnen? Dann melden Sie es ab.',
		told: 'Angemeldet seit {since}. Zuletzt benutzt: {seen}.',
		here: 'Das ist diese Anmeldung.',
		end: 'Diese Anmeldung beenden'
	},
	/** For whoever sits for an organisation. */
	forOrganisation:
		'Sie sind für {name} angemeldet. Texte, Unterstützungen, Stimmen und Erlaubnisse gehören Ihrer Organisation. Alle mit einer Karte Ihrer Organisation sehen sie und können sie ändern. Die Karte und die Anmeldungen hier sind nur Ihre.',
	leave: {
		title: 'Mich löschen',
		lead: 'Sie können jederzeit gehen. Sie müssen keinen Grund sagen.',
		link: 'Ich möchte mich löschen',
		choose: 'Was soll mit Ihren Texten geschehen?',
		fates: { erase: 'Texte löschen', unlink: 'Texte ohne Verbindung zu mir stehen lassen' },
		fateHints: {
			erase: 'Wir löschen alle Wörter. Wo ein Text öffentlich war, steht dann: zurückgezogen.',
			unlink: 'Ihre Texte bleiben lesbar. Als Name steht dort »Jemand«. Niemand kann sie mehr mit Ihnen verbinden.'
		},
		/** Whoever sits for an organisation leaves; the organisation stays. */
		seat: {
			title: 'Meinen Platz löschen',
			lead: 'Sie sprechen hier für {name}. Sie können jederzeit gehen. Was Ihre Organisation geschrieben und abgestimmt hat, bleibt bei ihr.',
			always: [
				'Ihre Karte gilt nicht mehr. Mit dem Code kann sich niemand mehr anmelden.',
				'Sie sind überall abgemeldet.',
				'Niemand sieht mehr, was an Ihrem Platz gesagt wurde.'
			],
			stays:
				'Das bleibt: alles, was Ihre Organisation geschrieben, unterstützt und abgestimmt hat. Wer noch eine Karte Ihrer Organisation hat, kann es weiter ändern.'
		},
		next: 'Weiter',
		stay: 'Doch nicht',
		confirmTitle: 'Wirklich löschen?',
		confirmLead: 'Das kann man nicht rückgängig machen. Auch wir können es nicht.',
		happens: 'Das passiert jetzt',
		always: [
			'Ihre Karte gilt nicht mehr. Mit dem Code kann sich niemand mehr anmelden.',
			'Sie sind überall abgemeldet.',
			'Ihre Entwürfe und Ihre Erlaubnisse sind gelöscht.',
			'Im Protokoll steht nicht mehr, was Sie getan haben.'
		],
		alwaysStaff: [
			'Ihre Adresse, Ihr Passwort und Ihr zweiter Schritt sind gelöscht. Sie können sich nicht mehr anmelden.',
			'Ihre Aufgaben sind weg. Geben Sie vorher weiter, was noch offen ist.',
			'Was Sie im Team getan haben, bleibt 2 Jahre im Protokoll. Ihr Name steht nicht mehr dabei.'
		],
		fate: {
			erase: 'Ihre Texte sind gelöscht. Antworten von anderen bleiben stehen.',
			unlink: 'Ihre Texte bleiben stehen. Statt Ihres Namens steht dort »Jemand«.'
		},
		stays:
			'Das bleibt: Ihre Stimmen zählen weiter mit. Wer sie abgegeben hat, weiß dann niemand mehr. Veröffentlichte Fassungen ändern sich nicht.',
		send: 'Jetzt endgültig löschen'
	},
	consents: {
		legend: 'Ihre Erlaubnis',
		hint: 'Sie entscheiden. Sie können jede Erlaubnis später unter »Meine Daten« zurücknehmen.',
		/** Other words are another consent: change `CONSENT_TEXT` with them. */
		boxes: {
			evaluate: 'Das Team darf meine Texte lesen und für die Strategie auswerten.',
			publish: 'Meine Texte dürfen auf dieser Website veröffentlicht werden.',
			contact: 'Das Team darf mir Fragen stellen: über die Stelle, die mir die Karte gegeben hat.'
		},
		meaning: {
			evaluate: 'Ohne diese Erlaubnis können wir Ihren Text nicht annehmen.',
			publish: 'Ohne diese Erlaubnis liest nur das Team Ihren Beitrag. Kommentare sind immer öffentlich.',
			contact: 'Ohne diese Erlaubnis fragt niemand bei Ihnen nach.'
		},
		given: 'Sie haben erlaubt, dass wir Ihre Texte auswerten und veröffentlichen.',
		change: 'Erlaubnis ändern'
	},
	hint: {
		legend: 'Soll das im Text stehen?',
		advice: 'Schreiben Sie lieber nichts, woran man Sie oder andere Menschen erkennt.',
		keep: 'Ja, das soll so bleiben.'
	}
} as const;
