import { languages } from './languages.ts';

export const people = {
	languages,
	groups: {
		affected: 'Betroffene',
		practice: 'Einrichtungen',
		research: 'Forschung',
		none: 'ohne Angabe'
	},
	/** What stands where an author's group does. */
	authorGroups: {
		affected: 'Betroffene',
		practice: 'Einrichtungen',
		research: 'Forschung',
		none: 'ohne Angabe',
		organisation: 'Organisation'
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
	/** Told on the first page to whoever came in with a card of an organisation. */
	speaksFor: {
		title: 'Sie sprechen hier für {name}',
		text: 'Alles, was Sie schreiben, unterstützen und abstimmen, steht öffentlich unter diesem Namen. Ihre Organisation hat eine Stimme. Alle mit einer Karte Ihrer Organisation sehen und ändern dasselbe.'
	},
	signIn: 'Mit Code anmelden',
	district: {
		label: 'In welchem Kreis oder welcher Stadt leben Sie?',
		ofSpeaker: 'In welchem Kreis oder welcher Stadt lebt die Person?',
		hint: 'Das ist freiwillig. Wir zählen es nur zusammen. Niemand sieht es bei Ihrem Text.',
		hintOfSpeaker: 'Das ist freiwillig. Wir zählen es nur zusammen. Niemand sieht es beim Text.',
		none: 'Keine Angabe',
		term: 'Kreis oder Stadt'
	}
} as const;
