import type { Kind } from '#lib/proposals/proposal.ts';

export interface YouthContribution {
	/** How points refer to it. */
	key: string;
	field: string;
	kind: Kind;
	by: string;
	day: number;
	supports: number;
	title: string;
	body: string;
}

/** Written for the demonstration. Nobody said this; many could have. */
export const contributions: readonly YouthContribution[] = [
	{
		...{ key: 'skatepark', field: 'treffen', kind: 'proposal', by: 'youth', day: -48, supports: 19 },
		title: 'Ein Skatepark mit Licht',
		body: 'Der alte Skatepark ist kaputt, und ab fünf Uhr ist es dunkel. Wir brauchen einen neuen mit Licht bis zehn und mit Bänken für alle, die nur zuschauen.'
	},
	{
		...{ key: 'maedchen', field: 'treffen', kind: 'experience', by: 'youth', day: -47, supports: 14 },
		title: 'Auf den Plätzen spielen immer die gleichen',
		body: 'Auf dem Bolzplatz sind fast nur Jungs. Wenn wir kommen, heißt es, wir sollen zuschauen. Dann gehen wir wieder.'
	},
	{
		...{ key: 'jugendzentrum', field: 'treffen', kind: 'example', by: 'adults', day: -45, supports: 9 },
		title: 'Jugendzentrum am Sonntag: So machen wir es',
		body: 'Seit einem Jahr haben wir sonntags offen. Ein Team aus Jugendlichen und zwei Ehrenamtlichen schließt auf. Es kommen mehr als an jedem anderen Tag.'
	},
	{
		...{ key: 'nachtbus', field: 'unterwegs', kind: 'proposal', by: 'youth', day: -44, supports: 22 },
		title: 'Der letzte Bus fährt viel zu früh',
		body: 'Nach dem Training komme ich nicht mehr nach Hause. Am Wochenende fährt nach neun gar nichts. Ein Nachtbus alle Stunde würde reichen.'
	},
	{
		...{ key: 'ticket', field: 'unterwegs', kind: 'experience', by: 'youth', day: -41, supports: 12 },
		title: 'Das Ticket ist zu teuer',
		body: 'Ich wohne 400 Meter zu nah an der Schule und bekomme kein Ticket. Meine Freundin bekommt eins. Darum kann ich nachmittags nicht mit.'
	},
	{
		...{ key: 'radweg', field: 'unterwegs', kind: 'proposal', by: 'youth', day: -39, supports: 8 },
		title: 'Ein Radweg zur Schule, auf dem man keine Angst hat',
		body: 'An der Hauptstraße hört der Radweg einfach auf. Jeden Morgen wird es eng. Bitte baut das Stück bis zur Schule fertig.'
	},
	{
		...{ key: 'praktikum', field: 'schule', kind: 'proposal', by: 'youth', day: -36, supports: 11 },
		title: 'Praktikumsplätze an einem Ort',
		body: 'Alle suchen einzeln und fragen dieselben Firmen. Macht eine Liste mit Plätzen, und zwar auch in der Stadtverwaltung.'
	},
	{
		...{ key: 'sozialarbeit', field: 'schule', kind: 'experience', by: 'adults', day: -34, supports: 7 },
		title: 'Eine Schulsozialarbeiterin für 900 Schülerinnen und Schüler',
		body: 'Ich schaffe zwei Gespräche am Tag. Auf der Liste stehen dreißig. Wer wartet, kommt oft nicht wieder.'
	},
	{
		...{ key: 'toiletten', field: 'schule', kind: 'experience', by: 'youth', day: -31, supports: 17 },
		title: 'Auf die Schultoilette geht niemand',
		body: 'Die Hälfte ist abgeschlossen, in der anderen gibt es kein Papier. Viele trinken deswegen den ganzen Tag nichts.'
	},
	{
		...{ key: 'budget', field: 'mitreden', kind: 'proposal', by: 'youth', day: -29, supports: 20 },
		title: 'Ein eigenes Budget, über das wir entscheiden',
		body: 'Die Stadt gibt jedes Jahr 50.000 Euro, und wir stimmen ab, wofür. In anderen Städten geht das auch.'
	},
	{
		...{ key: 'antwort', field: 'mitreden', kind: 'proposal', by: 'youth', day: -27, supports: 13 },
		title: 'Sagt uns, was aus unseren Ideen geworden ist',
		body: 'Wir haben schon dreimal Zettel geschrieben. Nie hat jemand gesagt, was daraus wurde. Das wäre das Wichtigste.'
	},
	{
		...{ key: 'rat', field: 'mitreden', kind: 'proposal', by: 'adults', day: -25, supports: 6 },
		title: 'Jugendliche in die Ausschüsse',
		body: 'Zwei Jugendliche sollten in jedem Ausschuss reden dürfen, der über ihre Themen entscheidet.'
	}
];

export interface YouthPoint {
	key: string;
	field: string;
	title: string;
	body: string;
	sources: readonly string[];
	/** Share of agreement, for the demo votes: young people, adults. */
	leaning: readonly [number, number];
}

export const points: readonly YouthPoint[] = [
	{
		...{ key: 'orte', field: 'treffen', sources: ['skatepark', 'maedchen'], leaning: [0.93, 0.86] },
		title: 'Plätze, die allen gehören',
		body: 'Die Stadt baut den **Skatepark** neu, mit Licht bis 22 Uhr. Bei jedem neuen Platz planen Mädchen und Jungen mit, ehe gebaut wird.'
	},
	{
		...{ key: 'sonntag', field: 'treffen', sources: ['jugendzentrum'], leaning: [0.9, 0.1] },
		title: 'Jugendzentren am Sonntag',
		body: 'Jedes Jugendzentrum hat auch am Sonntag offen. Jugendliche schließen selbst auf und bekommen dafür einen Lehrgang.'
	},
	{
		...{ key: 'nachtbus', field: 'unterwegs', sources: ['nachtbus', 'ticket'], leaning: [0.96, 0.81] },
		title: 'Ein Nachtbus am Wochenende',
		body: 'Freitags und samstags fährt bis ein Uhr jede Stunde ein Bus in alle Stadtteile. Wer zur Schule geht, fährt umsonst.'
	},
	{
		...{ key: 'schule', field: 'schule', sources: ['toiletten', 'sozialarbeit'], leaning: [0.9, 0.92] },
		title: 'Schulen, in denen man gern ist',
		body: 'Die Stadt richtet die **Toiletten** aller Schulen her und stellt drei weitere Menschen für die Schulsozialarbeit ein.'
	},
	{
		...{ key: 'budget', field: 'mitreden', sources: ['budget', 'antwort', 'rat'], leaning: [0.94, 0.55] },
		title: 'Ein Budget, über das Jugendliche entscheiden',
		body: 'Jedes Jahr stimmen Jugendliche über 50.000 Euro ab. Auf jede Idee gibt es eine Antwort.'
	}
];

export const preamble = `Das ist der erste Entwurf der Jugendstrategie. Er ist **kein Beschluss**. Sag uns:

- Haben wir dich richtig verstanden?
- Was fehlt?

Bei jedem Punkt steht, aus welchen Beiträgen er entstanden ist.`;

export const easy = `Das ist der erste Text für die Jugendstrategie.
Viele junge Menschen haben dafür geschrieben.
Du kannst zu jedem Punkt abstimmen.`;

export const notAsked = 'Der ganze Entwurf ist diese Frage: Alle können ihn besprechen und darüber abstimmen.';

export const answers: readonly (readonly [
	key: string,
	disposition: 'elsewhere' | 'open',
	reason: string,
	responsible?: string
])[] = [
	['radweg', 'open', 'Wir prüfen gerade, wem die Straße gehört. In der nächsten Fassung steht, was geht.'],
	[
		'praktikum',
		'elsewhere',
		'Die Plätze in der Stadtverwaltung stehen ab Herbst in einer Liste. Für Firmen können wir das nicht versprechen.',
		'Wirtschaftsförderung der Stadt'
	]
];

export const talk: readonly {
	on: string;
	by: string;
	day: number;
	stance: 'pro' | 'contra' | 'question';
	body: string;
}[] = [
	{ on: 'nachtbus', by: 'youth', day: -15, stance: 'pro', body: 'Ja! Ich laufe jeden Freitag vierzig Minuten.' },
	{ on: 'nachtbus', by: 'adults', day: -13, stance: 'question', body: 'Fährt der Bus auch in die Dörfer am Rand?' },
	{
		on: 'sonntag',
		by: 'adults',
		day: -12,
		stance: 'contra',
		body: 'Dafür fehlen uns die Leute. Ehrenamt reicht nicht.'
	},
	{ on: 'budget', by: 'youth', day: -9, stance: 'pro', body: 'Dann muss aber auch wirklich passieren, was gewinnt.' }
];
