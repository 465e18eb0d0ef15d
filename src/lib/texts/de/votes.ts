export const votes = {
	heading: 'Abstimmen',
	question: 'Stimmen Sie diesem Punkt zu?',
	choices: { agree: 'Ich stimme zu', pass: 'Ich weiß nicht', disagree: 'Ich stimme nicht zu' },
	mine: 'Ihre Stimme: {choice}.',
	none: 'Sie haben hier noch nicht abgestimmt.',
	hint: 'Sie können Ihre Stimme ändern, solange abgestimmt wird. Andere sehen nicht, wie Sie abgestimmt haben. Die Ergebnisse ändern sich erst später. Auch das schützt Sie.',
	stale: 'Der Text hat sich inzwischen geändert. Bitte lesen Sie ihn und stimmen Sie dann ab.',
	takeBack: 'Stimme zurücknehmen',
	signIn: 'Mit Code anmelden',
	results: 'So haben die Gruppen abgestimmt',
	noResults: 'Über diesen Wortlaut hat noch niemand abgestimmt.',
	caption: 'Stimmen von Personen',
	organisations: 'Stimmen von Organisationen aus der Zeit, als sie noch geheim abstimmten',
	organisationsHint:
		'Sie bleiben, wie sie waren. Wir zählen sie nicht mit den Stimmen von Personen zusammen. Heute stimmen Organisationen offen ab, mit Namen.',
	/** Organisations vote openly. */
	organisation: {
		heading: 'So stimmen Organisationen',
		title: 'Sie stimmen für {name} ab: offen, mit Namen',
		open: 'Alle können lesen, wie Ihre Organisation abstimmt. Das bleibt auch nach dem Ende der Abstimmung so.',
		once: 'Ihre Organisation hat eine Stimme, auch wenn mehrere von Ihnen eine Karte haben. Sie alle sehen sie und können sie ändern, solange abgestimmt wird.',
		byMe: 'Zuletzt gesagt am {day}, von Ihnen.',
		byColleague: 'Zuletzt gesagt am {day}, von jemand anderem aus Ihrer Organisation.',
		secretly:
			'Früher haben Organisationen geheim abgestimmt. Was Sie damals abgegeben haben, zählt noch. Es fällt weg, sobald Sie hier offen abstimmen.',
		mine: 'Ihre Organisation sagt: {choice}.',
		notYet: 'Ihre Organisation hat hier noch nicht abgestimmt.',
		nothing: 'keine Stimme mehr',
		hint: 'Sie können die Stimme ändern, solange abgestimmt wird. Sie steht sofort mit dem Namen Ihrer Organisation auf dieser Seite.',
		effect: 'Ihre Stimme steht mit dem Namen Ihrer Organisation beim Punkt. Alle können sie lesen.',
		own: 'Stimmen Ihrer Organisation',
		ownText: 'Diese Stimmen sind öffentlich. Alle aus Ihrer Organisation mit einer Karte können sie ändern.',
		none: 'Zu diesem Wortlaut hat noch keine Organisation abgestimmt.',
		said: {
			agree: '{organisations}: Zustimmung',
			pass: '{organisations}: weiß nicht',
			disagree: '{organisations}: keine Zustimmung'
		},
		organisations: { none: 'keine Organisation', one: '1 Organisation', many: '{count} Organisationen' },
		showNames: 'Alle Namen zeigen',
		apart: 'Organisationen stimmen offen ab und stehen für sich. Wir zählen sie in keiner Gruppe mit.',
		older: 'Organisationen {round}'
	},
	noVotes: 'noch keine Stimmen',
	oneVote: '1 Stimme',
	manyVotes: '{n} Stimmen',
	fewVotes: 'weniger als 5 Stimmen',
	held: 'Einige Zahlen sind sehr klein. Damit man niemanden erkennt, zeigen wir sie nicht.',
	atLeast: 'mindestens {share}',
	notShown: '– nicht gezeigt',
	range: 'Die Zustimmung liegt sehr wahrscheinlich zwischen {low} und {high}.',
	asOf: 'Stand: {day}. Die Zahlen erneuern sich höchstens einmal in der Stunde, und nur in Schritten von mindestens 5 Stimmen.',
	howWeCount: 'Warum kleine Zahlen fehlen',
	fromTo: '{from} bis {to}',
	balanced: 'Zählt jede Gruppe gleich viel, dann stimmen {share} zu.',
	tooFew: 'Für einen gemeinsamen Wert braucht jede Gruppe mindestens 10 Stimmen. Es fehlen noch Stimmen: {groups}.',
	unclear: 'Mehr als 40 % wissen es nicht: {groups}. Vielleicht ist der Punkt unklar formuliert.',
	contestedBy: 'Anders als die Mehrheit der anderen Gruppen: {groups}.',
	words: {
		shared: {
			agree: 'Gemeinsame Zustimmung. In jeder Gruppe stimmt mehr als die Hälfte zu.',
			disagree: 'Gemeinsame Ablehnung. In jeder Gruppe stimmt mehr als die Hälfte nicht zu.'
		},
		tendency: {
			agree: 'Tendenz zur Zustimmung. Sicher ist das noch nicht.',
			disagree: 'Tendenz zur Ablehnung. Sicher ist das noch nicht.'
		},
		contested: 'Strittig zwischen den Gruppen.',
		open: 'Noch offen. Es gibt zu wenige Stimmen.',
		mixed: 'Keine klare Richtung.'
	},
	hands: {
		title: 'Wie die Stimmen zu uns kamen',
		lead: 'Manche Menschen stimmen mit einer Helferin ab. Sie schreibt die Stimme auf. Jeder Mensch hat trotzdem nur eine Stimme.',
		row: '{group}: {recorded} von {of} Stimmen hat eine Helferin aufgeschrieben.',
		none: '{group}: Alle {of} Stimmen sind selbst abgegeben.',
		held: '{group}: Wie viele von {of} Stimmen aufgeschrieben sind, zeigen wir nicht. Die Zahl ist zu klein.'
	},
	recorded: 'von einer Helferin aufgeschrieben',
	/** What a helper writes down for one person: the screen, and the same form for a pen. */
	sheet: {
		title: 'Stimmen einer Person',
		lead: 'Für Menschen, die nicht selbst abstimmen können oder wollen. Jeder Mensch hat eine Stimme je Punkt.',
		hint: 'Die Person bekommt einen Code. Damit kann sie ihre Stimmen sehen und ändern, solange abgestimmt wird.',
		until:
			'Tragen Sie Papier-Bögen {until} ein. Dieser Tag zählt noch ganz mit. Danach weiß niemand mehr, wessen Stimme es ist.',
		noPoints: 'Noch gibt es nichts, worüber man abstimmen kann.',
		version: 'Nummer der Fassung',
		versionHint: 'Sie steht oben auf dem Bogen.',
		points: 'Die Punkte',
		pointsHint: 'Die ersten Buchstaben wählen die Antwort. Mit der Tabulator-Taste geht es zum nächsten Punkt.',
		point: 'Punkt {number}: {title}',
		noCross: 'kein Kreuz',
		choices: { agree: 'Stimme zu', pass: 'Weiß nicht', disagree: 'Nein, stimme nicht zu' },
		byField: 'Thema',
		consent: 'Einverständnis',
		consentText:
			'Die Person ist einverstanden: Ihre Stimmen werden ohne Namen gezählt. Sie weiß: Sie kann das zurücknehmen, solange abgestimmt wird.',
		send: 'Speichern und nächster Bogen',
		saved: {
			none: 'Noch ist nichts gespeichert',
			one: '1 Stimme ist gezählt',
			many: '{count} Stimmen sind gezählt'
		},
		codeText:
			'Schreiben Sie den Code jetzt auf eine Karte und geben Sie sie der Person. Wir zeigen ihn nur einmal. Sie meldet sich damit auf der Seite »{address}« an.',
		notSaved: 'Diese Stimmen sind noch nicht gezählt. Alle anderen sind es.',
		moreOf: 'Auch Stimmen dieser Person aufschreiben',
		paperLink: 'Stimm-Bogen zum Ausdrucken (PDF)',
		paperTitle: 'Stimm-Bogen zur Strategie gegen Armut, Fassung {number}',
		paperLines: [
			'Machen Sie bei jedem Punkt ein Kreuz. Sie müssen nicht zu jedem Punkt etwas sagen.',
			'Die ganzen Texte stehen in Fassung {number}. Jemand aus dem Team liest sie Ihnen gern vor.'
		],
		list: 'Aufgeschriebene Stimmen',
		listLead: 'Diese Bögen haben Sie eingetragen. Wie jemand abgestimmt hat, steht hier nicht.',
		listEmptyTitle: 'Noch keine Stimmen aufgeschrieben',
		listEmpty: 'Was Sie für andere eintragen, steht dann hier.',
		columns: { when: 'Wann und wie', place: 'Wo', consent: 'Einverständnis' },
		withdraw: 'Stimmen zurücknehmen',
		warning: 'Die Person möchte das nicht mehr? Dann zählen alle ihre aufgeschriebenen Stimmen nicht mehr.',
		withdrawNow: 'Jetzt zurücknehmen',
		withdrawn: 'zurückgenommen',
		over: 'Die Abstimmung ist vorbei, oder die Person hat ihre Karte selbst benutzt.'
	},
	older: 'zum älteren Wortlaut (Fassung {number})',
	former: 'zum selben Wortlaut, in der Phase »{phase}«',
	olderHeading: 'Frühere Abstimmungen',
	olderMine: 'zu einem älteren Wortlaut',
	round: {
		title: 'Abstimmen',
		begin: 'Jetzt abstimmen',
		lead: 'Sie bekommen eine Frage nach der anderen. Höchstens zehn, dann ist Schluss. Sie können jede Antwort ändern.',
		step: 'Frage {step} von {total}',
		change: 'Das soll sich ändern',
		why: {
			none: 'Warum steht das hier?',
			one: 'Warum steht das hier? Dahinter steht 1 Beitrag.',
			many: 'Warum steht das hier? Dahinter stehen {count} Beiträge.'
		},
		proposal: 'Beitrag {number}: {title}',
		everything: 'Alles zu diesem Punkt',
		effect:
			'Ihre Stimme zeigt dem Ministerium, ob der Punkt so bleiben soll. Andere sehen nicht, wie Sie abgestimmt haben.',
		skip: 'Überspringen',
		keep: 'So lassen und weiter',
		back: 'Zurück zur letzten Frage',
		stop: 'Aufhören',
		lost: 'Keine Verbindung. Ihre Antwort ist noch nicht angekommen. Lassen Sie diese Seite offen: Wir senden sie von selbst noch einmal.',
		thanks: 'Danke!',
		answered: {
			none: 'Sie haben in dieser Runde nichts beantwortet. Auch das ist in Ordnung.',
			one: 'Sie haben 1 Frage beantwortet.',
			many: 'Sie haben {count} Fragen beantwortet.'
		},
		allAnswered: 'Sie haben schon über alle Punkte abgestimmt. Vielen Dank!',
		noPoints: 'Es gibt noch keine Punkte, über die man abstimmen kann.',
		yours: 'Ihre Antworten in dieser Runde',
		skipped: 'übersprungen',
		changeThis: 'Ändern',
		left: {
			none: '',
			one: 'Es gibt noch 1 Punkt, den Sie nicht beantwortet haben.',
			many: 'Es gibt noch {count} Punkte, die Sie nicht beantwortet haben.'
		},
		goOn: 'Weiter mit {n} Fragen',
		results: 'Ergebnisse ansehen'
	},
	participation: {
		title: 'Wer macht mit?',
		lead: 'Hier sehen Sie, wer bisher dabei ist, auf welchem Weg und wer noch fehlt.',
		empty: 'Noch nichts gezählt',
		emptyHint: 'Sobald Menschen mitmachen, stehen hier die ersten Zahlen.',
		name: 'Wer oder was',
		count: 'Zahl',
		total: 'Zusammen',
		few: 'weniger als 5',
		held: '– nicht gezeigt',
		atLeast: 'mindestens {share}',
		lines: {
			people: 'Menschen, die ihre Karte benutzt haben, nach Gruppe',
			districts: 'Menschen mit öffentlichen Beiträgen, nach Kreis oder Stadt',
			contributions: 'Beiträge nach Gruppe',
			comments: 'Kommentare nach Gruppe',
			languages: 'Beiträge nach Sprache',
			channels: 'Auf welchem Weg Beiträge gekommen sind',
			kinds: 'Beiträge nach Art',
			months: 'Beiträge nach Monat',
			sheets: 'Bögen mit Stimmen, die Helferinnen aufgeschrieben haben'
		},
		peopleHint:
			'Abstimmen kann man auch auf Papier, ohne die Karte zu benutzen. Diese Bögen stehen weiter unten. Darum können bei einer Abstimmung mehr Menschen dabei sein, als hier stehen.',
		rest: 'Übrige Kreise und Städte zusammen',
		restAndNone: 'Übrige Kreise und Städte und keine Angabe zusammen',
		districtsHint:
			'Die Angabe ist freiwillig. Kreise und Städte mit wenigen Menschen zählen wir zusammen. Wo niemand ist, steht hier nicht.',
		ways: {
			self: 'selbst geschrieben',
			conversation: 'im Gespräch erzählt, jemand hat geschrieben',
			paper: 'auf Papier',
			workshop: 'in einem Workshop',
			telephone: 'am Telefon'
		},
		missing: 'Wer fehlt noch?',
		missingLead:
			'Unter »Jetzt« steht, wie viele mitmachen. Unter »Zu erwarten« steht, wie viele es wären, wenn wir alle gleich gut erreichen.',
		compared: 'Anteil an allen, die eine Gruppe genannt haben',
		group: 'Gruppe',
		actual: 'Jetzt',
		expected: 'Zu erwarten',
		source: 'Woher die Vergleichszahlen kommen: {source}',
		lacking: 'Noch zu wenige machen mit: {groups}.',
		enough: 'Keine Gruppe fehlt deutlich.',
		unknown: 'Dafür gibt es noch zu wenige Menschen.',
		noReference: 'Vergleichszahlen sind noch nicht eingetragen.',
		asOf: 'Stand: {day}. Organisationen sind bei den Menschen nicht mitgezählt. Sehr kleine Zahlen von Menschen zeigen wir nicht, damit man niemanden erkennt. Texte zählen wir offen: Sie stehen hier mit allem, was wir zählen.'
	},
	reference: {
		title: 'Vergleichszahlen',
		lead: 'Wie groß wäre der Anteil jeder Gruppe, wenn alle gleich gut erreicht würden? Daran sieht man auf der Seite »Wer macht mit?«, wer noch fehlt.',
		percent: '{group}: erwarteter Anteil in Prozent',
		empty: 'Leer lassen, wenn es keine Zahl gibt.',
		source: 'Woher kommen die Zahlen?',
		sourceHint: 'Zum Beispiel: Ziel des Verfahrens, Sozialbericht 2024. Das steht öffentlich dabei.',
		save: 'Speichern',
		see: 'Seite »Wer macht mit?« ansehen'
	},
	overview: {
		title: 'Ergebnisse',
		lead: 'Was denken die Gruppen über die Strategie? Hier sehen Sie, worin sich alle einig sind, worin nicht und was noch offen ist.',
		emptyTitle: 'Noch gibt es keine Ergebnisse',
		empty: 'Sobald eine Fassung der Strategie veröffentlicht ist, kann man über ihre Punkte abstimmen.',
		noneTitle: 'Keine Punkte',
		none: 'Zu dieser Auswahl gibt es keine Punkte. Wählen Sie ein anderes Thema, oder sehen Sie sich alle Ergebnisse an.',
		table: 'Alle Zahlen als Tabelle (offene Daten)',
		glance: 'Alle Punkte auf einen Blick',
		sentences: {
			lacking: 'Es fehlen noch Stimmen: {groups}.',
			apart: 'Zustimmung: {shares}.',
			sides: { agree: 'Zustimmung.', disagree: 'Ablehnung.' },
			of: {
				none: 'Hier gibt es noch keinen Punkt.',
				one: 'Hier geht es um 1 Punkt.',
				many: 'Hier geht es um {count} Punkte.'
			},
			geteilt: {
				none: '',
				one: 'Bei 1 Punkt sind sich alle Gruppen sicher einig.',
				many: 'Bei {count} Punkten sind sich alle Gruppen sicher einig.'
			},
			tendenz: {
				none: '',
				one: 'Bei 1 Punkt sieht es so aus, als wären sich alle einig.',
				many: 'Bei {count} Punkten sieht es so aus, als wären sich alle einig.'
			},
			strittig: {
				none: '',
				one: 'Bei 1 Punkt denken die Gruppen verschieden.',
				many: 'Bei {count} Punkten denken die Gruppen verschieden.'
			},
			gemischt: {
				none: '',
				one: 'Bei 1 Punkt gibt es keine klare Richtung.',
				many: 'Bei {count} Punkten gibt es keine klare Richtung.'
			},
			offen: {
				none: '',
				one: 'Bei 1 Punkt fehlen noch Stimmen.',
				many: 'Bei {count} Punkten fehlen noch Stimmen.'
			}
		},
		result: 'Ergebnis',
		points: 'Punkte',
		all: 'Alle Ergebnisse zeigen',
		how: 'So rechnen wir',
		sections: {
			geteilt: {
				title: 'Was alle Gruppen teilen',
				lead: 'In jeder Gruppe ist sicher mehr als die Hälfte derselben Meinung.',
				anchor: 'geteilt'
			},
			tendenz: {
				title: 'Wohin es geht',
				lead: 'In jeder Gruppe sind mindestens 60 % derselben Meinung. Sicher ist das noch nicht.',
				anchor: 'geteilt'
			},
			strittig: {
				title: 'Wo die Gruppen verschieden denken',
				lead: 'Die Gruppen liegen weit auseinander. Zufall ist das nicht.',
				anchor: 'gruppen'
			},
			gemischt: {
				title: 'Keine klare Richtung',
				lead: 'In den Gruppen gibt es Zustimmung und Ablehnung, und keine Seite überwiegt deutlich.',
				anchor: 'anteil'
			},
			offen: {
				title: 'Was noch offen ist',
				lead: 'Hier fehlen noch Stimmen. Jede Gruppe braucht mindestens 10.',
				anchor: 'ausgewogen'
			}
		},
		unfold: 'Zahlen bei allen Punkten zeigen',
		fold: 'Zahlen einklappen',
		read: '{point} lesen und abstimmen',
		older: {
			none: '',
			one: '1 frühere Abstimmung zu diesem Punkt',
			many: '{count} frühere Abstimmungen zu diesem Punkt'
		},
		filter: {
			heading: 'Ergebnisse auswählen',
			field: 'Thema',
			allFields: 'Alle Themen',
			apply: 'Anzeigen'
		},
		apart:
			'Organisationen und Personen zählen wir getrennt. Stimmen zu einem älteren Wortlaut bleiben dort und stehen auf der Seite des Punktes.',
		small:
			'Die Zahlen erneuern sich höchstens einmal in der Stunde. Sehr kleine Zahlen zeigen wir nicht, damit man niemanden erkennt.'
	}
} as const;
