export const people = {
	groups: {
		affected: 'Betroffene',
		practice: 'Einrichtungen',
		research: 'Forschung',
		none: 'ohne Angabe'
	},
	groupsLong: {
		affected: 'Menschen, die Armut selbst erleben',
		practice: 'Menschen aus Einrichtungen, Verbänden und Kommunen',
		research: 'Menschen aus der Forschung',
		none: 'ohne Angabe zur Gruppe'
	},
	roles: {
		helper: 'Helferin oder Helfer',
		moderator: 'Moderation',
		editor: 'Redaktion',
		publisher: 'Freigabe',
		admin: 'Verwaltung'
	},
	signIn: 'Mit Code anmelden'
} as const;
