export const opinion = {
	title: 'Meinungsbild',
	lead: 'Wie denken die Menschen, die abgestimmt haben? Was verbindet sie, und wo gehen die Meinungen auseinander?',
	emptyTitle: 'Noch gibt es kein Meinungsbild',
	empty:
		'Dafür müssen mindestens 20 Menschen über mehrere Punkte abgestimmt haben. Neue Stimmen zählen ab dem nächsten Tag.',
	toResults: 'Ergebnisse der einzelnen Punkte ansehen',
	facts: {
		at: 'Stand',
		people: 'Teilnehmende',
		peopleText: 'mindestens {n}',
		points: 'Punkte'
	},
	only: 'Das Bild zeigt, wer hier abgestimmt hat, mit der Karte oder auf Papier. Es sagt nicht, was alle Menschen im Land denken. Organisationen zählen nicht mit.',
	how: 'So rechnen wir',
	causes: {
		unstable: 'bei anderen Teilnehmenden andere Gruppen',
		chance: 'nicht klarer als durch Zufall',
		small: 'eine Gruppe ist zu klein',
		few: 'zu wenige Menschen',
		alike: 'alle an derselben Stelle'
	},
	verdicts: { stable: 'stabil', borderline: 'grenzwertig', none: 'keine' },
	shared: {
		title: 'Was verbindet',
		lead: 'Diesen Punkten stimmt in jeder Gruppe sicher mehr als die Hälfte zu.',
		least: 'In jeder Gruppe sicher mindestens {share} Zustimmung.',
		leastAll: 'Sicher mindestens {share} Zustimmung.',
		none: 'Zurzeit ist bei keinem Punkt sicher, dass in jeder Gruppe mehr als die Hälfte zustimmt.',
		noneAll: 'Zurzeit ist bei keinem Punkt sicher, dass mehr als die Hälfte zustimmt.'
	},
	apart: {
		title: 'Wo die Meinungen auseinandergehen',
		lead: 'Hier sind die Unterschiede am größten.',
		none: 'Zu keinem Punkt gibt es zugleich viel Zustimmung und viel Ablehnung.',
		noneApart: 'Zwischen den Meinungsgruppen gibt es zurzeit keine großen Unterschiede.',
		notCompared:
			'Aus einer Meinungsgruppe gibt es zu den einzelnen Punkten zu wenige Antworten. Darum vergleichen wir die Gruppen hier nicht.',
		declared: 'Hier sind alle zusammen gemeint. Betroffene, Einrichtungen und Forschung stehen nebeneinander unter',
		all: 'Alle zusammen: {said}.',
		group: 'Meinungsgruppe {number}: {said}.',
		said: '{agree} stimmen zu, {disagree} stimmen nicht zu',
		few: 'zu wenige Antworten, oder so wenige auf einer Seite, dass wir sie nicht zeigen'
	},
	groups: {
		title: 'Meinungsgruppen',
		found: 'Wir sehen {count} Gruppen von Menschen, die ähnlich antworten.',
		numbers: { 2: 'zwei', 3: 'drei', 4: 'vier', 5: 'fünf' },
		titles: { none: 'Es gibt keine stabilen Gruppen', borderline: 'Ob es Gruppen gibt, ist nicht sicher' },
		none: {
			before:
				'Die Meinungen verteilen sich. Ein Rechenverfahren könnte trotzdem Gruppen bilden. Darum zeigen wir keine.',
			unstable:
				'Ein Rechenverfahren könnte Gruppen bilden. Sie würden aber bei anderen Teilnehmenden anders aussehen. Darum zeigen wir keine.',
			chance:
				'Ein Rechenverfahren könnte Gruppen bilden. Sie trennen sich aber nicht klarer, als es durch Zufall geschieht. Darum zeigen wir keine.',
			small:
				'Ein Rechenverfahren könnte Gruppen bilden. Dabei wäre aber immer eine Gruppe zu klein: weniger als 5 Menschen oder weniger als 3 %. So kleine Gruppen zeigen wir nie.',
			few: 'Für Gruppen haben zu wenige Menschen abgestimmt.',
			alike: 'Alle haben so gleich geantwortet, dass es nichts zu teilen gibt. Darum gibt es keine Gruppen.'
		},
		borderline: {
			unstable:
				'Ein Rechenverfahren findet Gruppen. Es ist aber nicht sicher, dass sie bei anderen Teilnehmenden wieder so aussehen. Das Ergebnis ist grenzwertig. Darum zeigen wir keine.',
			chance:
				'Ein Rechenverfahren findet Gruppen. Es ist aber nicht sicher, dass sie sich klarer trennen, als es durch Zufall geschieht. Das Ergebnis ist grenzwertig. Darum zeigen wir keine.'
		},
		figure: {
			stability:
				'Wiederkehr der Gruppen bei {draws} anderen Auswahlen der Teilnehmenden: {value} von 1 (Standardfehler {error}). Sicher über 0,75 muss sie liegen.',
			clearness: 'Trennung der Gruppen: {value}. Durch Zufall bleiben 95 von 100 Versuchen unter {chance}.'
		},
		name: 'Meinungsgruppe {number}',
		share: 'Etwa {share} der Teilnehmenden.',
		shareHeld: 'Wie groß sie ist, zeigen wir zurzeit nicht. So erkennt man niemanden.',
		characteristic: 'Kennzeichnend ist:',
		agree: 'stimmen zu',
		disagree: 'stimmen nicht zu',
		others: 'In den anderen Gruppen: {share}.',
		nothing: 'Kein Punkt ist für diese Gruppe kennzeichnend.'
	},
	relation: {
		title: 'Denken Menschen derselben Gruppe gleich?',
		hardly:
			'Die Meinungen folgen den Gruppen kaum. Ob jemand betroffen ist, in der Praxis arbeitet oder forscht, sagt wenig über die Meinung.',
		partly:
			'Die Meinungen folgen den Gruppen teilweise. Betroffene, Praxis und Forschung denken nicht gleich, aber in jeder Gruppe gibt es verschiedene Meinungen.',
		strongly: 'Die Meinungen folgen den Gruppen stark. Betroffene, Praxis und Forschung denken deutlich verschieden.'
	},
	map: {
		title: 'Das Bild',
		lead: 'Wer ähnlich geantwortet hat, liegt nah beieinander. Je größer und kräftiger ein Feld, desto mehr Menschen. Einzelne Menschen sind nicht zu sehen.',
		alt: 'Karte der Meinungen. Die Tabelle darunter sagt dasselbe in Worten.',
		levels: { 1: '5 bis 9 Menschen', 2: '10 bis 19 Menschen', 3: '20 oder mehr Menschen' },
		spread:
			'Die Menschen liegen so weit auseinander, dass in keinem Feld 5 oder mehr sind. Darum zeichnen wir kein Bild.',
		legend: 'So viele Menschen liegen in einem Feld:',
		table: 'Das Bild in Worten',
		group: 'Gruppe',
		share: 'Anteil',
		place: 'Lage',
		held: 'nicht gezeigt',
		everybody: 'Alle',
		fields: 'In {count} von {all} Feldern liegen mindestens 5 Menschen.',
		across: ['links', 'in der Mitte', 'rechts'],
		down: ['oben', 'in der Mitte', 'unten'],
		middle: 'in der Mitte'
	},
	data: {
		title: 'Zahlen zum Nachrechnen',
		file: 'Meinungsbild {number} als Datei (JSON)',
		digest: 'Prüfsumme (SHA-256)',
		older: 'Frühere Meinungsbilder',
		olderItem: 'Nummer {number} vom {day}'
	}
} as const;
