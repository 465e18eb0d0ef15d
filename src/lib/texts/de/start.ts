/** Words of the start page and of the list of consultations. */
export const start = {
	title: 'Sagen Sie, was sich ändern muss',
	lead: 'Wer Armut kennt, weiß am besten, was hilft. Darum schreiben wir die Strategie gegen Armut mit Ihnen zusammen.',
	standing: {
		open: 'Jetzt läuft: {phase}, {until}.',
		before: 'Das Verfahren beginnt am {from}. Lesen können Sie schon jetzt.',
		pause: 'Gerade läuft keine Phase. Am {from} geht es weiter: {phase}. Lesen können Sie alles.',
		over: 'Das Verfahren ist zu Ende. Sie können weiter alles lesen.',
		undated: 'Wann es losgeht, steht noch nicht fest.'
	},
	invitations: {
		vote: { label: 'Strategie lesen und abstimmen', href: '/strategie' },
		propose: { label: 'Beitrag schreiben', href: '/beitragen' },
		comment: { label: 'Beiträge lesen und kommentieren', href: '/beitraege' }
	},
	waysHeading: 'So können Sie mitmachen',
	ways: [
		{ href: '/beitraege', title: 'Lesen', text: 'Alles lesen, was andere sagen. Ohne Anmeldung.' },
		{ href: '/anmelden', title: 'Mit Code mitreden', text: 'Sie haben eine Karte mit einem Code? Damit können Sie schreiben und abstimmen.' },
		{ href: '/anmelden#fragen', title: 'Eine Karte bekommen', text: 'Noch keine Karte? Wir sagen Ihnen, wo es eine gibt. Ihr Name ist nicht nötig.' }
	],
	soFarHeading: 'Was bisher daraus geworden ist',
	soFar: { contributions: 'Beiträge', answered: 'davon mit Antwort', versions: 'Fassungen der Strategie' },
	byGroup: 'Davon {affected} von Betroffenen, {practice} aus Einrichtungen, {research} aus der Forschung und {none} ohne Angabe.',
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
	none: { title: 'Hier entsteht etwas', lead: 'Noch ist kein Beteiligungsverfahren eröffnet. Bitte schauen Sie später wieder vorbei.' },
	list: { title: 'Beteiligungsverfahren', lead: 'Alle Verfahren auf dieser Website.', proposals: 'Beiträge lesen' }
} as const;
