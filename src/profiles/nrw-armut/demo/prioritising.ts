import { RoundForm, TicksForm, type CostClass } from '#lib/priorities/priority.ts';
import * as priorities from '#lib/priorities/priorities.server.ts';
import * as votes from '#lib/votes/votes.server.ts';
import type { DemoTown } from './town.ts';

/** What measures cost, and how many of ten in each group want them: each of the three ways of counting takes others. */
const measures: Readonly<Record<string, { cost: CostClass; wanted: Readonly<Record<Crowd, number>> }>> = {
	'Der Rat wird einberufen und bekommt eine Geschäftsstelle.': {
		...{ cost: 'medium', wanted: { affected: 8, practice: 2, research: 3 } }
	},
	'Fahrt und Kinderbetreuung werden vor der Sitzung ausgezahlt.': {
		...{ cost: 'small', wanted: { affected: 9, practice: 4, research: 3 } }
	},
	'Eltern und Kommunen erproben ein gemeinsames Formular.': {
		...{ cost: 'medium', wanted: { affected: 8, practice: 4, research: 5 } }
	},
	'Das Land setzt sich für eine Änderung des Bundesrechts ein.': {
		...{ cost: 'small', wanted: { affected: 2, practice: 4, research: 9 } }
	},
	'Die Grundförderung steht im Haushalt.': {
		...{ cost: 'large', wanted: { affected: 4, practice: 7, research: 5 } }
	},
	'Jede Stadt benennt eine Anlaufstelle für das Quartier.': {
		...{ cost: 'medium', wanted: { affected: 2, practice: 9, research: 9 } }
	}
};
type Crowd = 'affected' | 'practice' | 'research';
const CROWDS = [
	['affected', 44],
	['practice', 26],
	['research', 14]
] as const;

/** What the budget of a round is, and when it is prepared, ticked and computed. `until` null: it still runs. */
interface DemoRound {
	phase: string;
	budget: number;
	day: number;
	until: number | null;
	/** How many of the crowd take part. */
	part: number;
}

/** One was asked about the first version and is over; the other runs, about the second. */
export async function prioritise(town: DemoTown): Promise<void> {
	await ask(town, { phase: 'vorrang', budget: 7, day: -12, until: -6, part: 1 });
}

export async function prioritiseAgain(town: DemoTown): Promise<void> {
	await ask(town, { phase: 'vorrang-2', budget: 12, day: -2, until: null, part: 0.3 });
}

async function ask(town: DemoTown, { phase, budget, day, until, part }: DemoRound): Promise<void> {
	const editor = town.as(town.staff.redaktion, day + 0.05);
	await priorities.startRound(editor, phase);
	const { measures: asked, round } = await priorities.preparation(editor, phase);
	const classes = asked.map(({ number, text }) => [`class-${number}`, measures[text]?.cost ?? 'medium']);
	const costs = { revision: round.revision, budget, small: 1, medium: 3, large: 8, ...Object.fromEntries(classes) };
	await priorities.saveCosts(editor, phase, RoundForm.parse(costs));
	const { revision } = (await priorities.preparation(editor, phase)).round;
	for (const [crowd, size] of CROWDS) {
		for (const [place, person] of town.crowd[crowd].slice(0, Math.round(size * part)).entries()) {
			// Spread over the list, the same in every demonstration.
			const keen = (text: string, at: number) => (place * 7 + at * 3) % 10 < (measures[text]?.wanted[crowd] ?? 5);
			const wanted = asked.filter(({ text }, at) => keen(text, at));
			const ticks = [...wanted, ...asked.filter((one) => !wanted.includes(one))]
				.slice(0, Math.max(3, wanted.length))
				.map(({ number }) => String(number));
			const ctx = town.as(person, day + 0.1 + (place % 20) / 40);
			await priorities.castTicks(ctx, TicksForm.parse({ revision, ticks }));
		}
	}
	if (until === null) return;
	await votes.sealEnded(town.as(null, until + 1.1));
	await priorities.computeResults(town.as(null, until + 1.1));
}
