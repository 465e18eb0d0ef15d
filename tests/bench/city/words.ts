import type { Chance } from './chance.ts';

const BEGINNINGS = [
	'In unserem Viertel fehlt',
	'Viele Familien brauchen',
	'Im Jobcenter gibt es zu selten',
	'Für Kinder mit wenig Geld fehlt',
	'Wer keine Wohnung hat, braucht',
	'Im Stadtteilbüro wünschen wir uns',
	'Ältere Menschen mit kleiner Rente brauchen',
	'Nach der Schule fehlt'
] as const;
const MIDDLES = [
	'eine Beratung, die man versteht',
	'ein warmes Mittagessen ohne Antrag',
	'ein Ort, an dem man nichts bezahlen muss',
	'eine Person, die bei Briefen vom Amt hilft',
	'ein Ticket für Bus und Bahn, das bezahlbar ist',
	'ein Zimmer mit einem Schlüssel, der einem selbst gehört',
	'Hilfe beim Ausfüllen der Anträge auf Grundsicherung',
	'ein Arzt, der Zeit für Menschen ohne Versicherung hat'
] as const;
const ENDINGS = [
	'und zwar ohne lange Wege und ohne Scham.',
	'weil die Öffnungszeiten nicht zur Arbeit passen.',
	'das hat bei uns in Gelsenkirchen schon gut geklappt.',
	'denn sonst verfällt der Anspruch, und niemand merkt es.',
	'am besten dort, wo die Menschen ohnehin sind.',
	'sonst bleiben dieselben draußen wie immer.'
] as const;

/** About `length` characters of what people write: whole sentences, umlauts, paragraphs. */
export function text(chance: Chance, length: number): string {
	let all = '';
	while (all.length < length) {
		const sentence = `${chance.one(BEGINNINGS)} ${chance.one(MIDDLES)}, ${chance.one(ENDINGS)}`;
		all += `${all === '' ? '' : chance.below(4) === 0 ? '\n\n' : ' '}${sentence}`;
	}
	return all;
}

export function title(chance: Chance): string {
	return `${chance.one(BEGINNINGS)} ${chance.one(MIDDLES)}`;
}
