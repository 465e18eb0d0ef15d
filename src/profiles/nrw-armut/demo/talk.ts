import type { BatchKey } from './process.ts';

export interface DemoComment {
	on: string;
	by: BatchKey;
	stance: 'pro' | 'contra' | 'question' | 'note';
	body: string;
	day: number;
	replies?: readonly { by: BatchKey; stance: 'pro' | 'contra' | 'question' | 'note'; body: string; day: number }[];
}

/** On contributions; `on` is the key of a contribution. */
export const comments: readonly DemoComment[] = [
	{
		on: 'rat',
		by: 'practice',
		stance: 'pro',
		day: -70,
		body: 'Das unterstütze ich. Wichtig ist, dass der Rat eigenes Geld hat und selbst Themen setzen kann.',
		replies: [
			{
				by: 'affected',
				stance: 'pro',
				day: -68,
				body: 'Ja. Und jemanden, der die Einladungen schreibt. Das schaffen wir nicht nebenbei.'
			}
		]
	},
	{
		on: 'rat',
		by: 'affected',
		stance: 'question',
		day: -66,
		body: 'Wie kommt man in so einen Rat? Werden wieder nur die gefragt, die sich gut ausdrücken können?'
	},
	{
		on: 'rat',
		by: 'research',
		stance: 'note',
		day: -62,
		body: 'Erfahrungen aus anderen Ländern zeigen: Losen und gezielt ansprechen zusammen funktioniert besser als eine Wahl.'
	},
	{
		on: 'automatisch',
		by: 'stadt',
		stance: 'contra',
		day: -64,
		body: 'Der Wunsch ist verständlich. Aber Daten dürfen zwischen Ämtern nicht einfach weitergegeben werden. Erst braucht es eine Erlaubnis im Bundesrecht.',
		replies: [
			{
				by: 'affected',
				stance: 'note',
				day: -63,
				body: 'Dann fragt uns einmal um Erlaubnis, und danach läuft es. Das würde ich sofort unterschreiben.'
			}
		]
	},
	{
		on: 'formulare',
		by: 'practice',
		stance: 'pro',
		day: -60,
		body: 'Genau so erleben wir es in der Beratung. Ein Antrag für alle Leistungen der Kinder würde viel ändern.'
	},
	{
		on: 'regelsatz',
		by: 'research',
		stance: 'note',
		day: -58,
		body: 'Die Höhe entscheidet der Bund. Das Land kann sich im Bundesrat dafür einsetzen.'
	},
	{
		on: 'regelsatz',
		by: 'affected',
		stance: 'pro',
		day: -57,
		body: 'Ja bitte. Seit dem Frühjahr esse ich nur noch einmal am Tag warm.'
	},
	{
		on: 'dauerhaft',
		by: 'institut',
		stance: 'pro',
		day: -55,
		body: 'Die Auswertung des Programms stützt das: Nur knapp jede fünfte Kommune konnte nach dem Ende der Förderung weitermachen.'
	},
	{
		on: 'dauerhaft',
		by: 'stadt',
		stance: 'question',
		day: -54,
		body: 'Wer entscheidet, welche Stadtteile gefördert werden? Wir brauchen nachvollziehbare Zahlen und ein Gespräch vor Ort.'
	},
	{
		on: 'handy',
		by: 'practice',
		stance: 'note',
		day: -52,
		body: 'Wir haben mit Spenden 30 Geräte verteilt. Das Volumen bleibt das Problem, nicht das Gerät.'
	},
	{
		on: 'wohnung',
		by: 'verband',
		stance: 'pro',
		day: -50,
		body: 'Das hören wir in allen Beratungsstellen. Ablehnung wegen des Jobcenters ist der häufigste Grund.'
	},
	{
		on: 'housingfirst',
		by: 'affected',
		stance: 'pro',
		day: -48,
		body: 'Ich wohne seit 14 Monaten so. Das erste Mal seit Jahren schlafe ich durch.'
	},
	{
		on: 'blick',
		by: 'practice',
		stance: 'note',
		day: -46,
		body: 'Ich arbeite selbst in einer Behörde. Wir haben zu wenig Zeit. Das ist keine Entschuldigung, aber ein Teil der Lösung.'
	},
	{
		on: 'ticket',
		by: 'affected',
		stance: 'pro',
		day: -45,
		body: 'Für mich wäre das der Unterschied zwischen drinnen und draußen.'
	}
];

/** On points of version 1; some stay with the older wording when version 2 comes. `on` is the key of a point. */
export const pointComments: readonly DemoComment[] = [
	{
		on: 'rat',
		by: 'verband',
		stance: 'contra',
		day: -25,
		body: '„Regelmäßig“ ist zu wenig. Bitte eine feste Zahl von Treffen und eine Frist für die Antwort des Ministeriums hineinschreiben.'
	},
	{
		on: 'rat',
		by: 'affected',
		stance: 'pro',
		day: -24,
		body: 'Gut, dass die Fahrt vorher bezahlt wird. Sonst bleibt es wieder bei den anderen.'
	},
	{
		on: 'antrag',
		by: 'stadt',
		stance: 'question',
		day: -22,
		body: 'Ist ein Antrag für alle Leistungen ohne Änderung von Bundesrecht möglich? Bitte klarstellen, was das Land allein kann.'
	},
	{
		on: 'anlaufstellen',
		by: 'institut',
		stance: 'note',
		day: -21,
		body: 'Bitte die beiden Erfolgsfaktoren aus der Auswertung ausdrücklich nennen: Vernetzung und eine feste Person.'
	},
	{
		on: 'briefe',
		by: 'affected',
		stance: 'pro',
		day: -20,
		body: 'Zwei Sätze oben und eine Nummer. Mehr will ich gar nicht.'
	},
	{
		on: 'rat',
		by: 'practice',
		stance: 'pro',
		day: -3,
		body: 'Mit der Frist von drei Monaten kann ich das gut vertreten.'
	},
	{
		on: 'wohnen',
		by: 'affected',
		stance: 'question',
		day: -2,
		body: 'Gilt die Bürgschaft auch, wenn man Schulden hat? Dann braucht man sie ja am meisten.'
	}
];
