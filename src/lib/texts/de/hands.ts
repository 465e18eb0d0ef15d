/** Hands raised in a room. */
export const hands = {
	title: 'Handzeichen bei Treffen',
	apart:
		'Bei diesen Treffen haben Menschen die Hand gehoben. Die Zahlen stehen für sich. Wir zählen sie nie zu den Stimmen dazu.',
	inRoom: 'Handzeichen',
	inRoomApart: 'So viele haben die Hand gehoben. Die Zahlen stehen für sich. Wir zählen sie nie zu den Stimmen dazu.',
	room: 'Treffen',
	point: 'Punkt',
	pointTitle: 'Punkt {number}: {title}',
	older: 'zu einem älteren Wortlaut',
	tooFew: 'weniger als 5 Hände, ohne Zahlen',
	form: {
		title: 'Handzeichen eintragen',
		hint: 'Wie viele haben bei welchem Punkt die Hand gehoben? Leere Zeilen werden übersprungen.',
		row: 'Zeile {number}',
		point: 'Nummer des Punkts',
		agree: 'Zustimmung',
		pass: 'Weiß nicht',
		disagree: 'Ablehnung',
		send: 'Handzeichen speichern'
	}
} as const;
