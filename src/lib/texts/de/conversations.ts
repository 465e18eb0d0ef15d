/** Conversations that were held elsewhere. */
export const conversations = {
	title: 'Gespräche von anderswo',
	lead: 'Auch anderswo haben Menschen abgestimmt. Hier sehen Sie, was dabei herauskam. Diese Stimmen zählen nicht bei unseren Ergebnissen.',
	emptyTitle: 'Noch ist kein Gespräch übernommen',
	empty: 'Sobald das Team ein Gespräch von anderswo übernimmt, steht es hier.',
	from: 'Quelle: {attribution}',
	back: 'Alle Gespräche',
	preline: 'Gespräch von anderswo',
	apart: {
		title: 'Das sind Stimmen aus einem anderen Verfahren',
		text: 'Niemand hat hier darüber abgestimmt. Wir zählen diese Stimmen nie zu unseren Ergebnissen. Wir rechnen nur mit demselben Verfahren.'
	},
	facts: {
		source: 'Quelle',
		address: 'Dort nachlesen',
		at: 'Übernommen am',
		people: 'Haben abgestimmt',
		peopleText: '{n} Menschen',
		peopleLeast: 'mindestens {n} Menschen',
		pictured: 'Davon im Bild',
		picturedAlone: 'Im Bild',
		picturedText: '{n}: wer zu mindestens {least} Aussagen abgestimmt hat',
		picturedAll: 'alle',
		picturedNone: 'noch niemand: Es gibt kein Bild',
		votes: 'Stimmen',
		statements: 'Aussagen',
		statementsText: '{n}, davon {readable} hier zu lesen',
		moderatedOut: 'Dort von der Moderation entfernt',
		commenters: 'Haben Aussagen geschrieben',
		unknown: 'steht nicht im Export',
		notKept: 'Bei der Übernahme wurden die Zahlen des Exports nicht aufgehoben.',
		total: 'Zahlen des Exports'
	},
	toStatements: 'Alle Aussagen lesen',
	waitsTitle: 'Das Bild entsteht gerade',
	waits: 'Das dauert ein paar Minuten. Bitte laden Sie die Seite dann neu.',
	fewTitle: 'Für ein Bild sind es zu wenige',
	few: 'Dafür müssen mindestens 20 Menschen über mehrere Aussagen abgestimmt haben.',
	shared: 'Diesen Aussagen stimmt in jeder Meinungsgruppe sicher mehr als die Hälfte zu.',
	sharedAll: 'Diesen Aussagen stimmt von allen zusammen sicher mehr als die Hälfte zu.',
	undeclared:
		'In diesem Gespräch hat niemand gesagt, ob sie oder er betroffen ist, in der Praxis arbeitet oder forscht. Darum vergleichen wir solche Gruppen hier nicht.',
	file: 'Bild als Datei (JSON)',
	statements: {
		title: 'Aussagen',
		lead: 'So steht es in der Quelle, Wort für Wort. Was die Moderation dort entfernt hat, fehlt.',
		number: 'Aussage {number}',
		said: '{agree} stimmen zu, {pass} wissen es nicht, {disagree} stimmen nicht zu',
		few: 'Zu wenige Antworten.',
		rounded: 'Die Zahlen sind auf ganze Prozent gerundet. Darum ergeben sie zusammen nicht immer 100 %.'
	}
} as const;
