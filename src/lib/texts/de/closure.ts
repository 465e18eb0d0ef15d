/** The end of a process: the page on which two admins close it, and what is said wherever a form was. */
export const closure = {
	title: 'Abschluss',
	lead: 'Hier beenden zwei Personen das Verfahren. Danach kann niemand mehr etwas schreiben.',
	/** In place of a form. */
	instead: {
		title: 'Hier kann man nichts mehr schreiben',
		text: 'Das Verfahren ist seit dem {since} beendet. Sie können weiter alles lesen.'
	},
	heading: 'Das passiert sofort',
	consequences: [
		'Niemand kann mehr schreiben, abstimmen oder etwas ändern. Das gilt auch für das Team.',
		'Alle können weiter alles lesen.',
		'Alle können weiter ihre Texte und ihre Daten löschen.',
		'Man kann weiter Barrieren und Inhalte melden. Das Team kann antworten und Texte ausblenden.',
		'Auf der Startseite steht, dass das Verfahren beendet ist.',
		'Das kann man nicht rückgängig machen.'
	],
	undoneHeading: 'Das bleibt liegen',
	undone: {
		answers: {
			none: 'Alle Beiträge haben eine Antwort.',
			one: '1 Beitrag hat keine Antwort. Er bekommt auch keine mehr.',
			many: '{count} Beiträge haben keine Antwort. Sie bekommen auch keine mehr.'
		},
		screening: {
			none: 'Kein Text wartet auf eine Prüfung.',
			one: '1 Text wartet auf eine Prüfung. Er wird nicht mehr veröffentlicht.',
			many: '{count} Texte warten auf eine Prüfung. Sie werden nicht mehr veröffentlicht.'
		},
		appeals: {
			none: 'Kein Widerspruch ist offen.',
			one: '1 Widerspruch ist offen. Er wird nicht mehr entschieden.',
			many: '{count} Widersprüche sind offen. Sie werden nicht mehr entschieden.'
		}
	},
	endingsHeading: 'Dann ist das gelöscht',
	endingsText:
		'Der Server löscht von selbst, was er nur eine Zeit lang aufbewahrt. Lassen Sie ihn so lange laufen. Was veröffentlicht ist, bleibt.',
	endings: {
		drafts: 'Entwürfe, die niemand abgeschickt hat: bis {day}',
		rejected: 'Der Wortlaut von Texten, die nicht veröffentlicht wurden: bis {day}',
		codes: 'Die Codes der Karten: bis {day}',
		moderation: 'Wer aus dem Team was getan hat und warum: bis {day}'
	},
	close: 'Das Verfahren beenden',
	closeText: 'Eine zweite Person hat zugestimmt. Jetzt können Sie das Verfahren beenden.',
	closed: 'Das Verfahren ist seit dem {since} beendet',
	closedText:
		'Niemand kann mehr etwas schreiben. Mit dem Befehl »npm run archive -- ORDNER« entsteht auf dem Server eine Kopie aller Seiten, die ohne Server lesbar ist.'
} as const;
