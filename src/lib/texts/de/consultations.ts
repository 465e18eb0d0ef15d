export const consultations = {
	phases: {
		collect: 'Sammeln',
		discuss: 'Besprechen',
		draft: 'Entwurf',
		final: 'Letzte Fassung',
		call: 'Projektaufruf',
		'follow-up': 'Umsetzung'
	},
	phasesLong: {
		collect: 'Alle bringen ihre Erfahrungen und Vorschläge ein.',
		discuss: 'Alle besprechen die Beiträge.',
		draft: 'Alle prüfen den Entwurf der Strategie und stimmen ab.',
		final: 'Die letzte Fassung wird geprüft.',
		call: 'Aus der Strategie wird ein Projektaufruf.',
		'follow-up': 'Das Ministerium berichtet, was daraus wird.'
	},
	actions: {
		propose: 'Beiträge schreiben',
		support: 'Beiträge unterstützen',
		comment: 'Beiträge kommentieren',
		'comment-point': 'Strategiepunkte kommentieren',
		amend: 'für Strategiepunkte einen anderen Wortlaut vorschlagen',
		vote: 'über Strategiepunkte abstimmen'
	},
	phaseLine: 'Wo das Verfahren steht',
	nowOpen: 'Jetzt: {phase}',
	noPhase: 'Zurzeit läuft keine Phase. Sie können alles lesen.'
} as const;
