/** What has just been done, as a sentence at the top of the next page (`?ok=key`). */
export const done = {
	proposalSent: 'Danke! Ihr Beitrag ist angekommen. Wir prüfen ihn und veröffentlichen ihn dann.',
	draftSaved: 'Ihr Entwurf ist gespeichert. Sie können später weiterschreiben.',
	draftRemoved: 'Der Entwurf ist gelöscht.',
	supported: 'Danke. Sie unterstützen diesen Beitrag.',
	unsupported: 'Sie unterstützen diesen Beitrag nicht mehr.',
	signedIn: 'Sie sind angemeldet. Wenn Sie fertig sind, melden Sie sich bitte wieder ab.',
	batchRevoked: 'Die Ausgabe ist zurückgezogen. Mit diesen Karten kann sich niemand mehr anmelden.',
	phaseChanged: 'Die Phase ist geändert. Das gilt sofort.',
	roleGiven: 'Die Person hat jetzt diese Rolle.',
	roleTaken: 'Die Person hat diese Rolle nicht mehr.',
	signedOut: 'Sie sind abgemeldet. Auf diesem Gerät sieht niemand mehr Ihre Daten.',
	commentSent: 'Danke! Ihr Kommentar ist angekommen. Wir prüfen ihn und veröffentlichen ihn dann.',
	commentWithdrawn: 'Ihr Kommentar ist zurückgezogen. Der Text ist gelöscht.',
	subjectPublished: 'Der Text ist veröffentlicht.',
	subjectRejected: 'Der Text wird nicht veröffentlicht. Die Person sieht den Grund unter »Meine Beiträge«.',
	subjectHidden: 'Der Text ist ausgeblendet. Die Person sieht den Grund unter »Meine Beiträge«.',
	subjectRestored: 'Der Text ist wieder für alle sichtbar.',
	subjectRedacted: 'Die Stellen sind geschwärzt. Bitte lesen Sie den Text noch einmal.'
} as const;
