import { QUESTIONS, SheetForm, type Answer } from '#lib/evaluations/evaluation.ts';
import * as evaluations from '#lib/evaluations/evaluations.server.ts';
import { newId } from '#lib/server/ids.ts';
import type { DemoTown } from './town.ts';

const CROWDS = ['affected', 'practice', 'research'] as const;
type Crowd = (typeof CROWDS)[number];

/** Of ten in each group, how many say yes and how many no to each question, in their order; the rest are in between. */
interface Judged {
	phase: string;
	/** When they are asked, and when nobody is asked any more; null: they still are. */
	day: number;
	over: number | null;
	said: Readonly<Partial<Record<Crowd, { people: number; yes: readonly number[]; no: readonly number[] }>>>;
}

const judged: readonly Judged[] = [
	{
		...{ phase: 'peers', day: -105, over: -82 },
		said: { affected: { people: 24, yes: [8, 7, 8, 6, 9], no: [1, 1, 1, 2, 0] } }
	},
	{
		...{ phase: 'collect', day: -70, over: -46 },
		said: {
			affected: { people: 31, yes: [6, 4, 5, 5, 7], no: [2, 3, 2, 3, 1] },
			practice: { people: 19, yes: [8, 7, 6, 8, 8], no: [1, 1, 2, 1, 1] },
			research: { people: 11, yes: [9, 5, 5, 9, 7], no: [0, 2, 2, 0, 1] }
		}
	},
	{
		...{ phase: 'discuss', day: -35, over: -11.5 },
		said: {
			affected: { people: 28, yes: [7, 5, 5, 6, 8], no: [1, 3, 2, 2, 1] },
			practice: { people: 17, yes: [8, 6, 7, 8, 8], no: [1, 2, 1, 1, 1] },
			research: { people: 3, yes: [9, 5, 5, 9, 7], no: [0, 2, 2, 0, 1] }
		}
	},
	{
		...{ phase: 'vorrang', day: -5, over: null },
		said: { affected: { people: 9, yes: [6, 6, 6, 6, 8], no: [2, 2, 2, 2, 1] } }
	}
];

/** The same in every demonstration: answers of ten, spread over the people. */
const answerOf = (place: number, yes: number, no: number): Answer => {
	const turn = (place * 7 + yes) % 10;
	if (turn < yes) return 'yes';
	return turn < yes + no ? 'no' : 'partly';
};

/** After each phase those who took part say how it was; a few on paper. */
export async function judge(town: DemoTown): Promise<void> {
	for (const { phase, day, over, said } of judged) {
		await evaluations.turn(town.as(null, day));
		for (const crowd of CROWDS) {
			const { people, yes, no } = said[crowd] ?? { people: 0, yes: [], no: [] };
			for (const [place, person] of town.crowd[crowd].slice(0, people).entries()) {
				const answers = Object.fromEntries(
					QUESTIONS.map((question, at) => [question, answerOf(place + at, yes[at] ?? 0, no[at] ?? 0)])
				);
				const form = SheetForm.parse({ id: newId(), phase, group: crowd, ...answers });
				const when = day + (place % 20) / 40;
				if (place % 8 === 3) await evaluations.recordSheet(town.as(town.staff.helferin, when), form);
				else await evaluations.say(town.as(person, when), phase, form);
			}
		}
		if (over !== null) await evaluations.turn(town.as(null, over));
	}
}
