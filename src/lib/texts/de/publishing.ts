export const publishing = {
	title: 'Freigabe',
	lead: 'Eine Fassung geht erst hinaus, wenn zwei Personen sie geprüft haben.',
	noDraft: 'Es gibt gerade keinen Entwurf',
	noDraftText: 'Ein Entwurf entsteht in der Werkstatt unter »Entwurf«.',
	toDraft: 'Zum Entwurf',
	preline: 'Fassung {number} · Entwurf',
	read: 'Den Entwurf lesen',
	gate: 'Was vor der Veröffentlichung stimmen muss',
	conditions: {
		points: {
			met: 'Punkte in der Fassung: {count}.',
			confirm: '',
			noted: '',
			missing: 'Die Fassung hat noch keinen Punkt.',
			waived: ''
		},
		sources: {
			met: 'Jeder Punkt nennt seine Herkunft.',
			confirm: '',
			noted: '',
			missing:
				'Bei diesen Punkten fehlt die Herkunft: {numbers}. Ein Punkt braucht einen Beitrag oder eine Anmerkung der Redaktion.',
			waived: ''
		},
		answers: {
			met: 'Jeder Beitrag hat eine Antwort. Es sind {all}.',
			confirm:
				'Beiträge ohne Antwort: {count} von {all}. Das dürfen Sie so veröffentlichen. Die Zahl steht dann in der Fassung.',
			noted: '',
			missing: '',
			waived: ''
		},
		places: {
			met: 'Jede Antwort, die einen Punkt nennt, stimmt mit dem Entwurf überein.',
			confirm: '',
			noted: '',
			missing:
				'Antworten, die nicht mehr stimmen: {count}. Sie sagen: Der Beitrag steht in der Strategie. Im Entwurf steht er aber hinter keinem Punkt mehr. Ändern Sie die Antwort. Oder stellen Sie den Beitrag wieder hinter einen Punkt.',
			waived: ''
		},
		amendments: {
			met: 'Über alle Änderungsvorschläge ist entschieden.',
			confirm: '',
			noted:
				'Änderungsvorschläge, über die noch niemand entschieden hat: {count}. Sie bleiben offen und gehen in die nächste Fassung mit.',
			missing: '',
			waived: ''
		},
		understood: {
			met: 'Haben wir Sie verstanden? Gefragt: {asked}. Geantwortet: {answered}. Nicht richtig verstanden: {wrong}.',
			confirm: '',
			noted: '',
			missing: 'Noch haben wir die Menschen nicht gefragt, ob wir sie verstanden haben. Zu fragen wären: {asked}.',
			waived: 'Haben wir Sie verstanden? Diese Frage fällt weg. Der Grund steht in der Fassung.'
		},
		easy: {
			met: 'Es gibt eine Zusammenfassung in Einfacher Sprache.',
			confirm: '',
			noted: '',
			missing: 'Es fehlt die Zusammenfassung in Einfacher Sprache.',
			waived: 'Die Zusammenfassung in Einfacher Sprache fällt weg. Der Grund steht in der Fassung.'
		},
		approval: {
			met: 'Eine andere Person hat diesem Stand zugestimmt.',
			confirm: '',
			noted: '',
			missing: 'Noch hat keine andere Person diesem Stand zugestimmt.',
			waived: ''
		}
	},
	/** From a condition to the place where it is mended. */
	mend: {
		point: 'Punkt {number}',
		answers: 'Zu den Beiträgen ohne Antwort',
		answer: 'Beitrag {number}: {title}',
		more: 'Alle diese Beiträge stehen unter Verbleib ganz oben',
		amendments: 'Zu den offenen Änderungsvorschlägen',
		understood: 'Zur Frage »Haben wir Sie verstanden?«',
		easy: 'Zur Zusammenfassung im Entwurf',
		draft: 'Zum Entwurf'
	},
	states: {
		met: 'Erfüllt',
		confirm: 'Bitte bestätigen',
		noted: 'Gut zu wissen',
		missing: 'Fehlt noch',
		waived: 'Fällt weg'
	},
	waive: {
		heading: 'Etwas weglassen',
		titles: {
			understood: 'Nicht fragen, ob wir die Menschen verstanden haben',
			easy: 'Ohne Zusammenfassung in Einfacher Sprache veröffentlichen'
		},
		labels: { understood: 'Warum fragen wir nicht?', easy: 'Warum gibt es keine Zusammenfassung?' },
		hint: 'Alle lesen das in der Fassung. Leer lassen heißt: Es fällt nicht weg.',
		save: 'Begründung speichern'
	},
	publishHeading: 'Veröffentlichen',
	publish: 'Fassung {number} veröffentlichen',
	confirm: 'Beiträge ohne Antwort',
	confirmLabel: {
		one: 'Ja, 1 Beitrag bleibt ohne Antwort.',
		many: 'Ja, {count} Beiträge bleiben ohne Antwort.',
		none: ''
	},
	then: 'Was dann geschieht',
	thenList: [
		'Alle können die Fassung lesen. Niemand kann sie mehr ändern.',
		'Die Antworten zu den Beiträgen gehen hinaus.',
		'Über die neuen Wortlaute kann abgestimmt werden, wenn die Phase es erlaubt.',
		'Die Fassung bekommt eine Prüfsumme. Damit sieht man jede spätere Änderung.',
		'In der Chronik steht, dass die Fassung veröffentlicht ist.'
	],
	anyTime:
		'Veröffentlichen ist an keine Phase gebunden. Fällt danach ein Fehler auf, berichtigt ihn die nächste Fassung: Ihr Entwurf beginnt mit diesem Text und diesen Antworten.'
} as const;
