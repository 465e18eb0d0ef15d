import type { DemoPoint } from './strategy.ts';

/** Version 3 is being written: what the desks of the workshop show. Nobody outside sees any of it. */

export const nextHead = {
	kind: 'draft',
	title: 'Dritte Fassung der Strategie gegen Armut',
	preamble: `Die dritte Fassung wird gerade geschrieben. Sie nimmt auf, was Sie zur zweiten Fassung gesagt haben.

Noch fehlt die Zusammenfassung in Einfacher Sprache.`,
	easy: ''
} as const;

/** Two points are reworded; what somebody proposes for the first one still fits. */
export const rewordedNext = [
	{
		key: 'briefe',
		field: 'zugang',
		title: 'Briefe, die man versteht',
		body: 'Menschen mit Armutserfahrung prüfen jede Vorlage. Bescheide beginnen mit zwei Sätzen: Was ist entschieden? Was ist bis wann zu tun? Dazu kommt eine Telefonnummer, unter der ein Mensch zu erreichen ist.',
		why: 'Viele haben geschrieben: Wer den Brief bekommt, soll ihn vorher lesen dürfen.'
	},
	{
		key: 'offline',
		field: 'digital',
		title: 'Jede Leistung auch ohne Internet',
		body: 'Alles, was man online beantragen kann, geht auch am Schalter, am Telefon und auf Papier, ohne längere Wartezeit. Treffs und Unterkünfte bekommen freies WLAN und einen Drucker.',
		why: 'Der Weg auf Papier darf nicht der langsame sein.'
	}
] as const;

/** One becomes two … */
export const splitNext = {
	key: 'arbeit',
	stayTitle: 'Geförderte Arbeit im Stadtteil',
	stayBody:
		'Menschen, die lange ohne Arbeit waren, bekommen geförderte Stellen im eigenen Stadtteil, ohne Befristung auf zwei Jahre.',
	newTitle: 'Begleitung bei der Arbeit',
	newBody: 'Wer eine geförderte Stelle hat, bekommt Begleitung: vor dem ersten Tag, im ersten Jahr und beim Wechsel.'
} as const;

/** … two become one … */
export const mergedNext = {
	key: 'beschwerde',
	into: 'respekt',
	reason: 'Beides gehört zusammen: Wer andere schult, muss auch hören, was schiefläuft.'
} as const;

/** … one is dropped. What was answered to the people behind it is not true any more: the gate says so. */
export const droppedNext = {
	key: 'ticket',
	reason: 'Das Geld für ein eigenes Ticket steht nicht im Haushalt. Das Land spricht im Bund weiter darüber.'
} as const;

export const addedNext: DemoPoint = {
	key: 'kinder',
	field: 'beteiligung',
	title: 'Kinder und Jugendliche werden selbst gefragt',
	body: 'Das Land fragt Kinder und Jugendliche dort, wo sie sind: in der Schule, im Jugendzentrum und im Verein. Was sie sagen, steht in jeder Fassung.',
	sources: [['jugendrat', 'adopts']],
	measures: [['In jedem Regierungsbezirk gibt es im Jahr zwei Treffen.', 'Familienministerium', 'land']],
	leaning: [0.9, 0.9, 0.9]
};

/** Some are answered; others still wait. */
export const answersNext = [
	['jugendrat', 'adopted', 'Ihr Vorschlag ist ein neuer Punkt der dritten Fassung.'],
	['land', 'elsewhere', 'Der Punkt zum Ticket fällt weg. Die Busfahrpläne legen die Kreise fest.', 'Kreise'],
	['wlan', 'adopted', 'Freies WLAN bleibt im Punkt. Neu ist: Niemand wartet länger, der auf Papier schreibt.']
] as const;

/** A second call, on which somebody works. */
export const callNext = {
	title: 'Zweiter Projektaufruf: Briefe, Beschwerden, Beteiligung',
	intro: 'Dieser Aufruf wird gerade geschrieben. Er soll kleinere Projekte fördern, die sofort beginnen können.',
	items: [
		{
			kind: 'part',
			title: 'Vorlagen gemeinsam prüfen',
			body: 'Gefördert werden Gruppen, in denen Menschen mit Armutserfahrung Bescheide lesen und verbessern.',
			grounds: ['briefe']
		},
		{
			kind: 'criterion',
			title: 'Geprüft von denen, die es betrifft',
			body: 'Das Projekt zeigt, wer mit Armutserfahrung mitentscheidet.',
			grounds: ['rat', 'respekt']
		}
	]
} as const;
