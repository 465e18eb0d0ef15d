export interface DemoPoint {
	key: string;
	field: string;
	title: string;
	body: string;
	/** Keys of contributions with what the point does with them. */
	sources: readonly (readonly [
		key: string,
		relation: 'adopts' | 'summarises' | 'example' | 'departs' | 'objects',
		note?: string
	])[];
	editorialNote?: string;
	/** What is to be done, by whom, and who may decide it. */
	measures?: readonly (readonly [text: string, responsible: string, competence: 'land' | 'bund' | 'kommune'])[];
	/** Share of agreement by group, for the demo votes: affected, practice, research. */
	leaning: readonly [number, number, number];
}

export const preambleOne = `Dieser erste Entwurf fasst zusammen, was bis heute eingegangen ist. Er ist **kein Beschluss**. Bitte prüfen Sie:

- Haben wir Sie richtig verstanden?
- Fehlt etwas Wichtiges?
- Was soll zuerst kommen?

Bei jedem Punkt steht, aus welchen Beiträgen er entstanden ist.`;

export const preambleTwo = `Die zweite Fassung nimmt auf, was Sie zum ersten Entwurf gesagt haben. Vier Punkte haben einen neuen Wortlaut. Zwei Punkte sind neu. Ein Punkt ist geteilt, daraus wurde ein dritter neuer. Ein Punkt ist weggefallen, mit Begründung.

Sie können wieder zu jedem Punkt **abstimmen** und ihn **kommentieren**.`;

export const easyOne = `Das Land will etwas gegen Armut tun.
Viele Menschen haben dazu etwas geschrieben.
Daraus ist dieser Text entstanden.
Er ist noch nicht fertig.
Sagen Sie uns: Was fehlt? Was ist falsch?`;

export const easyTwo = `Das ist der zweite Text.
Wir haben gelesen, was Sie geschrieben haben.
Vieles davon steht jetzt im Text.
Neu ist zum Beispiel: Der Rat trifft das Ministerium 4-mal im Jahr.
Ein Punkt steht nicht mehr im Text. Wir sagen, warum.`;

export const notAsked =
	'Der ganze erste Entwurf ist diese Frage. Alle können ihn besprechen. Vor der zweiten Fassung fragen wir alle, deren Beitrag hinter einem Punkt steht.';

export const notMeant = 'Das ist mir zu wenig. Ich meinte: sofort, und nicht erst nach einer Prüfung.';

export const versionOne: readonly DemoPoint[] = [
	{
		key: 'rat',
		field: 'beteiligung',
		title: 'Ein Rat aus Menschen mit Armutserfahrung',
		body: 'Das Land richtet einen **Rat aus Menschen mit Armutserfahrung** ein. Er berät das Ministerium regelmäßig. Wer mitmacht, bekommt Fahrt, Essen und Kinderbetreuung vorher bezahlt.',
		sources: [
			['rat', 'adopts'],
			['fahrtkosten', 'summarises'],
			['peer', 'example'],
			['studie-beteiligung', 'summarises']
		],
		measures: [
			['Der Rat wird einberufen und bekommt eine Geschäftsstelle.', 'Sozialministerium', 'land'],
			['Fahrt und Kinderbetreuung werden vor der Sitzung ausgezahlt.', 'Sozialministerium', 'land']
		],
		leaning: [0.93, 0.8, 0.85]
	},
	{
		key: 'antrag',
		field: 'zugang',
		title: 'Ein Antrag für alle Leistungen der Kinder',
		body: 'Familien stellen **einen** Antrag für Schulausflug, Mittagessen, Lernhilfe und Verein. Das Land entwickelt das Formular gemeinsam mit Eltern und Kommunen.',
		sources: [
			['formulare', 'adopts'],
			[
				'automatisch',
				'departs',
				'Automatische Zahlung braucht Bundesrecht. Der gemeinsame Antrag ist der erste Schritt.'
			],
			['takeup', 'summarises']
		],
		measures: [
			['Eltern und Kommunen erproben ein gemeinsames Formular.', 'Sozialministerium mit den Jobcentern', 'land'],
			['Das Land setzt sich für eine Änderung des Bundesrechts ein.', 'Landesvertretung beim Bund', 'bund']
		],
		leaning: [0.9, 0.72, 0.8]
	},
	{
		key: 'lotsen',
		field: 'zugang',
		title: 'Lotsinnen und Lotsen an Orten, die Menschen kennen',
		body: 'In Familienzentren, Tagestreffs und Stadtteilläden helfen Lotsinnen und Lotsen beim Antrag. Ohne Termin, auf Wunsch mit Sprachmittlung.',
		sources: [
			['lotsen', 'example'],
			['takeup', 'summarises'],
			['sprache', 'adopts']
		],
		leaning: [0.86, 0.88, 0.9]
	},
	{
		key: 'briefe',
		field: 'zugang',
		title: 'Briefe, die man versteht',
		body: 'Bescheide beginnen mit zwei Sätzen: Was ist entschieden? Was ist bis wann zu tun? Dazu kommt eine Telefonnummer, unter der ein Mensch zu erreichen ist.',
		sources: [['brief', 'adopts']],
		leaning: [0.96, 0.7, 0.78]
	},
	{
		key: 'anlaufstellen',
		field: 'quartier',
		title: 'Anlaufstellen im Quartier dauerhaft sichern',
		body: 'Stadtteile mit viel Armut bekommen eine **Grundförderung** für eine Anlaufstelle. Sie ist auch am Abend und an einem Tag am Wochenende geöffnet.',
		sources: [
			['dauerhaft', 'adopts'],
			['projektende', 'summarises'],
			['kuemmerer', 'example'],
			['programmzahlen', 'summarises'],
			['abend', 'adopts']
		],
		measures: [
			['Die Grundförderung steht im Haushalt.', 'Sozialministerium', 'land'],
			['Jede Stadt benennt eine Anlaufstelle für das Quartier.', 'Städte und Gemeinden', 'kommune']
		],
		leaning: [0.91, 0.89, 0.83]
	},
	{
		key: 'uebertragen',
		field: 'quartier',
		title: 'Was wirkt, wird weitergegeben',
		body: 'Das Land beschreibt gute Projekte kurz und ehrlich: Nutzen, Kosten, Fehler. Andere Kommunen können dort anrufen.',
		sources: [
			['uebertragen', 'adopts'],
			['programmzahlen', 'summarises']
		],
		leaning: [0.58, 0.85, 0.88]
	},
	{
		key: 'arbeit',
		field: 'arbeit',
		title: 'Geförderte Arbeit im Stadtteil',
		body: 'Menschen, die lange ohne Arbeit waren, bekommen geförderte Stellen im eigenen Stadtteil, mit Begleitung und ohne Befristung auf zwei Jahre.',
		sources: [
			['sozialerarbeitsmarkt', 'adopts'],
			['minijob', 'summarises']
		],
		leaning: [0.7, 0.82, 0.66]
	},
	{
		key: 'offline',
		field: 'digital',
		title: 'Jede Leistung auch ohne Internet',
		body: 'Alles, was man online beantragen kann, geht auch am Schalter, am Telefon und auf Papier. Treffs und Unterkünfte bekommen freies WLAN und einen Drucker.',
		sources: [
			['analog', 'adopts'],
			['handy', 'summarises'],
			['wlan', 'adopts']
		],
		leaning: [0.94, 0.76, 0.71]
	},
	{
		key: 'strom',
		field: 'einkommen',
		title: 'Keine Stromsperre ohne Gespräch',
		body: 'Bevor Strom abgestellt wird, sprechen Sozialamt, Stadtwerke und Beratung mit den Menschen. Ein Notfallfonds hilft bei der ersten Rate.',
		sources: [
			['strom', 'summarises'],
			['haertefall', 'example']
		],
		leaning: [0.95, 0.84, 0.86]
	},
	{
		key: 'app',
		field: 'digital',
		title: 'Eine Hilfe-App für das ganze Land',
		body: 'Das Land entwickelt eine App, die alle Hilfen in der Nähe zeigt.',
		sources: [],
		editorialNote: 'Vorschlag aus dem Ministerium, ohne Beitrag dahinter.',
		leaning: [0.34, 0.52, 0.4]
	},
	{
		key: 'ticket',
		field: 'mobilitaet',
		title: 'Ein Sozialticket, das man bezahlen kann',
		body: 'Das Land prüft ein Ticket für Menschen mit wenig Geld, das deutlich unter dem Preis des Deutschlandtickets liegt.',
		sources: [
			['ticket', 'departs', 'Ein Preis von 10 Euro ist noch nicht finanziert.'],
			['land', 'summarises']
		],
		leaning: [0.92, 0.64, 0.41]
	},
	{
		key: 'respekt',
		field: 'respekt',
		title: 'Fortbildung mit Menschen, die Armut kennen',
		body: 'Menschen mit Armutserfahrung gestalten Fortbildungen für Jobcenter und Sozialämter mit und werden dafür bezahlt.',
		sources: [
			['schulung', 'adopts'],
			['blick', 'summarises'],
			['stigma', 'summarises']
		],
		leaning: [0.88, 0.74, 0.9]
	},
	{
		key: 'wohnen',
		field: 'wohnen',
		title: 'Wohnungen sichern und finden',
		body: 'Jede Kommune bekommt Hilfe, um Räumungen zu verhindern: Jemand klingelt, bevor geräumt wird. Housing First wird ausgebaut.',
		sources: [
			['zwangsraeumung', 'adopts'],
			['housingfirst', 'example'],
			['wohnung', 'summarises']
		],
		leaning: [0.93, 0.9, 0.87]
	}
];

export interface DemoChange {
	key: string;
	title: string;
	body: string;
	add?: DemoPoint['sources'];
	leaning: readonly [number, number, number];
}

/** Version 2: one point becomes two … */
export const splitOff = {
	key: 'strom',
	title: 'Keine Stromsperre ohne Gespräch',
	body: 'Bevor Strom abgestellt wird, sprechen Sozialamt, Stadtwerke und Beratung mit den Menschen.',
	newTitle: 'Ein Notfallfonds für Energieschulden',
	newBody: 'Ein Notfallfonds hilft bei der ersten Rate, wenn Strom oder Gas abgestellt werden sollen.',
	why: 'Das Gespräch können die Kommunen sofort beginnen. Der Fonds braucht erst Geld vom Land.'
} as const;

/** … four points are reworded … */
export const reworded: readonly DemoChange[] = [
	{
		key: 'rat',
		title: 'Ein Rat aus Menschen mit Armutserfahrung',
		body: 'Das Land richtet einen **Rat aus Menschen mit Armutserfahrung** ein. Er trifft sich viermal im Jahr mit dem Ministerium. Das Ministerium antwortet auf jede Empfehlung schriftlich, spätestens nach drei Monaten. Wer mitmacht, bekommt eine Pauschale. Fahrt, Essen und Kinderbetreuung werden vorher bezahlt.',
		add: [['honorar', 'adopts']],
		leaning: [0.96, 0.86, 0.9]
	},
	{
		key: 'antrag',
		title: 'Ein Antrag für alle Leistungen der Kinder',
		body: 'Familien stellen **einen** Antrag für Schulausflug, Klassenfahrt, Mittagessen, Lernhilfe und Verein. Das Land entwickelt das Formular gemeinsam mit Eltern und Kommunen. Was das Land allein regeln kann, beginnt sofort. Für den Rest setzt es sich im Bund ein.',
		add: [
			['klassenfahrt', 'adopts'],
			['verein', 'summarises']
		],
		leaning: [0.92, 0.81, 0.84]
	},
	{
		key: 'anlaufstellen',
		title: 'Anlaufstellen im Quartier dauerhaft sichern',
		body: 'Stadtteile mit viel Armut bekommen eine **Grundförderung** für eine Anlaufstelle. Zwei Dinge sind Pflicht: eine feste Person, die sich um Kinder, Jugendliche und Familien kümmert, und die Vernetzung im Quartier. Die Anlaufstelle ist auch am Abend und an einem Tag am Wochenende geöffnet.',
		leaning: [0.94, 0.93, 0.9]
	},
	{
		key: 'wohnen',
		title: 'Wohnungen sichern und finden',
		body: 'Jede Kommune bekommt Hilfe, um Räumungen zu verhindern: Jemand klingelt, bevor geräumt wird. Housing First wird ausgebaut. Das Land bürgt in der ersten Zeit für Miete und Kaution, damit Menschen mit wenig Geld eine Wohnung finden.',
		add: [
			['buergschaft', 'adopts'],
			['kaution', 'adopts']
		],
		leaning: [0.95, 0.84, 0.72]
	}
];

/** … two new, one dropped. */
export const added: readonly DemoPoint[] = [
	{
		key: 'beschwerde',
		field: 'respekt',
		title: 'Eine unabhängige Stelle für Beschwerden',
		body: 'Wer sich auf dem Amt schlecht behandelt fühlt, kann sich an eine unabhängige Stelle wenden. Auch ohne Namen und ohne Nachteile.',
		sources: [
			['beschwerde', 'adopts'],
			['blick', 'summarises']
		],
		leaning: [0.89, 0.46, 0.74]
	},
	{
		key: 'kultur',
		field: 'teilhabe',
		title: 'Dabei sein, ohne sich zu erklären',
		body: 'Das Land fördert freie Plätze in Kultur und Sport. Niemand muss an der Kasse einen Nachweis zeigen.',
		sources: [
			['kulturpass', 'example'],
			['verein', 'summarises']
		],
		leaning: [0.87, 0.79, 0.69]
	}
];

export const dropped = {
	key: 'app',
	reason:
		'Viele haben geschrieben: Es gibt schon genug Apps, und nicht alle haben ein Handy. Das Geld ist bei Menschen besser angelegt.'
} as const;

type Disposition = 'adopted' | 'partly' | 'merged' | 'declined' | 'elsewhere' | 'open';

/** What became of each contribution, said with version 1 … */
export const answersOne: readonly (readonly [
	key: string,
	disposition: Disposition,
	reason: string,
	responsible?: string
])[] = [
	['rat', 'adopted', 'Ihr Vorschlag steht im ersten Punkt der Strategie.'],
	['fahrtkosten', 'adopted', 'Fahrtkosten werden vorher bezahlt. Danke, dass Sie das so genau beschrieben haben.'],
	['peer', 'adopted', 'Ihr Beispiel ist die Vorlage für den Rat auf Landesebene.'],
	['studie-beteiligung', 'adopted', 'Ihr Beleg begründet, warum jeder Beitrag eine Antwort bekommt.'],
	['formulare', 'adopted', 'Der gemeinsame Antrag ist jetzt ein eigener Punkt.'],
	[
		'automatisch',
		'partly',
		'Automatische Zahlungen darf das Land nicht allein einführen. Der gemeinsame Antrag ist der erste Schritt dorthin.'
	],
	['lotsen', 'adopted', 'Ihr Beispiel soll in vielen Städten möglich werden.'],
	['takeup', 'adopted', 'Der Beleg stützt zwei Punkte der Strategie.'],
	['brief', 'adopted', 'Ihr Vorschlag ist fast im Wortlaut übernommen.'],
	['sprache', 'adopted', 'Sprachmittlung gehört zum Angebot der Lotsinnen und Lotsen.'],
	['kuemmerer', 'adopted', 'Ihr Beispiel zeigt, worauf es ankommt.'],
	['projektende', 'adopted', 'Genau deshalb soll die Förderung dauerhaft sein.'],
	['programmzahlen', 'adopted', 'Die Zahlen begründen die Grundförderung.'],
	['dauerhaft', 'adopted', 'Ihr Vorschlag ist der Kern des Punktes zu den Anlaufstellen.'],
	['abend', 'adopted', 'Öffnung am Abend und am Wochenende ist vorgesehen.'],
	['uebertragen', 'adopted', 'Ihr Vorschlag ist ein eigener Punkt.'],
	['minijob', 'partly', 'Geförderte Arbeit steht in der Strategie. Die Anrechnung von Lohn regelt der Bund.'],
	['sozialerarbeitsmarkt', 'adopted', 'Ihr Vorschlag ist ein eigener Punkt.'],
	['handy', 'merged', 'Ihr Beitrag ist mit anderen zum Punkt „Jede Leistung auch ohne Internet“ zusammengefasst.'],
	['wlan', 'adopted', 'Freies WLAN in Treffs und Unterkünften steht im Entwurf.'],
	['analog', 'adopted', 'Ihr Vorschlag ist übernommen.'],
	[
		'regelsatz',
		'elsewhere',
		'Die Höhe des Bürgergeldes legt der Bund fest. Wir geben Ihren Beitrag weiter.',
		'Bundesministerium für Arbeit und Soziales'
	],
	['strom', 'adopted', 'Ihre Erfahrung hat zu einem eigenen Punkt geführt.'],
	['haertefall', 'adopted', 'Ihr Beispiel ist die Vorlage für den Notfallfonds.'],
	['ticket', 'partly', 'Ein günstiges Ticket wird geprüft. Ein Preis von 10 Euro ist noch nicht finanziert.'],
	['land', 'merged', 'Ihr Beitrag ist Teil des Punktes zum Ticket. Die Busfahrpläne legen die Kreise fest.'],
	[
		'sperre',
		'elsewhere',
		'Das Strafrecht macht der Bund. Das Land bringt Ihr Anliegen dort ein.',
		'Bundesministerium der Justiz'
	],
	['blick', 'adopted', 'Ihre Erfahrung ist der Anlass für die Fortbildungen.'],
	['schulung', 'adopted', 'Ihr Vorschlag ist ein eigener Punkt.'],
	['stigma', 'adopted', 'Der Beleg stützt den Punkt zu den Fortbildungen.'],
	['wohnung', 'merged', 'Ihr Beitrag ist Teil des Punktes „Wohnungen sichern und finden“.'],
	['housingfirst', 'adopted', 'Housing First soll ausgebaut werden.'],
	['zwangsraeumung', 'adopted', 'Ihr Vorschlag ist übernommen.']
];

/** Many stand behind it, and no point of a version rests on it: whoever publishes says why. */
export interface LeftOut {
	keys: readonly string[];
	title: string;
	gist: string;
	reason: string;
	/** The new point of version 2 that takes it in. */
	takenInBy?: string;
}

/** The one stays left out; the other is what the second version mends. */
export const leftOut: readonly LeftOut[] = [
	{
		keys: ['regelsatz'],
		title: 'Mehr Geld zum Leben',
		gist: 'Das Bürgergeld soll so hoch sein, dass es bis zum Ende des Monats reicht.',
		reason:
			'Wie hoch das Bürgergeld ist, legt der Bund fest. Das Land kann den Satz nicht ändern. Wir geben Ihr Anliegen an den Bund weiter und schreiben hier, was er antwortet.'
	},
	{
		keys: ['verein', 'kulturpass'],
		title: 'Dabei sein in Verein und Kultur',
		gist: 'Wer wenig Geld hat, soll im Verein und im Kino dabei sein, ohne sich zu erklären.',
		reason:
			'Wir klären noch, wer die freien Plätze bezahlt. Darum steht es nicht im ersten Entwurf. In der zweiten Fassung sagen wir, was daraus wird.',
		takenInBy: 'kultur'
	}
];

/** … and with version 2. Two contributions came too late and are still open: the version states it. */

export const answersTwo: typeof answersOne = [
	['honorar', 'adopted', 'Die Pauschale steht jetzt im Punkt zum Rat.'],
	['beschwerde', 'adopted', 'Ihr Vorschlag ist ein neuer Punkt der zweiten Fassung.'],
	['verein', 'partly', 'Der Verein ist im gemeinsamen Antrag enthalten. Ausrüstung ist noch nicht geklärt.'],
	['kulturpass', 'adopted', 'Ihr Beispiel ist die Vorlage für den neuen Punkt zu Kultur und Sport.'],
	['klassenfahrt', 'adopted', 'Die Klassenfahrt ist Teil des gemeinsamen Antrags.'],
	['buergschaft', 'adopted', 'Die Bürgschaft steht in der zweiten Fassung.'],
	['kaution', 'adopted', 'Die Bürgschaft gilt auch für die Kaution.'],
	[
		'kita-arbeit',
		'elsewhere',
		'Öffnungszeiten der Kitas legen die Kommunen fest. Wir geben Ihren Beitrag an die kommunalen Spitzenverbände weiter.',
		'Städte und Gemeinden'
	],
	[
		'sommer',
		'declined',
		'Hitzeschutz ist wichtig, hat aber einen eigenen Plan des Landes. Dort wird Ihr Beitrag mitgelesen.'
	]
];

export const call = {
	title: 'Projektaufruf: Zusammen gegen Armut im Quartier',
	intro: `Das Land fördert Projekte, die Armut dort angehen, wo Menschen leben. Der Aufruf knüpft an das Programm *Zusammen im Quartier – Kinder stärken – Zukunft sichern* an.

Jeder Baustein und jedes Kriterium beruht auf Punkten der Strategie. Sie können den Weg bis zu den einzelnen Beiträgen zurückgehen.`,
	deadlineDay: 120,
	items: [
		{
			kind: 'part',
			title: 'Anlaufstelle mit fester Person',
			body: 'Gefördert wird eine Anlaufstelle im Quartier mit mindestens einer festen Stelle für Kinder, Jugendliche und Familien.',
			grounds: ['anlaufstellen']
		},
		{
			kind: 'part',
			title: 'Lotsendienste ohne Termin',
			body: 'Gefördert werden Lotsinnen und Lotsen, die beim Antrag helfen, mit Sprachmittlung.',
			grounds: ['lotsen', 'antrag']
		},
		{
			kind: 'part',
			title: 'Wohnungsverlust verhindern',
			body: 'Gefördert wird aufsuchende Hilfe vor einer Räumung und der Start von Housing First.',
			grounds: ['wohnen']
		},
		{
			kind: 'criterion',
			title: 'Menschen mit Armutserfahrung entscheiden mit',
			body: 'Der Antrag zeigt, wer mit Armutserfahrung an Planung und Auswahl beteiligt ist und wie der Aufwand bezahlt wird.',
			grounds: ['rat', 'respekt']
		},
		{
			kind: 'criterion',
			title: 'Das Angebot bleibt nach der Förderung',
			body: 'Die Kommune beschreibt, wie es nach dem Ende der Förderung weitergeht.',
			grounds: ['anlaufstellen', 'uebertragen']
		},
		{
			kind: 'criterion',
			title: 'Erreichbar ohne Internet, ohne Termin, auch am Abend',
			body: 'Mindestens zwei Öffnungszeiten liegen nach 17 Uhr oder am Wochenende. Alles geht auch ohne Internet.',
			grounds: ['offline', 'anlaufstellen']
		},
		{
			kind: 'criterion',
			title: 'Andere können davon lernen',
			body: 'Das Projekt beschreibt Nutzen, Kosten und Fehler so, dass andere Städte es übernehmen können.',
			grounds: ['uebertragen']
		}
	]
} as const;

export const reports = [
	{
		title: 'Erster Bericht zur Beteiligung an der Strategie gegen Armut',
		foreword:
			'Der Ausschuss wird regelmäßig über das Beteiligungsverfahren unterrichtet. Dieser erste Bericht beschreibt die Sammelphase und den ersten Entwurf.',
		day: -15
	},
	{
		title: 'Zweiter Bericht zur Beteiligung an der Strategie gegen Armut',
		foreword:
			'Seit dem letzten Bericht ist die zweite Fassung erschienen. Der Bericht zeigt, welche Punkte alle Gruppen teilen und wo sie sich unterscheiden.',
		day: -1
	}
] as const;
