/** Organisations: who they are and what they say, for everybody; and their desk in the workshop. */
export const organisations = {
	title: 'Organisationen',
	lead: 'Organisationen machen offen mit, mit ihrem Namen. Jede hat eine Stimme. Hier steht, was sie geschrieben haben und wie sie abstimmen.',
	listHeading: 'Alle Organisationen',
	emptyTitle: 'Noch hat keine Organisation etwas gesagt',
	empty: 'Sobald eine Organisation abstimmt oder einen Beitrag schreibt, steht sie hier.',
	positions: { none: 'noch nicht abgestimmt', one: '1 Punkt abgestimmt', many: '{count} Punkte abgestimmt' },
	contributions: { none: 'kein Beitrag', one: '1 Beitrag', many: '{count} Beiträge' },
	page: {
		preline: 'Organisation',
		lead: 'Diese Organisation macht offen mit, mit ihrem Namen.',
		positions: 'So stimmt sie ab',
		noPositions: 'Sie hat noch nicht abgestimmt.',
		columns: { point: 'Punkt', choice: 'Stimme', phase: 'Phase', since: 'Gesagt am' },
		point: 'Punkt {number}: {title}',
		older: 'zu einem älteren Wortlaut',
		contributions: 'Ihre Beiträge',
		contribution: 'Beitrag {number}: {title}',
		noContributions: 'Sie hat noch keinen Beitrag geschrieben.'
	},
	workshop: {
		title: 'Organisationen',
		lead: 'Wer für eine Organisation spricht, macht offen mit, mit ihrem Namen. Alle Karten einer Organisation teilen sich eine Stimme und ihre Texte.',
		new: 'Neue Organisation',
		name: 'Name',
		nameHint: 'So, wie er öffentlich stehen soll. Zum Beispiel: Tafel Musterstadt e. V.',
		create: 'Organisation anlegen',
		list: 'Alle Organisationen',
		empty: 'Noch keine Organisation',
		emptyHint: 'Legen Sie die erste an. Danach geben Sie ihr Karten.',
		columns: { name: 'Name', seats: 'Plätze', said: 'Gesagt' },
		seats: { none: 'noch kein Platz', one: '1 Platz', many: '{count} Plätze' },
		seatsText: 'Ein Platz entsteht, wenn jemand zum ersten Mal mit einer Karte dieser Organisation hereinkommt.',
		seatsTitle: 'Plätze',
		seat: 'Platz {number}',
		seatCard: 'Platz {number}, Karte {card}',
		seatSince: 'seit {day}',
		endText: 'Hat jemand die Organisation verlassen? Dann beenden Sie diesen Platz. Die anderen Plätze bleiben.',
		end: '{name} beenden',
		endConsequence:
			'Die Karte gilt dann nicht mehr. Wer damit angemeldet ist, wird abgemeldet. Texte und Stimmen bleiben bei der Organisation. Das kann man nicht rückgängig machen.',
		endNow: 'Platz jetzt beenden',
		endLast:
			'Das ist der letzte Platz. Danach spricht niemand mehr für diese Organisation, bis Sie ihr eine neue Karte geben. Ihre Seite, ihre Texte und ihre Stimmen bleiben stehen, mit ihrem Namen. Die Karte gilt dann nicht mehr. Das kann man nicht rückgängig machen.',
		endLastNow: 'Letzten Platz jetzt beenden',
		cards: 'Karten',
		cardsText: 'Tragen Sie beim Erstellen der Karten diesen Namen ein. Dann gehören die Karten zu dieser Organisation.',
		cardsLink: 'Karten erstellen',
		batch: '{label}: {size} Karten',
		noCards: 'Es gibt noch keine Karten für diese Organisation.',
		public: 'Öffentliche Seite',
		rename: 'Name berichtigen',
		renameText:
			'Der neue Name steht dann überall, wo der alte steht. Veröffentlichte Fassungen und Berichte ändern sich nicht.',
		renameSend: 'Name ändern',
		merge: 'Mit einer anderen zusammenlegen',
		mergeText:
			'Gibt es diese Organisation zweimal, zum Beispiel mit einem Tippfehler? Dann legen Sie sie zusammen. Plätze, Texte, Unterstützungen und Stimmen gehen an die andere. Haben beide über denselben Punkt abgestimmt, gilt, was zuletzt gesagt wurde. Das kann man nicht rückgängig machen.',
		into: 'Diese Organisation bleibt',
		intoEmpty: 'Bitte wählen',
		mergeSend: 'Jetzt zusammenlegen'
	}
} as const;
