/** Report to the committee of the Landtag. */
export const reports = {
	title: 'Berichte',
	lead: 'Das Ministerium berichtet dem Ausschuss für Arbeit, Gesundheit und Soziales im Landtag. Jede Zahl bleibt so, wie sie am Tag des Berichts war.',
	number: 'Bericht {number}',
	committee: 'An den Ausschuss für Arbeit, Gesundheit und Soziales des Landtags Nordrhein-Westfalen',
	emptyTitle: 'Noch gibt es keinen Bericht',
	empty: 'Sobald das Ministerium dem Ausschuss berichtet, steht der Bericht hier.',
	published: 'Bericht vom {day}',
	aboutVersion: 'zu Fassung {version}',
	noVersion: 'vor der ersten Fassung',
	terms: { date: 'Stand', version: 'Grundlage', digest: 'Prüfsumme', previous: 'Bericht davor', data: 'Alle Zahlen' },
	versionLink: 'Fassung {number}: {title}',
	previousLink: 'Bericht {number}',
	dataLink: 'Bericht als Datei (JSON)',
	digestHint:
		'Die Prüfsumme ist der SHA-256-Wert der Datei. Sie können ihn selbst nachrechnen. So sieht man, dass sich nichts geändert hat.',
	participation: {
		heading: 'Wer hat mitgemacht?',
		caption: 'Beteiligung nach Gruppen',
		group: 'Gruppe',
		contributions: 'Beiträge',
		comments: 'Kommentare',
		votes: 'Stimmen zum heutigen Wortlaut',
		earlier: 'Frühere Stimmen',
		allVotes: 'Alle Stimmen, auch frühere',
		total: 'Zusammen',
		organisation: 'Organisationen (für sich)',
		organisationsApart:
			'Im früheren Bericht zählten Organisationen bei einer Gruppe mit. In diesem stehen sie für sich. Darum können Gruppen kleiner geworden sein.',
		notAdded: '–',
		notAddedSpoken: 'nicht zusammengezählt',
		note: 'Gezählt ist, was veröffentlicht ist. Organisationen sind in keiner Gruppe und nicht in »Zusammen«. Sie stimmen offen ab; ihre Namen stehen bei den Punkten. In den Gruppen sind nur Stimmen von Personen. Frühere Stimmen gehören zu einem älteren Wortlaut, zu einer früheren Phase oder zu einem Punkt, den es nicht mehr gibt. Kleine Gruppen schützen wir: Hat eine Gruppe zu einem Punkt weniger als 5 Stimmen, sind diese hier nicht mitgezählt. Stimmen rechnen wir nicht zusammen, weil jede Gruppe gleich viel zählt.'
	},
	answers: {
		heading: 'Was wurde aus den Beiträgen?',
		caption: 'Antworten auf {count} Beiträge',
		disposition: 'Antwort',
		count: 'Beiträge',
		share: 'Anteil',
		total: 'Zusammen',
		none: 'Noch ohne Antwort',
		openWithout: 'Sie haben noch keine Antwort.',
		openAnswered: 'Ihre Antwort heißt »Noch offen«.',
		openParts: 'Davon haben {none} noch keine Antwort. Bei {open} heißt die Antwort »Noch offen«.',
		openNumber: {
			none: 'Über alle Beiträge ist entschieden.',
			one: '1 Beitrag ist noch nicht entschieden.',
			many: '{count} Beiträge sind noch nicht entschieden.'
		}
	},
	points: {
		heading: 'Was sagen die Gruppen zu den Punkten?',
		lead: 'Fassung {number} hat {count} Punkte. Zu jedem Punkt stehen die Gruppen nebeneinander. Es zählt die neueste Abstimmung über diesen Wortlaut. Organisationen stimmen offen ab und stehen mit Namen darunter.',
		none: 'Es gibt noch keine Fassung der Strategie.',
		caption: '{field}: Abstimmung zu den Punkten',
		point: 'Punkt',
		balanced: 'Ausgeglichen',
		balancedHint:
			'»Ausgeglichen« heißt: Anteil der Zustimmung, wenn Betroffene, Einrichtungen und Forschung gleich viel zählen. Das geht nur, wenn jede Gruppe mindestens 10 Stimmen hat.',
		balancedNone: '–',
		balancedNoneSpoken: 'nicht berechnet',
		noVotes: 'keine Stimmen',
		few: 'unter 5 Stimmen',
		mostly: {
			agree: '{n} Stimmen, mindestens {share} stimmen zu',
			pass: '{n} Stimmen, mindestens {share} wissen es nicht',
			disagree: '{n} Stimmen, mindestens {share} lehnen ab'
		},
		onlyCount: '{n} Stimmen, Antworten nicht gezeigt',
		agreeOf: '{agree} von {n} stimmen zu',
		disagree: '{disagree} lehnen ab',
		personsNote: 'Personen {group}: {result}',
		organisationsNote: 'Organisationen, {group}, als sie noch geheim abstimmten: {result}',
		positions: {
			agree: 'Organisationen, die zustimmen: {names}',
			pass: 'Organisationen, die es nicht wissen: {names}',
			disagree: 'Organisationen, die nicht zustimmen: {names}'
		}
	},
	contested: {
		heading: 'Wo gibt es Streit?',
		none: 'Bei keinem Punkt unterscheiden sich die Gruppen deutlich.',
		lead: 'Bei diesen Punkten unterscheiden sich die Gruppen deutlich:',
		by: 'Anders als die anderen: {groups}',
		apart: 'Die Gruppen liegen weit auseinander.'
	},
	versions: {
		heading: 'Was wurde veröffentlicht?',
		caption: 'Fassungen der Strategie',
		version: 'Fassung',
		date: 'Veröffentlicht am',
		points: 'Punkte',
		digest: 'Prüfsumme',
		none: 'Noch keine Fassung.',
		calls: 'Projektaufrufe'
	},
	changes: {
		heading: 'Was ist neu seit dem letzten Bericht?',
		first: 'Das ist der erste Bericht. Es gibt noch nichts zu vergleichen.',
		since: 'Verglichen mit dem Stand vom {day}.',
		caption: 'Veränderung nach Gruppen',
		answered: 'Entschiedene Beiträge: {change}',
		open: 'Noch nicht entschiedene Beiträge: {change}',
		versions: 'Neue Fassungen',
		calls: 'Neue Projektaufrufe',
		added: 'Neue Punkte',
		dropped: 'Weggefallene Punkte',
		newlyContested: 'Neu umstritten',
		settled: 'Nicht mehr umstritten',
		nothing: 'Sonst hat sich nichts geändert.'
	},
	workshop: {
		title: 'Bericht an den Landtag',
		lead: 'Ein Bericht geht erst hinaus, wenn zwei Personen ihn geprüft haben.',
		beginHeading: 'Neuen Bericht beginnen',
		begin: 'Entwurf anlegen',
		beginHint: 'Die Zahlen werden jetzt gezählt. So stehen sie dann im Bericht.',
		draftHeading: 'Entwurf',
		save: 'Speichern',
		countedAt: 'Gezählt: {at}',
		upToDate: 'Seitdem hat sich keine Zahl geändert.',
		outdated: 'Seitdem haben sich Zahlen geändert.',
		recount: 'Zahlen neu zählen',
		recountHint: 'Danach muss wieder jemand zustimmen.',
		discard: 'Entwurf löschen',
		discardNow: 'Ja, Entwurf löschen',
		discardHint: 'Titel und Vorwort sind dann weg. Die Zahlen kann man jederzeit neu zählen.',
		publishHeading: 'Veröffentlichen',
		titleLabel: 'Titel',
		foreword: 'Vorwort',
		publish: 'Bericht veröffentlichen',
		publishHint: 'Der Bericht geht genau so hinaus. Danach kann ihn niemand ändern.',
		previewHeading: 'Vorschau',
		earlier: 'Frühere Berichte'
	}
} as const;
