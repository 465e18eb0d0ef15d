/** What becomes of published points. */
export const promises = {
	title: 'Umsetzung',
	lead: 'Was wird aus den Punkten der Strategie? Hier steht für jeden Punkt, wie weit er ist, wer zuständig ist und wann wieder jemand nachsieht.',
	heading: 'Was daraus wird',
	statuses: { planned: 'Geplant', running: 'In Arbeit', done: 'Erledigt', givenUp: 'Aufgegeben' },
	statusHints: {
		planned: 'Es ist beschlossen, aber noch nicht begonnen.',
		running: 'Es wird daran gearbeitet.',
		done: 'Es ist geschafft.',
		givenUp: 'Es kommt nicht. Sie sagen, warum.'
	},
	unsaid: 'Noch nichts berichtet',
	overdue: 'Überfällig',
	overdueText: 'Am {day} wollte jemand wieder nachsehen. Das ist noch nicht geschehen.',
	responsible: 'Zuständig: {name}',
	review: 'Nächster Blick darauf: {day}',
	reported: 'Zuletzt berichtet am {day}',
	none: 'Zu diesem Punkt gibt es noch keinen Bericht.',
	earlier: 'Frühere Berichte',
	counts: {
		all: { none: 'Keine Punkte', one: '1 Punkt', many: '{count} Punkte' },
		overdue: {
			none: 'Kein Blick ist überfällig.',
			one: 'Bei 1 Punkt ist der Blick überfällig.',
			many: 'Bei {count} Punkten ist der Blick überfällig.'
		}
	},
	filter: 'Welche Punkte?',
	filterAll: 'Alle',
	apply: 'Anzeigen',
	fits: 'Kein Punkt passt',
	emptyTitle: 'Noch gibt es keine Fassung',
	empty: 'Sobald die Strategie veröffentlicht ist, steht hier, was aus ihren Punkten wird.',
	link: 'Was aus den Punkten wird',
	point: 'Punkt {number}: {title}',
	desk: {
		title: 'Umsetzung',
		lead: 'Berichten Sie, was aus den Punkten wird. Alle lesen es.',
		report: 'Berichten',
		form: 'Neuer Bericht',
		status: 'Wie weit ist der Punkt?',
		responsible: 'Wer ist zuständig?',
		reviewOn: 'Wann sehen Sie wieder nach?',
		reviewHint: 'Solange etwas zu tun ist. Danach steht der Punkt öffentlich als überfällig da.',
		text: 'Was ist geschehen?',
		textHint: 'Kurze Sätze. Wenn der Punkt aufgegeben ist: warum?',
		stays: 'Ein Bericht bleibt stehen. Wenn sich etwas ändert, schreiben Sie einen neuen.',
		send: 'Bericht veröffentlichen',
		before: 'Bisherige Berichte',
		overdueFirst: 'Überfällige Punkte stehen oben.'
	}
} as const;
