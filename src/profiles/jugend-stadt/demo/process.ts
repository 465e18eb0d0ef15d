import type { Action } from '#lib/consultations/consultation.ts';
import type { DemoBatch, DemoStaff } from '../../../commands/demo/cast.ts';

/** A youth strategy of a town that does not exist. */
export const process = {
	slug: 'jugendstrategie',
	title: 'Jugendstrategie Musterstadt',
	lead: 'Was brauchen junge Menschen in Musterstadt? Du weißt es am besten. Schreib mit an der Strategie für die nächsten fünf Jahre.',
	questions: ['Was fehlt dir in der Stadt?', 'Was läuft gut und soll bleiben?', 'Wo willst du mitbestimmen?'],
	fields: [
		{ slug: 'treffen', title: 'Orte für uns', lead: 'Plätze, Parks und Räume, in denen man einfach sein darf.' },
		{ slug: 'unterwegs', title: 'Unterwegs', lead: 'Mit Bus, Rad und zu Fuß durch die Stadt.' },
		{ slug: 'schule', title: 'Schule und danach', lead: 'Lernen, Praktikum, Ausbildung.' },
		{ slug: 'mitreden', title: 'Mitreden', lead: 'Wie junge Menschen gehört werden.' }
	]
} as const;

interface DemoPhase {
	slug: string;
	title: string;
	asks: string;
	from: number;
	until: number;
	actions: readonly Action[];
}

/** Days from today; every phase begins the moment the one before it ends. */
export const phases: readonly DemoPhase[] = [
	{
		...{
			slug: 'ideen',
			title: 'Ideen',
			asks: 'Was willst du in der Stadt ändern? Schreib es auf.',
			from: -50,
			until: -20
		},
		actions: ['propose', 'support', 'comment']
	},
	{
		...{
			slug: 'check',
			title: 'Check',
			asks: 'Passt der Entwurf? Sag deine Meinung und stimm ab.',
			from: -20,
			until: 25
		},
		actions: ['support', 'comment', 'comment-point', 'amend', 'vote']
	},
	{
		...{ slug: 'machen', title: 'Machen', asks: 'Das Jugendamt sagt, was daraus wird.', from: 25, until: 200 },
		actions: ['comment']
	}
];

export const batches: readonly DemoBatch[] = [
	{ key: 'youth', label: 'Demo: Jugendzentrum Nord', group: 'youth', organisation: '', size: 42 },
	{ key: 'adults', label: 'Demo: Fachkräfte', group: 'adults', organisation: '', size: 22 },
	{ key: 'ring', label: 'Demo: Stadtjugendring', group: 'adults', organisation: 'Stadtjugendring (Demo)', size: 1 }
];

export const staff: readonly DemoStaff[] = [
	{ key: 'moderation', name: 'Demo Moderation', roles: ['moderator'] },
	{ key: 'redaktion', name: 'Demo Redaktion', roles: ['editor', 'moderator'] },
	{ key: 'freigabe1', name: 'Demo Freigabe Eins', roles: ['publisher'] },
	{ key: 'freigabe2', name: 'Demo Freigabe Zwei', roles: ['publisher'] },
	{ key: 'verwaltung', name: 'Demo Verwaltung', roles: ['admin'] },
	{ key: 'helferin', name: 'Demo Helferin', roles: ['helper'] }
];

export const answerable = {
	authority: 'Jugendamt',
	post: 'Marktplatz 1, 12345 Musterstadt',
	mail: 'musterstadt.example',
	cardPlaces: 'in jeder Schule, im Jugendzentrum Nord und im Bürgerbüro'
};
