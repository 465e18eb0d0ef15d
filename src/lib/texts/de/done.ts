/** What has just been done, as a sentence at the top of the next page (`?ok=key`). */
export const done = {
	proposalSent: 'Danke! Ihr Beitrag ist angekommen. Wir prüfen ihn und veröffentlichen ihn dann.',
	draftSaved: 'Ihr Entwurf ist gespeichert. Sie können später weiterschreiben.',
	draftRemoved: 'Der Entwurf ist gelöscht.',
	supported: 'Danke. Sie unterstützen diesen Beitrag.',
	unsupported: 'Sie unterstützen diesen Beitrag nicht mehr.',
	signedOut: 'Sie sind abgemeldet. Auf diesem Gerät sieht niemand mehr Ihre Daten.'
} as const;
