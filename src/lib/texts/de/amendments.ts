/** Other wordings for points, proposed by anybody who takes part. */
export const amendments = {
	heading: 'Änderungsvorschläge',
	lead: 'Hier schlagen Menschen und Einrichtungen einen anderen Wortlaut für diesen Punkt vor.',
	number: 'Änderungsvorschlag {number}',
	named: 'Änderungsvorschlag {number}: {title}',
	none: 'Noch hat niemand einen anderen Wortlaut vorgeschlagen.',
	propose: 'Anderen Wortlaut vorschlagen',
	by: 'von {name}',
	supports: {
		none: 'Noch unterstützt das niemand.',
		one: '1 Person unterstützt das.',
		many: '{count} Personen unterstützen das.'
	},
	comments: { none: 'Keine Kommentare', one: '1 Kommentar', many: '{count} Kommentare' },
	waiting: 'Wird geprüft. Nur Sie sehen diesen Vorschlag.',
	open: 'Noch nicht entschieden',
	outcomes: { adopted: 'Übernommen', partly: 'Zum Teil übernommen', declined: 'Nicht übernommen' },
	outcomeWith: 'Entschieden mit Fassung {number}',
	fits: {
		same: '',
		carried: 'passt auch zum neuen Wortlaut',
		there: 'steht schon im neuen Wortlaut',
		older: 'zu einem älteren Wortlaut'
	},
	fitTexts: {
		same: '',
		carried:
			'Der Punkt hat inzwischen einen neuen Wortlaut. Diese Sätze sind darin gleich geblieben. Der Vorschlag steht deshalb hier so, wie er zum neuen Wortlaut passt.',
		there: 'Der Punkt hat inzwischen einen neuen Wortlaut. Darin steht schon, was der Vorschlag will.',
		older:
			'Der Punkt hat inzwischen einen neuen Wortlaut. Er ändert dieselben Sätze. Sie sehen hier den Vergleich mit dem alten Wortlaut.'
	},
	collides: 'ändert dieselben Sätze wie ein anderer Vorschlag',
	collidesWith: 'Diese Vorschläge ändern dieselben Sätze. Höchstens einer kann ganz übernommen werden:',
	page: {
		toPoint: 'Punkt {number}: {title}',
		change: 'Was anders werden soll',
		legend: 'Unterstrichen ist, was neu ist. Durchgestrichen ist, was weg soll.',
		heading: 'Überschrift',
		text: 'Text',
		reason: 'Begründung',
		redacted: 'In diesem Vorschlag sind Angaben geschwärzt, die Menschen erkennbar machen.',
		terms: { by: 'Von', group: 'Gruppe', sent: 'Geschrieben am' },
		decision: 'Was daraus wurde',
		decisionReason: 'Begründung der Redaktion',
		support: 'Unterstützen',
		supportHint:
			'Wollen Sie das auch? Dann unterstützen Sie den Vorschlag. Wir zeigen nur, wie viele Menschen es sind. Niemand sieht, wer. Organisationen zeigen wir mit Namen.',
		supportDo: 'Ich unterstütze das',
		supportUndo: 'Ich unterstütze das nicht mehr',
		withdraw: 'Vorschlag zurückziehen',
		withdrawNow: 'Ja, zurückziehen und Text löschen',
		withdrawText: 'Ihr Text wird gelöscht. Das können Sie nicht rückgängig machen.',
		withdrawn: 'Sie haben diesen Vorschlag zurückgezogen. Der Text ist gelöscht.',
		comments: 'Kommentare zu diesem Vorschlag'
	},
	form: {
		title: 'Anderen Wortlaut vorschlagen',
		lead: 'Schreiben Sie den Punkt so um, wie er sein soll. Sie ändern den ganzen Text. Was gleich bleibt, lassen Sie stehen.',
		heading: 'Überschrift',
		body: 'Text des Punktes',
		bodyHint: 'Ändern Sie nur die Sätze, die anders sein sollen. Sterne machen Wörter fett: **so**.',
		reason: 'Warum soll das anders sein?',
		reasonHint: 'Alle lesen das. Bitte keine Namen, Adressen oder Telefonnummern von anderen Menschen.',
		send: 'Vorschlag abschicken',
		afterwards:
			'Nach dem Abschicken lesen Menschen aus der Moderation Ihren Vorschlag. Danach ist er für alle sichtbar. Die Redaktion entscheidet mit der nächsten Fassung darüber. Was daraus wird, lesen Sie unter »Meine Beiträge«.'
	},
	desk: {
		title: 'Änderungsvorschläge',
		lead: 'Diese Vorschläge sind noch offen. Die ältesten stehen oben.',
		link: {
			none: 'Keine offenen Änderungsvorschläge',
			one: '1 offener Änderungsvorschlag',
			many: '{count} offene Änderungsvorschläge'
		},
		empty: 'Kein Vorschlag ist offen',
		emptyText: 'Neue Vorschläge stehen hier, sobald die Moderation sie veröffentlicht hat.',
		decided: 'In diesem Entwurf entschieden',
		noDraft: 'Entscheiden können Sie, sobald es einen Entwurf gibt.',
		decide: 'Entscheiden',
		outcome: 'Was wird daraus?',
		outcomeHints: {
			adopted: 'Der Wortlaut unten wird der neue Wortlaut des Punktes.',
			partly: 'Ändern Sie den Wortlaut unten. Sagen Sie, was Sie nicht übernehmen.',
			declined: 'Der Punkt bleibt, wie er ist.'
		},
		wording: 'Neuer Wortlaut des Punktes',
		reason: 'Begründung',
		reasonHint: 'Wichtig, wenn Sie nicht alles übernehmen. Alle lesen das, sobald die Fassung veröffentlicht ist.',
		send: 'Entscheidung speichern',
		afterwards: 'Die Person erfährt es mit der neuen Fassung, unter »Meine Beiträge«.',
		reopen: 'Entscheidung zurücknehmen',
		reopenText: 'Der Vorschlag ist dann wieder offen. Der Wortlaut des Punktes bleibt, wie er jetzt ist.',
		already: 'Mit diesem Entwurf: {outcome}',
		published: 'Entschieden mit Fassung {number}. Das ändert niemand mehr.',
		gone: 'Der Punkt fällt in diesem Entwurf weg.'
	},
	mine: {
		title: 'Ihre Änderungsvorschläge',
		about: 'Änderungsvorschlag {number} zu Punkt {point}'
	},
	source: {
		adopted: 'Übernommen: {amendment} von {name}',
		partly: 'Zum Teil übernommen: {amendment} von {name}',
		hidden: '{amendment} ist nicht mehr öffentlich',
		heading: 'Aus Änderungsvorschlägen'
	}
} as const;
