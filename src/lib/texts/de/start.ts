/** Words of the start page and of the list of consultations. */
export const start = {
	title: 'Sagen Sie, was sich ändern muss',
	lead: 'Wer Armut kennt, weiß am besten, was hilft. Darum schreiben wir die Strategie gegen Armut mit Ihnen zusammen.',
	standing: {
		open: 'Jetzt können Sie {can}. Das geht {until}.',
		can: { vote: 'abstimmen', comment: 'kommentieren', propose: 'Beiträge schreiben' },
		reading: 'Jetzt läuft: {phase}, {until}.',
		before: 'Das Verfahren beginnt am {from}. Lesen können Sie schon jetzt.',
		pause: 'Gerade läuft keine Phase. Am {from} geht es weiter: {phase}. Lesen können Sie alles.',
		closed: 'Das Verfahren ist seit dem {since} beendet. Sie können weiter alles lesen.',
		over: 'Das Verfahren ist zu Ende. Sie können weiter alles lesen.',
		undated: 'Wann es losgeht, steht noch nicht fest.'
	},
	invitations: {
		vote: { label: 'Jetzt abstimmen', href: '/abstimmen' },
		propose: { label: 'Beitrag schreiben', href: '/beitragen' },
		comment: { label: 'Beiträge lesen und kommentieren', href: '/beitraege' }
	},
	waysHeading: 'So können Sie mitmachen',
	ways: [
		{ href: '/beitraege', title: 'Beiträge lesen', text: 'Ohne Anmeldung.' },
		{ href: '/anmelden', title: 'Mit Code mitreden', text: 'Mit der Karte schreiben und abstimmen.' },
		{ href: '/anmelden#fragen', title: 'Eine Karte bekommen', text: 'Ihr Name ist nicht nötig.' },
		{ href: '/so-gehts', title: 'So funktioniert’s', text: 'Worum es geht und was daraus wird.' },
		{
			href: '/leicht/datenschutz',
			title: 'Wer erfährt davon?',
			text: 'Jobcenter, Ausländerbehörde und Polizei bekommen von uns nichts.'
		},
		{ href: '/hilfe', title: 'Hilfe bekommen', text: 'Am Telefon, mit der Post oder mit Menschen vor Ort.' }
	],
	soFarHeading: 'Was bisher daraus geworden ist',
	soFar: { contributions: 'Beiträge', answered: 'mit Antwort', versions: 'Fassungen' },
	byGroup: 'Davon {parts}.',
	byGroupParts: {
		affected: '{count} von Betroffenen',
		practice: '{count} aus Einrichtungen',
		research: '{count} aus der Forschung',
		none: '{count} ohne Angabe',
		organisation: '{count} von Organisationen'
	},
	newestVersion: 'Neueste Fassung: {title}',
	noVersion: 'Es gibt noch keine Fassung der Strategie. Zuerst werden Beiträge gesammelt.',
	phasesHeading: 'Wo wir gerade stehen',
	questionsHeading: 'Diese Fragen stellen wir Ihnen',
	fieldsHeading: 'Darum geht es',
	fieldsHint: 'Wählen Sie ein Thema. Dann sehen Sie alle Beiträge dazu.',
	newestHeading: 'Neue Beiträge',
	allProposals: 'Alle Beiträge',
	noProposals: 'Noch kein Beitrag',
	noProposalsHint: 'Machen Sie den Anfang.',
	others: 'Es gibt noch andere Verfahren.',
	othersLink: 'Alle Verfahren',
	none: {
		title: 'Hier entsteht etwas',
		lead: 'Noch ist kein Beteiligungsverfahren eröffnet. Bitte schauen Sie später wieder vorbei.'
	},
	list: { title: 'Beteiligungsverfahren', lead: 'Alle Verfahren auf dieser Website.' }
} as const;
