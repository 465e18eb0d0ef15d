import type { Action, ActionGroups } from '#lib/consultations/consultation.ts';

/** The demo process is the ministry's: its fields, its questions, its programme. People and texts are invented. */
export const process = {
	slug: 'strategie-gegen-armut',
	title: 'Strategie gegen Armut',
	lead: 'Das Land Nordrhein-Westfalen schreibt eine Strategie gegen Armut. Menschen mit Armutserfahrung, soziale Einrichtungen und die Forschung schreiben mit.',
	questions: [
		'Was sind die dringendsten Probleme?',
		'Was soll das Ministerium zuerst angehen, und wie?',
		'Wie werden arme Menschen besser gehört?'
	],
	fields: [
		{
			slug: 'beteiligung',
			title: 'Dauerhafte Beteiligung',
			lead: 'Menschen mit Armutserfahrung reden mit – nicht nur einmal, sondern immer.'
		},
		{
			slug: 'zugang',
			title: 'Zugang zu Hilfen',
			lead: 'Was Menschen zusteht, soll auch bei ihnen ankommen.'
		},
		{
			slug: 'quartier',
			title: 'Hilfe im Quartier',
			lead: 'Gute Anlaufstellen dort, wo viele Menschen wenig haben.'
		},
		{ slug: 'arbeit', title: 'Arbeit', lead: 'Arbeit, von der man leben kann, und Wege dorthin.' },
		{ slug: 'digital', title: 'Digitales Leben', lead: 'Geräte, Internet und Hilfe beim Umgang damit.' },
		{ slug: 'einkommen', title: 'Einkommen und Leistungen', lead: 'Genug Geld zum Leben.' },
		{ slug: 'mobilitaet', title: 'Mobilität', lead: 'Hinkommen, auch ohne Auto und mit wenig Geld.' },
		{ slug: 'respekt', title: 'Respekt', lead: 'Ein Umgang auf Augenhöhe, auf dem Amt und anderswo.' },
		{
			slug: 'teilhabe',
			title: 'Kultur und Freizeit',
			lead: 'Dabei sein: im Verein, im Kino, bei der Klassenfahrt.'
		},
		{ slug: 'wohnen', title: 'Wohnen', lead: 'Ein Zuhause, das man bezahlen kann.' }
	]
} as const;

/** Days from today; every phase begins the moment the one before it ends. */
interface DemoPhase {
	slug: string;
	title: string;
	asks: string;
	from: number;
	until: number;
	actions: readonly Action[];
	groups?: ActionGroups;
	/** Whose phase it is, where one group is among itself. */
	peerGroup?: string;
}

/** The first phase is one group's: what it wrote becomes public on this day. */
export const PEERS_UNTIL = -111;

export const phases: readonly DemoPhase[] = [
	{
		slug: 'peers',
		title: 'Unter sich',
		asks: 'Menschen mit Armutserfahrung schreiben zuerst unter sich. Danach lesen alle, was sie geschrieben haben.',
		from: -120,
		until: PEERS_UNTIL,
		actions: ['propose'],
		groups: { propose: ['affected'] },
		peerGroup: 'affected'
	},
	{
		slug: 'collect',
		title: 'Sammeln',
		asks: 'Alle bringen ihre Erfahrungen und Vorschläge ein.',
		from: PEERS_UNTIL,
		until: -75,
		actions: ['propose', 'support', 'comment']
	},
	{
		slug: 'discuss',
		title: 'Besprechen',
		asks: 'Alle besprechen die Beiträge.',
		from: -75,
		until: -40,
		actions: ['propose', 'support', 'comment']
	},
	{
		slug: 'draft',
		title: 'Entwurf',
		asks: 'Alle prüfen den Entwurf der Strategie und stimmen ab.',
		from: -40,
		until: 45,
		actions: ['propose', 'support', 'comment', 'comment-point', 'amend', 'vote']
	},
	{
		slug: 'vorrang',
		title: 'Was kommt zuerst?',
		asks: 'Welche Maßnahmen aus der ersten Fassung sollen zuerst kommen?',
		from: -12,
		until: -6,
		actions: ['prioritise']
	},
	{
		slug: 'vorrang-2',
		title: 'Was kommt zuerst? Zweite Frage',
		asks: 'Welche Maßnahmen aus der zweiten Fassung sollen zuerst kommen?',
		from: -2,
		until: 60,
		actions: ['prioritise']
	},
	{
		slug: 'final',
		title: 'Letzte Fassung',
		asks: 'Die letzte Fassung wird geprüft.',
		from: 45,
		until: 75,
		actions: ['comment-point', 'vote']
	},
	{
		slug: 'call',
		title: 'Projektaufruf',
		asks: 'Aus der Strategie wird ein Projektaufruf.',
		from: 75,
		until: 165,
		actions: []
	},
	{
		slug: 'follow-up',
		title: 'Umsetzung',
		asks: 'Das Ministerium berichtet, was daraus wird.',
		from: 165,
		until: 530,
		actions: ['comment']
	}
];

/** Who takes part. Groups and organisations are on the card batch, as in real life. */
export const batches = [
	{ key: 'affected', label: 'Demo: Tagestreff Sonnenplatz', group: 'affected', organisation: '', size: 96 },
	{ key: 'practice', label: 'Demo: Fachkräfte Quartiersarbeit', group: 'practice', organisation: '', size: 64 },
	{ key: 'research', label: 'Demo: Netzwerk Sozialforschung', group: 'research', organisation: '', size: 44 },
	{
		key: 'verband',
		label: 'Demo: Beispiel-Verband',
		group: 'practice',
		organisation: 'Beispiel-Verband der Wohlfahrtspflege (Demo)',
		size: 1
	},
	{
		key: 'stadt',
		label: 'Demo: Stadt Musterhausen',
		group: 'practice',
		organisation: 'Stadt Musterhausen, Fachbereich Soziales (Demo)',
		size: 1
	},
	{
		key: 'institut',
		label: 'Demo: Institut',
		group: 'research',
		organisation: 'Institut für Beispielforschung (Demo)',
		size: 1
	}
] as const;
export type BatchKey = (typeof batches)[number]['key'];

export const staff = [
	{ key: 'moderation', name: 'Demo Moderation', roles: ['moderator'] },
	{ key: 'redaktion', name: 'Demo Redaktion', roles: ['editor', 'moderator'] },
	{ key: 'freigabe1', name: 'Demo Freigabe Eins', roles: ['publisher'] },
	{ key: 'freigabe2', name: 'Demo Freigabe Zwei', roles: ['publisher'] },
	{ key: 'verwaltung', name: 'Demo Verwaltung', roles: ['admin'] },
	{ key: 'helferin', name: 'Demo Helferin', roles: ['helper'] }
] as const;

export const answerable = {
	authority: 'Ministerium',
	post: 'Musterplatz 1, 40000 Düsseldorf',
	mail: 'ministerium.example',
	cardPlaces: 'im Tagestreff, in der Schuldnerberatung und in jedem Stadtteilbüro'
};
