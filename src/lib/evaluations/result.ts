import { z } from 'zod';
import { concerns, type Phase } from '../consultations/consultation.ts';
import { GroupName, type Group } from '../people/person.ts';
import { NO_STATEMENT } from '../profile/groups/group.ts';
import type { Range } from '../votes/summary/knownRange.ts';
import { knownOf, shownRow } from '../votes/results/publishedResult.ts';
import { summary } from '../votes/summary/summary.ts';
import { OPINION, suppress, type Shown } from '../votes/suppression/suppression.ts';
import { ANSWERS, QUESTIONS, type Answer, type Answers, type Question } from './evaluation.ts';

const whole = z.number().int().nonnegative();
const share = z.number().min(0).max(1);

/** How a group answers one question, as far as it may be told. `n` null: one to four people; 0: nobody. */
const Row = z.strictObject({
	group: GroupName,
	n: whole.nullable(),
	...{ yes: whole.nullable(), partly: whole.nullable(), no: whole.nullable() },
	/** Where the most frequent answer is held back: at least this share gave it. */
	mostly: z.strictObject({ answer: z.enum(ANSWERS), share }).nullable()
});
export type EvaluationRow = z.output<typeof Row>;

const Answered = z.strictObject({
	question: z.enum(QUESTIONS),
	/** The groups the phase was for, and people of no group when there are any. */
	rows: z.array(Row),
	/** Share of »yes« when each group counts the same; null when one of them is too small. */
	balanced: z.strictObject({ least: share, most: share }).nullable(),
	tooFew: z.array(GroupName)
});
export type Answered = z.output<typeof Answered>;

/** What is frozen of a phase, and published. */
export const EvaluationResult = z.strictObject({
	/** Its short name, and what it was called that day. */
	phase: z.string(),
	title: z.string(),
	/** YYYY-MM-DD: the last day on which answers were taken. */
	until: z.iso.date(),
	questions: z.array(Answered)
});
export type EvaluationResult = z.output<typeof EvaluationResult>;

/** A sheet, without whose it is. */
export type Sheet = Answers & { group: Group };

/** The groups that could take part in it, in the order of the profile: each of them counts the same. */
export const groupsOf = (phase: Phase, declared: readonly Group[]): Group[] =>
	declared.filter((group) => concerns(phase, group));

function countsOf(sheets: readonly Sheet[], question: Question): Record<Answer, number> {
	const counts = { yes: 0, partly: 0, no: 0 };
	for (const sheet of sheets) counts[sheet[question]]++;
	return counts;
}

/** The three steps stand where agreement, abstention and disagreement stand in a vote: one way of counting for all. */
const asVotes = ({ yes, partly, no }: Record<Answer, number>) => ({ agree: yes, pass: partly, disagree: no });
const ANSWER_OF = { agree: 'yes', pass: 'partly', disagree: 'no' } as const;

function rowOf(group: Group, { total, counts, mostly }: Shown): EvaluationRow {
	const { agree = null, pass = null, disagree = null } = counts;
	const choice = (['agree', 'pass', 'disagree'] as const).find((one) => one === mostly?.name);
	const most = mostly && choice ? { answer: ANSWER_OF[choice], share: mostly.share } : null;
	return { group, n: total, yes: agree, partly: pass, no: disagree, mostly: most };
}

function answered(question: Question, sheets: readonly Sheet[], groups: readonly Group[]): Answered {
	const apart = sheets.some(({ group }) => group === NO_STATEMENT) ? [NO_STATEMENT] : [];
	const lines = [...groups, ...apart].map((group) => {
		const own = sheets.filter((one) => one.group === group);
		return { group, shown: suppress(asVotes(countsOf(own, question)), OPINION) };
	});
	const known = lines.flatMap(({ group, shown }) => knownOf(shownRow(group, 'person', shown)) ?? []);
	const { balanced, tooFew } = summary(known, groups);
	const bounds: Range | null = groups.length === 0 ? null : balanced;
	return { question, rows: lines.map(({ group, shown }) => rowOf(group, shown)), balanced: bounds, tooFew };
}

/** Everything that is told of these sheets. It is told once, so that nothing can be subtracted from anything. */
export function resultOf(
	{ phase, until }: { phase: Phase; until: string },
	sheets: readonly Sheet[],
	declared: readonly Group[]
): EvaluationResult {
	const groups = groupsOf(phase, declared);
	return {
		...{ phase: phase.slug, title: phase.title, until },
		questions: QUESTIONS.map((question) => answered(question, sheets, groups))
	};
}
