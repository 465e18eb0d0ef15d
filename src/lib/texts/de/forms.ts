/** What is wrong with a field. Keys are the messages of the rooms' zod schemas. */
export const forms = {
	missing: 'Bitte füllen Sie dieses Feld aus.',
	tooLong: 'Der Text ist zu lang. Bitte kürzen Sie ihn.',
	tooShort: 'Der Text ist sehr kurz. Bitte schreiben Sie etwas mehr.',
	choose: 'Bitte wählen Sie etwas aus.',
	wrong: 'Das können wir nicht lesen. Bitte prüfen Sie die Angabe.',
	dateWrong: 'Bitte geben Sie ein gültiges Datum ein.',
	batchSize: 'Bitte geben Sie eine Zahl zwischen 1 und 500 ein.',
	dateOrder: 'Das Ende liegt vor dem Anfang.',
	evidenceMissing: 'Bitte sagen Sie, woher der Beleg stammt.',
	codeMissing: 'Bitte geben Sie den Code von Ihrer Karte ein.',
	codeLength: 'Der Code hat 16 Zeichen. Bitte zählen Sie noch einmal.',
	codeMistyped: 'Ein Zeichen stimmt nicht. Bitte vergleichen Sie den Code mit Ihrer Karte.',
	emailWrong: 'Das ist keine E-Mail-Adresse. Ein Beispiel: name@ministerium.de',
	passwordMissing: 'Bitte geben Sie Ihr Passwort ein.',
	sourcesMissing: 'Bitte wählen Sie mindestens einen Beitrag aus.',
	tooMany: 'Das sind zu viele auf einmal.',
	stale:
		'Jemand anderes hat das inzwischen geändert. Ihr Text steht noch im Formular. Bitte vergleichen Sie und senden Sie noch einmal.',
	groundMissing: 'Bitte wählen Sie einen Grund. Die Person soll wissen, warum.',
	passagesMissing: 'Bitte schreiben Sie mindestens eine Stelle auf, die geschwärzt werden soll.',
	passageShort: 'Eine Stelle ist zu kurz. Sie braucht mindestens 3 Zeichen.',
	answerWhom: 'Bitte wählen Sie mindestens einen Beitrag aus.',
	outcomeReason: 'Bitte begründen Sie Ihre Entscheidung. Alle lesen das.',
	reasonMissing: 'Bitte begründen Sie, warum der Beitrag nicht übernommen wird.',
	responsibleMissing: 'Bitte schreiben Sie, wer dafür zuständig ist.',
	confirmLacking: 'Bitte bestätigen Sie die Zahl der Beiträge ohne Antwort.'
} as const;
