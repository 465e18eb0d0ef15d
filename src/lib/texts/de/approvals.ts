/** Four eyes: what goes out needs a second person, who agrees to exactly this state. */
export const approvals = {
	heading: 'Zustimmung der zweiten Person',
	given: 'Zustimmungen zu diesem Stand',
	by: '{name}, {at}',
	you: 'Sie, {at}',
	fallenHeading: 'Diese Zustimmungen gelten nicht mehr',
	fallen: {
		changed: '{name}, {at}. Danach hat sich geändert: {parts}.',
		unknown: '{name}, {at}. Danach hat sich etwas geändert.',
		role: '{name}, {at}. Diese Person hat die Aufgabe nicht mehr oder war danach gesperrt.'
	},
	/** What a state consists of. */
	parts: {
		text: 'Text',
		items: 'Bausteine und Kriterien',
		answers: 'Antworten auf Beiträge',
		decisions: 'Entscheidungen über Änderungsvorschläge',
		checks: 'Prüfungen und Zusammenfassung',
		numbers: 'Zahlen',
		previous: 'was davor veröffentlicht wurde',
		dates: 'Tage der Phase',
		undone: 'was noch liegen bleibt'
	},
	ask: 'Um Zustimmung bitten',
	askText:
		'Alle anderen Personen, die zustimmen dürfen, sehen das in der Werkstatt. Wenn der Versand von E-Mails eingerichtet ist, bekommen sie auch eine E-Mail.',
	asked: 'Um Zustimmung gebeten: {at}.',
	approve: 'Zustimmen',
	approveText:
		'Sie stimmen genau diesem Stand zu. Ändert sich danach etwas, gilt Ihre Zustimmung nicht mehr. Sie gilt auch nicht mehr, wenn Sie diese Aufgabe nicht mehr haben.',
	approved: 'Sie haben diesem Stand zugestimmt. Veröffentlichen muss eine andere Person.',
	takeBack: 'Meine Zustimmung zurücknehmen',
	nobodyElse:
		'Außer Ihnen darf hier niemand zustimmen. Eine Person mit der Aufgabe »Verwaltung« kann einer zweiten Person die Aufgabe »Freigabe« geben.',
	nobody: 'Noch darf niemand zustimmen. Eine Person mit der Aufgabe »Verwaltung« kann die Aufgabe »Freigabe« geben.',
	/** In mails and on the overview. */
	named: {
		version: 'Fassung {number}',
		call: 'Projektaufruf {number}',
		report: 'Bericht an den Landtag',
		phase: 'Phase »{title}«',
		closure: 'Ende des Verfahrens'
	},
	mails: {
		ready: {
			subject: '{what} wartet auf Ihre Zustimmung',
			body: 'Guten Tag,\n\n»{title}« ({what}) ist fertig. Bitte lesen Sie alles und stimmen Sie zu, wenn es so hinausgehen kann.\n\n{link}\n'
		},
		approved: {
			subject: '{what} kann veröffentlicht werden',
			body: 'Guten Tag,\n\neine Person hat »{title}« ({what}) zugestimmt. Jetzt muss eine zweite Person alles prüfen und veröffentlichen.\n\n{link}\n'
		}
	}
} as const;
