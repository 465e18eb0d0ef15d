import { z } from 'zod';
import { words, wordsIfAny } from '../form.ts';
import { AuthorGroupChoice } from '../people/person.ts';
import { slugFor } from '../slug.ts';
import { ACTIONS, type Action, type ActionGroups, type Consultation, type Phase } from './consultation.ts';
import {
	daysOf,
	mayBelongToPeers,
	mayPlacePhase,
	PHASE_ASKS_MAX,
	PHASE_TITLE_MAX,
	startOfDay
} from './phases/phases.ts';
import { mayPromiseAnswer } from './phases/answerPromise.ts';
import * as process from './process.ts';

/**
 * A process as somebody writes it down who sets one up: a JSON file for the command, a form in the workshop. Days instead
 * of instants; a phase lasts from the first moment of `from` to the last of `until`, in German time. Messages are keys
 * that the form and the command each say in their own words.
 */

const slug = z.string('missing').regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'slugWrong');
const date = z.iso.date('dateWrong');
const isGroup = (key: string) => AuthorGroupChoice.safeParse(key).success;
const groups = z.array(z.string().refine(isGroup, 'groupUnknown')).min(1, 'groupUnknown');

const PhasePlan = z
	.strictObject({
		slug: slug.optional(),
		title: words(PHASE_TITLE_MAX),
		asks: wordsIfAny(PHASE_ASKS_MAX),
		answerBy: date.nullable().default(null),
		from: date,
		until: date,
		actions: z.array(z.enum(ACTIONS)).default([]),
		/** By action: for whom, where it is not for everybody. */
		groups: z.partialRecord(z.enum(ACTIONS), groups).default({}),
		/** Whose phase it is, where it is one group's. */
		peerGroup: z.string().refine(isGroup, 'groupUnknown').optional()
	})
	.refine((phase) => phase.from <= phase.until, { error: 'dateOrder', path: ['until'] });

const FieldPlan = z.strictObject({
	slug: slug.optional(),
	title: words(process.FIELD_TITLE_MAX),
	lead: wordsIfAny(process.FIELD_LEAD_MAX)
});

const sameTwice = (titles: readonly string[]) =>
	new Set(titles.map((title) => title.toLowerCase())).size < titles.length;

const Written = z.strictObject({
	slug: slug.optional(),
	title: words(process.TITLE_MAX),
	lead: wordsIfAny(process.LEAD_MAX),
	/** What can be changed by taking part, and what cannot. */
	changeable: wordsIfAny(process.SCOPE_MAX),
	settled: wordsIfAny(process.SCOPE_MAX),
	questions: z.array(words(process.QUESTION_MAX)).max(process.QUESTIONS_MAX, 'tooMany').default([]),
	fields: z.array(FieldPlan).min(1, 'fieldsMissing').max(process.FIELDS_MAX, 'tooMany'),
	phases: z.array(PhasePlan).min(1, 'phasesMissing')
});

export const Plan = Written.transform(({ phases, fields, ...plan }) => ({
	...{ ...plan, slug: plan.slug ?? slugFor(plan.title, new Set(), 'verfahren') },
	fields: named(fields, 'thema'),
	phases: named(phases, 'phase').map(({ from, until, ...phase }) => ({
		...phase,
		beginsAt: startOfDay(from, 0),
		endsAt: startOfDay(until, 1)
	}))
})).superRefine(({ fields, phases, questions }, ctx) => {
	const wrong = (message: string, path: (string | number)[]) => ctx.addIssue({ code: 'custom', message, path });
	if (sameTwice(fields.map(({ title }) => title))) wrong('titleTwice', ['fields']);
	if (sameTwice(questions)) wrong('titleTwice', ['questions']);
	if (sameTwice(phases.map(({ title }) => title))) wrong('titleTwice', ['phases']);
	if (sameTwice(fields.map(({ slug }) => slug))) wrong('slugTwice', ['fields']);
	if (sameTwice(phases.map(({ slug }) => slug))) wrong('slugTwice', ['phases']);
	for (const [at, phase] of phases.entries()) {
		const before = phases.slice(0, at).map((one) => ({ id: one.slug, ...one }));
		if (!mayPlacePhase({ phases: before }, null, phase).ok) wrong('phasesOverlap', ['phases', at]);
		if (!mayBelongToPeers(null, phase, phase.beginsAt).ok) wrong('peersWrong', ['phases', at]);
		if (!mayPromiseAnswer(phase.answerBy, phase).ok) wrong('answerEarly', ['phases', at, 'answerBy']);
	}
});
export type PlanInput = z.input<typeof Plan>;

/** With a short name for each that has none of its own. */
function named<T extends { slug?: string | undefined; title: string }>(
	entries: readonly T[],
	otherwise: string
): (T & { slug: string })[] {
	const taken = new Set(entries.flatMap(({ slug }) => slug ?? []));
	return entries.map((entry) => {
		const slug = entry.slug ?? slugFor(entry.title, taken, otherwise);
		taken.add(slug);
		return { ...entry, slug };
	});
}

/** What somebody would have written down who sets up this process. What was ended is not asked any more. */
export function planOf(of: Consultation): PlanInput {
	const phases = of.phases.toSorted((one, other) => (one.beginsAt < other.beginsAt ? -1 : 1)).map(phaseOf);
	const { slug, title, lead, changeable, settled, questions } = of;
	return {
		...{ slug, title, lead, changeable, settled, questions: [...questions] },
		fields: of.fields.map(({ slug, title, lead }) => ({ slug, title, lead })),
		// Of two that change hands within a day the later one has it.
		phases: phases.map(({ endsAt, ...phase }, at) => {
			const next = phases.slice(at + 1).find(({ beginsAt, from }) => beginsAt >= endsAt && from <= phase.until);
			const { beginsAt: _, ...plan } = phase;
			return next && next.from > plan.from ? { ...plan, until: dayBefore(next.from) } : plan;
		})
	};
}

function dayBefore(day: string): string {
	const begins = startOfDay(day, 0);
	return daysOf({ beginsAt: begins, endsAt: begins }).until;
}

function phaseOf({
	slug,
	title,
	asks = '',
	answerBy = null,
	actions,
	groups = {},
	peerGroup,
	beginsAt,
	endsAt
}: Phase) {
	return {
		...{ slug, title, asks, answerBy, ...daysOf({ beginsAt, endsAt }), beginsAt, endsAt },
		...{ actions: [...actions], groups: copied(groups) },
		...(peerGroup && { peerGroup })
	};
}

function copied(groups: ActionGroups): Partial<Record<Action, string[]>> {
	const mine: Partial<Record<Action, string[]>> = {};
	for (const action of ACTIONS) if (groups[action]) mine[action] = [...groups[action]];
	return mine;
}

/** To be changed and filled in. */
export const EXAMPLE: PlanInput = {
	title: 'Strategie für unsere Stadt',
	lead: 'Die Stadt schreibt eine Strategie. Alle können mitschreiben.',
	changeable: 'Was in der Strategie steht, und was davon zuerst kommt.',
	settled: 'Der Haushalt des Jahres.',
	questions: ['Was fehlt am meisten?'],
	fields: [{ title: 'Freizeit', lead: 'Orte, an denen man sein kann.' }],
	phases: [
		{
			...{ title: 'Sammeln', from: '2027-01-11', until: '2027-02-28', answerBy: '2027-05-31' },
			...{ asks: 'Alle bringen ihre Erfahrungen ein.', actions: ['propose', 'support', 'comment'] }
		},
		{ title: 'Entwurf', from: '2027-03-01', until: '2027-05-31', actions: ['comment-point', 'amend', 'vote'] }
	]
};
