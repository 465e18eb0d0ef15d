import type { Kind } from '#lib/proposals/proposal.ts';
import type { Who } from './people.ts';

interface Contribution {
	who: Who;
	kind: Kind;
	field: string;
	title: string;
	body: string;
	evidence?: string;
}

/** In the order of their numbers: the first is Beitrag 1. The last waits for moderation. */
export const CONTRIBUTIONS: readonly Contribution[] = [
	{
		who: 'neighbour',
		kind: 'experience',
		field: 'wohnen',
		title: 'Die Miete frisst alles auf',
		body: 'Am Ende des Monats bleibt nichts übrig.\n\nDie Miete ist in drei Jahren zweimal gestiegen. Mein Lohn nicht.'
	},
	{
		who: 'researcher',
		kind: 'evidence',
		field: 'wohnen',
		title: 'Mietbelastung in Haushalten mit wenig Geld',
		body: 'Haushalte mit wenig Geld zahlen im Durchschnitt mehr als ein Drittel davon für die Miete.',
		evidence: 'Sozialbericht Musterland, Kapitel 4'
	},
	{
		who: 'organisation',
		kind: 'proposal',
		field: 'zugang',
		title: 'Anträge gemeinsam ausfüllen',
		body: 'In jedem Stadtteil soll es eine Stelle geben, in der jemand beim Antrag hilft. Ohne Termin und kostenlos.'
	},
	{
		who: 'neighbour',
		kind: 'proposal',
		field: 'zugang',
		title: 'Briefe vom Amt, die man versteht',
		body: 'Kinderarmut fängt oft mit einem Brief an, den keiner versteht. Die Briefe sollen kurz sein. In einfacher Sprache.'
	},
	{
		who: 'organisation',
		kind: 'example',
		field: 'zugang',
		title: 'Der Beratungsbus im Nordviertel',
		body: 'Seit zwei Jahren fährt ein Bus zu den Menschen. Im Bus sitzen zwei Beraterinnen. Es kommen jede Woche dreißig Menschen.'
	},
	{
		who: 'neighbour',
		kind: 'proposal',
		field: 'wohnen',
		title: 'Wartet noch auf die Moderation',
		body: 'Dieser Text hat noch keine Freigabe. Niemand außer mir und dem Team kann ihn sehen.'
	}
];

/** `from`: places in the list above. */
export const POINTS = [
	{
		field: 'wohnen',
		title: 'Wohnen muss bezahlbar sein',
		body: 'Das Land baut mehr geförderte Wohnungen.\n\n- jedes Jahr\n- in jeder Stadt',
		from: [0, 1]
	},
	{
		field: 'zugang',
		title: 'Hilfe beim Antrag gibt es in jedem Stadtteil',
		body: 'In jedem Stadtteil gibt es eine Stelle, die bei Anträgen hilft.',
		from: [2, 3]
	},
	// Enough for a round of ten questions.
	...['Strom', 'Essen', 'Fahrkarten', 'Internet', 'Schulsachen', 'Vereine', 'Zahnersatz', 'Beratung'].map((what) => ({
		field: 'zugang',
		title: `${what} für alle`,
		body: `Das Land sorgt dafür, dass es ${what} für alle gibt.`,
		from: [2]
	}))
] as const;

/** For the desk: some are much alike, one has two concerns. */
export const MORE = [
	'Der Bus zum Krankenhaus fährt nur zweimal am Tag.',
	'Der Bus zum Krankenhaus fährt bloß zweimal am Tag. Das ist zu wenig.',
	'Am Abend fährt kein Bus mehr aus der Stadt zurück.',
	'Ein Ticket für den Bus kostet mehr als mein Essen am Tag.',
	'Die Miete ist zu hoch. Und der Bus fährt am Sonntag gar nicht.',
	'Im Winter kann ich die Heizung nicht bezahlen.',
	'Die Heizung ist so teuer, dass wir nur ein Zimmer warm halten.',
	'Für Strom zahle ich inzwischen doppelt so viel.',
	'Ohne Internet bekomme ich keinen Termin beim Amt.',
	'Beim Amt gibt es Termine nur noch im Internet.'
] as const;
