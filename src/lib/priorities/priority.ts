import { z } from 'zod';
import { notNow, openPhase, turnOf, type Phase, type Turn } from '../consultations/consultation.ts';
import { keysGoAt } from '../consultations/phases/phases.ts';
import { several } from '../form.ts';
import { mayTakePart } from '../people/participant.ts';
import { hasRole, type Person } from '../people/person.ts';
import { consent, head, mayRecord, readBack, same } from '../recording/recording.ts';
import { day, isoDay } from '../texts/dates.ts';
import { all, no, noWhen, permit, type Permit, type Verdict } from '../verdict.ts';

/** What a measure costs is said in three steps: nobody knows it more exactly when a strategy is made. */
export const COST_CLASSES = ['small', 'medium', 'large'] as const;
export type CostClass = (typeof COST_CLASSES)[number];
export const CostClassName = z.enum(COST_CLASSES);
export type Weights = Readonly<Record<CostClass, number>>;

export const FIRST_WEIGHTS: Weights = { small: 1, medium: 3, large: 10 };
/** Fewer ticks would hardly tell people apart. */
export const TICKS_LEAST = 3;
const WEIGHT_MAX = 1_000;
const BUDGET_MAX = 1_000_000;

/** A measure of the version, as it stands in a round. */
interface RoundMeasure {
	/** Number of its box on the ballots. */
	id: number;
	/** In the order of the version, from 1: what people and files call it. It decides ties. */
	number: number;
	measureId: string;
	costClass: CostClass | null;
}

export interface Round {
	phaseId: string;
	consultationId: string;
	versionId: string;
	/** null: not set yet. */
	budget: number | null;
	weights: Weights;
	revision: number;
	/** YYYY-MM-DD: since the first ballot costs and budget stay. */
	fixedOn: string | null;
	measures: readonly RoundMeasure[];
	/** When the result was computed; null: it was not. */
	computedAt: string | null;
}

/** A round of which everything is known that people decide by. */
export interface ReadyRound extends Round {
	budget: number;
	measures: readonly (RoundMeasure & { costClass: CostClass })[];
}

/** null: something is not set yet, or there is too little to choose from. */
export function readyRound(round: Round | null): ReadyRound | null {
	if (!round || round.budget === null || round.measures.length < TICKS_LEAST) return null;
	const measures = round.measures.flatMap(({ costClass, ...one }) => (costClass ? [{ ...one, costClass }] : []));
	return measures.length < round.measures.length ? null : { ...round, budget: round.budget, measures };
}

const revision = z.coerce.number('wrong').int('wrong');

/** `ticks`: numbers of measures. */
export const TicksForm = z.object({
	revision,
	ticks: several(
		z
			.array(z.coerce.number('wrong').int('wrong'))
			.transform((ticks) => [...new Set(ticks)])
			.refine((ticks) => ticks.length >= TICKS_LEAST, 'ticksFew')
	)
});
export type TicksInput = z.output<typeof TicksForm>;

/** The button that takes the whole ballot back. */
export const TakeBackForm = z.object({});

/** Phases are named by their short name. */
export const StartForm = z.object({ phase: z.string('choose').max(80, 'choose') });

const amount = (most: number) =>
	z.coerce.number('pointsWrong').int('pointsWrong').min(1, 'pointsWrong').max(most, 'pointsWrong');
const text = z.union([z.string(), z.array(z.string())]);

/** `class-7`: of the measure with this number; one without a class stays so. */
function classesIn(values: Readonly<Record<string, unknown>>): Map<number, CostClass> {
	return new Map(
		Object.entries(values).flatMap(([name, value]) => {
			const number = /^class-([1-9]\d{0,5})$/.exec(name)?.[1];
			const chosen = CostClassName.safeParse(value).data;
			return number !== undefined && chosen ? [[Number(number), chosen] as const] : [];
		})
	);
}

export const RoundForm = z
	.object({
		revision,
		budget: amount(BUDGET_MAX),
		small: amount(WEIGHT_MAX),
		medium: amount(WEIGHT_MAX),
		large: amount(WEIGHT_MAX)
	})
	.catchall(text)
	.refine(({ small, medium, large }) => small <= medium && medium <= large, { error: 'weightOrder', path: ['large'] })
	.refine(({ small, budget }) => small <= budget, { error: 'budgetSmall', path: ['budget'] })
	.transform(({ revision, budget, small, medium, large, ...rest }) => ({
		...{ revision, budget, weights: { small, medium, large } },
		classes: classesIn(rest)
	}));
export type RoundInput = z.output<typeof RoundForm>;

export function mayReadPreparation(person: Person | null): Verdict {
	const staff = hasRole(person, 'editor', 'publisher', 'admin');
	return all(noWhen(person === null, 'signInFirst'), noWhen(!staff, 'roleMissing'));
}

export interface PrepareFacts {
	person: Person | null;
	phase: Phase;
	now: string;
	/** null: there is none yet. */
	round: Pick<Round, 'fixedOn'> | null;
}

/** By what people decide stays the same for all of them: it is set before the first ballot, and not changed behind it. */
export function mayPrepare({ person, phase, now, round }: PrepareFacts): Verdict {
	return all(
		noWhen(person === null, 'signInFirst'),
		noWhen(!hasRole(person, 'editor'), 'roleMissing'),
		noWhen(!phase.actions.includes('prioritise'), 'phaseNever'),
		noWhen(phase.endsAt <= now, 'priorityOver'),
		noWhen(round?.fixedOn !== null && round !== null, 'priorityFixed', { since: day(round?.fixedOn ?? now) })
	);
}

export interface TickFacts {
	person: Person | null;
	phases: readonly Phase[];
	now: string;
	/** Of the phase that is open now. */
	round: Round | null;
	takingBack?: boolean;
}

/** One person's sheet of paper: where it comes from, what is ticked on it, the consent. */
export const TickSheetForm = TicksForm.extend({ id: z.uuid('wrong'), ...same, ...head, consent, readBack });
export type TickSheetInput = z.output<typeof TickSheetForm>;

export interface RecordTicksFacts extends TickFacts {
	/** YYYY-MM-DD */
	saidOn: string;
	/** Whose ticks they are; null: not said yet. */
	group: Turn;
}

/** As with votes: after the phase nobody could tell any more whose ballot it is. */
export function mayRecordTicks(facts: RecordTicksFacts): Permit<Omit<TickPermit, 'person'>> {
	const { person, phases, now, saidOn, group } = facts;
	const recorder = mayRecord(person);
	if (!recorder.ok) return recorder;
	const phase = openPhase(phases, 'prioritise', now, group);
	if (!phase) return notNow(phases, 'prioritise', now, group);
	if (phase.ballotsSealedAt) return no('ballotsSealed');
	if (saidOn > isoDay(now)) return no('saidLater');
	if (saidOn < isoDay(phase.beginsAt)) return no('saidEarlier');
	const round = readyRound(facts.round);
	if (!round) return no('priorityNotReady');
	return round.computedAt === null ? permit({ phase, round }) : no('priorityOver');
}

export interface TickPermit {
	person: Person;
	phase: Phase;
	round: ReadyRound;
}

/** The phase in which the one who asks can tick, or could if everything were ready. */
export const tickingPhase = ({ person, phases, now }: Pick<TickFacts, 'person' | 'phases' | 'now'>): Phase | null =>
	openPhase(phases, 'prioritise', now, turnOf(person));

export function mayTick(facts: TickFacts): Permit<TickPermit> {
	const { person, phases, now, takingBack } = facts;
	const phase = tickingPhase(facts);
	if (!phase) return notNow(phases, 'prioritise', now, turnOf(person));
	if (phase.ballotsSealedAt) return no('ballotsSealed');
	const one = mayTakePart(person, takingBack);
	if (!one.ok) return one;
	if (person?.organisationId) return no('priorityOrganisations');
	const round = readyRound(facts.round);
	if (!round) return no('priorityNotReady');
	return round.computedAt === null ? permit({ person: one.permit, phase, round }) : no('priorityOver');
}

/**
 * From when on a phase's result is computed: once its end cannot be taken back any more, so that nobody ticks by what
 * came out, and nothing is ever computed twice.
 */
export const computedFrom = (phase: Pick<Phase, 'endsAt' | 'endChangedAt'>, graceHours: number): string =>
	keysGoAt(phase, graceHours);
