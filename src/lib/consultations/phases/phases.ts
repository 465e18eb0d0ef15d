import { z } from 'zod';
import { isRecord } from '../../canonical.ts';
import { seenField, several, words, wordsIfAny } from '../../form.ts';
import { hasRole, type Person } from '../../people/person.ts';
import { currentProfile } from '../../profile/current.ts';
import { authorKeys, keysOf } from '../../profile/groups/group.ts';
import { day, isoDay } from '../../texts/dates.ts';
import { all, no, noWhen, yes, type Verdict } from '../../verdict.ts';
import { ACTIONS, BALLOT_ACTIONS, lastInstant, type Action, type ActionGroups, type Phase } from '../consultation.ts';
import { DAY, HOUR, later } from '../../time.ts';

export const PHASE_TITLE_MAX = 80;
export const PHASE_ASKS_MAX = 600;

const dates = { from: z.iso.date('dateWrong'), until: z.iso.date('dateWrong') };
/** `actions`: what is open, `vote`. `groups`: for whom, where it is not for everybody, `vote.affected`. */
const opens = {
	actions: several(z.array(z.enum(ACTIONS))),
	groups: several(z.array(z.string().max(120)))
};

const BOX = 'groups-';
/** The name of the boxes that say for whom an action is. */
export const groupsBox = (action: Action) => `${BOX}${action}`;

/** A form has boxes of one name for each action: `groups-vote`. */
function gathered(typed: unknown): unknown {
	if (!isRecord(typed)) return typed;
	const ticked = Object.entries(typed).flatMap(([name, values]) =>
		name.startsWith(BOX) ? [values].flat().map((group) => `${name.slice(BOX.length)}.${String(group)}`) : []
	);
	return { ...typed, groups: [typed.groups ?? [], ticked].flat(2) };
}

interface Typed {
	from: string;
	until: string;
	actions: Action[];
	groups: string[];
}

const inOrder = ({ from, until }: Typed) => from <= until;
const OUT_OF_ORDER = { error: 'dateOrder', path: ['until'] };

const instantsOf = ({ from, until, actions, groups }: Typed) => ({
	beginsAt: startOfDay(from, 0),
	endsAt: startOfDay(until, 1),
	actions,
	groups: groupsIn(actions, groups)
});

/** Days as a date field gives them; a phase lasts from the first moment of its first to the last of its last day. */
export const PhaseForm = z.preprocess(
	gathered,
	z
		.object({ ...dates, ...opens })
		.refine(inOrder, OUT_OF_ORDER)
		.transform(instantsOf)
);
/** Without `groups` everything is for everybody. */
export type PhaseInput = Pick<Phase, 'beginsAt' | 'endsAt' | 'actions' | 'groups'>;

/** From the form: which phase it was filled from. */
export const PhaseChangeForm = PhaseForm.and(z.object({ seen: seenField }));

/** What a phase is called, what is asked in it, and until when an answer is promised. */
const phaseWords = {
	title: words(PHASE_TITLE_MAX),
	asks: wordsIfAny(PHASE_ASKS_MAX),
	answerBy: z
		.union([z.literal('').transform(() => null), z.iso.date('dateWrong')], 'dateWrong')
		.nullable()
		.default(null)
};
/** Whose phase it is; empty: everybody's. */
const peerGroup = z
	.string()
	.max(120)
	.default('')
	.refine((key) => key === '' || keysOf(currentProfile().groups).includes(key), 'choose')
	.transform((key) => key || undefined);
export const PhaseWordsForm = z.object({ ...phaseWords, peerGroup, seen: seenField });
type Words = Omit<z.output<typeof PhaseWordsForm>, 'seen'>;
/** Without `peerGroup` it is everybody's. */
export type PhaseWords = Omit<Words, 'peerGroup'> & Partial<Words>;

export const NewPhaseForm = z.preprocess(
	gathered,
	z
		.object({ ...dates, ...opens, ...phaseWords, peerGroup })
		.refine(inOrder, OUT_OF_ORDER)
		.transform(({ title, asks, answerBy, peerGroup, ...form }) => {
			const opens = instantsOf(form);
			// Whose it is says for whom it is, where nothing else is said.
			const groups = peerGroup && !opens.groups.propose ? { ...opens.groups, propose: [peerGroup] } : opens.groups;
			return { ...opens, groups, title, asks, answerBy, peerGroup };
		})
);
export type NewPhaseInput = z.output<typeof NewPhaseForm>;

/** By action. What is for all groups needs no list, and what is not open has none. */
function groupsIn(actions: readonly Action[], typed: readonly string[]): ActionGroups {
	const keys = authorKeys(currentProfile().groups);
	return Object.fromEntries(
		actions.flatMap((action) => {
			const named = keys.filter((group) => typed.includes(`${action}.${group}`));
			return named.length === 0 || named.length === keys.length ? [] : [[action, named]];
		})
	);
}

/** As boxes of a form are called: `vote.affected`. */
export function groupBoxes(groups: ActionGroups | undefined): string[] {
	return Object.entries(groups ?? {}).flatMap(([action, named]) => named.map((group) => `${action}.${group}`));
}

const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', hour: '2-digit', hourCycle: 'h23' });

/**
 * Midnight in Germany, `plus` days later, as an instant: one hour before UTC midnight in winter, two in summer. The clocks
 * change at one o'clock UTC, so at UTC midnight Berlin still tells the offset its own midnight had.
 */
export function startOfDay(day: string, plus: number): string {
	const midnight = Date.parse(`${day}T00:00:00.000Z`) + plus * DAY;
	return new Date(midnight - Number(hour.format(midnight)) * HOUR).toISOString();
}

/**
 * When the keys of the ballots are destroyed of a phase that is over: a time of grace after its end, or after the moment
 * at which somebody put its end into the past. Until then a slip can be taken back, and nothing is lost.
 */
export function keysGoAt(phase: { endsAt: string; endChangedAt?: string | null }, graceHours: number): string {
	const over = [phase.endsAt, phase.endChangedAt ?? ''].sort().at(-1) ?? phase.endsAt;
	return later(over, graceHours * HOUR);
}

type Opens = Pick<Phase, 'actions' | 'groups'>;

/** Whether something is open to the same group in both. Without a list it is for everybody. */
function meets(one: Opens, other: Opens, action: Action): boolean {
	if (!one.actions.includes(action) || !other.actions.includes(action)) return false;
	const [mine, theirs] = [one.groups?.[action], other.groups?.[action]];
	return !mine || !theirs || mine.some((group) => theirs.includes(group));
}

/** Whether somebody to whom this is open could not do it any more. */
function closes(was: Opens, becomes: Opens, action: Action): boolean {
	if (!was.actions.includes(action)) return false;
	const [before, after] = [was.groups?.[action], becomes.groups?.[action]];
	if (!becomes.actions.includes(action)) return true;
	return after !== undefined && (before === undefined || before.some((group) => !after.includes(group)));
}

/** What would no longer be open, to all or to some of these groups. */
export function closedBy(was: Opens, becomes: Opens, keys: readonly string[]): Opens {
	const actions = ACTIONS.filter((action) => closes(was, becomes, action));
	const some = actions.filter((action) => becomes.actions.includes(action));
	const lost = (action: Action) =>
		(was.groups?.[action] ?? keys).filter((group) => becomes.groups?.[action]?.includes(group) !== true);
	return { actions, groups: Object.fromEntries(some.map((action) => [action, lost(action)])) };
}

/** What a change does that people notice at once and that is not simply taken back. */
export type Consequence = 'opens' | 'endsNow' | 'endsSooner' | 'stopsNow' | 'beginsNow' | 'closes';

export function consequencesOf(phase: Phase, form: PhaseInput, now: string): Consequence[] {
	const runs = phase.beginsAt <= now && now < phase.endsAt;
	const willRun = form.beginsAt <= now && now < form.endsAt;
	if (!runs) return phase.beginsAt > now && willRun ? ['beginsNow'] : [];
	const opens = opensPeers(phase, form, now) ? (['opens'] as const) : [];
	if (form.endsAt <= now) return ['endsNow', ...opens];
	if (form.beginsAt > now) return ['stopsNow'];
	const less = ACTIONS.some((action) => closes(phase, form, action));
	return [
		...(form.endsAt < phase.endsAt ? (['endsSooner'] as const) : []),
		...opens,
		...(less ? (['closes'] as const) : [])
	];
}

/** Whether others read what a group has written among itself sooner than its people were told. */
export const opensPeers = (phase: Phase, form: Pick<Phase, 'endsAt'>, now: string): boolean =>
	Boolean(phase.peerGroup) && phase.beginsAt <= now && now < phase.endsAt && form.endsAt < phase.endsAt;

/** What everybody is told of a phase that has begun, when it becomes another one than was announced. */
export function announcedChanges(
	phase: Phase,
	form: PhaseInput,
	now: string
): ('phase.shortened' | 'phase.extended' | 'phase.narrowed')[] {
	if (phase.beginsAt > now) return [];
	const runs = now < phase.endsAt;
	const narrower = form.beginsAt > now || (form.endsAt > now && ACTIONS.some((action) => closes(phase, form, action)));
	return [
		...(form.endsAt < phase.endsAt && runs ? (['phase.shortened'] as const) : []),
		...(form.endsAt > phase.endsAt ? (['phase.extended'] as const) : []),
		...(narrower && runs ? (['phase.narrowed'] as const) : [])
	];
}

/** Whether votes or ticks end sooner than people were told, for any group. */
export function endsVotes(phase: Phase, form: PhaseInput, now: string): boolean {
	const cast = BALLOT_ACTIONS.filter((action) => phase.actions.includes(action));
	if (cast.length === 0 || now < phase.beginsAt || phase.endsAt <= now) return false;
	return form.endsAt < phase.endsAt || form.beginsAt > now || cast.some((action) => closes(phase, form, action));
}

/** A change as it stands in an address: `2027-05-01_2027-05-31_vote_comment_vote.affected`. */
export function changeInAddress(change: {
	from: string;
	until: string;
	actions: readonly string[];
	groups?: ActionGroups | undefined;
}) {
	return [change.from, change.until, ...change.actions, ...groupBoxes(change.groups)].join('_');
}

/** null: that is no change. */
export function changeFromAddress(text: string) {
	const [from, until, ...more] = text.split('_');
	const [actions, groups] = [more.filter((one) => !one.includes('.')), more.filter((one) => one.includes('.'))];
	const parsed = PhaseForm.safeParse({ from, until, actions, groups });
	return parsed.success ? { form: parsed.data, from: from ?? '', until: until ?? '', actions } : null;
}

/** First and last day of a phase, as a date field wants them. */
export function daysOf(phase: Pick<Phase, 'beginsAt' | 'endsAt'>): { from: string; until: string } {
	return { from: isoDay(phase.beginsAt), until: isoDay(lastInstant(phase)) };
}

export function mayManagePhases(person: Person | null): Verdict {
	return all(noWhen(person === null, 'signInFirst'), noWhen(!hasRole(person, 'publisher', 'admin'), 'roleMissing'));
}

interface Placed extends Pick<Phase, 'actions' | 'groups'> {
	beginsAt: string;
	endsAt: string;
}

/**
 * The same thing is open to the same group in one phase at a time: there is one answer to "what can I do now, and until
 * when?", and a vote belongs to exactly one phase. `phaseId`: the one that is placed anew; null: one more.
 */
export function mayPlacePhase(of: { phases: readonly Phase[] }, phaseId: string | null, placed: Placed): Verdict {
	const met = of.phases.find(
		(other) =>
			other.id !== phaseId &&
			other.beginsAt < placed.endsAt &&
			placed.beginsAt < other.endsAt &&
			ACTIONS.some((action) => meets(placed, other, action))
	);
	return met ? no('phaseOverlap', { phase: met.title }) : yes;
}

/**
 * A phase of one group is for that group's contributions and nothing else; whose it is, is settled when it begins. `was`:
 * the phase as it stands; null: a new one.
 */
export function mayBelongToPeers(was: Phase | null, becomes: Opens & Pick<Phase, 'peerGroup'>, now: string): Verdict {
	const { peerGroup = null, actions, groups } = becomes;
	const named = groups?.propose ?? [];
	return all(
		noWhen(was !== null && was.beginsAt <= now && (was.peerGroup ?? null) !== peerGroup, 'peersSettled'),
		noWhen(peerGroup !== null && actions.join() !== 'propose', 'peersOnlyWrite'),
		noWhen(peerGroup !== null && named.join() !== peerGroup, 'peersOtherGroup')
	);
}

/** What has begun stands in the chronicle, and what votes rest on stays. `uses`: how much rests on it. */
export function mayRemovePhase(phase: Phase, uses: number, now: string): Verdict {
	return all(
		noWhen(uses > 0, 'phaseUsed'),
		noWhen(phase.beginsAt <= now, 'phaseBegun', { since: day(phase.beginsAt) })
	);
}

export interface Gap {
	after: string;
	before: string;
	/** First and last day on which nothing runs. */
	from: string;
	until: string;
}

/** Times between two phases in which nothing runs: nothing forbids them, but they are easily overlooked. */
export function gapsBetween(phases: readonly Phase[]): Gap[] {
	const gaps: Gap[] = [];
	let last: Phase | null = null;
	for (const phase of phases.toSorted((one, other) => (one.beginsAt < other.beginsAt ? -1 : 1))) {
		if (last && last.endsAt < phase.beginsAt) {
			const until = lastInstant({ endsAt: phase.beginsAt });
			gaps.push({ after: last.title, before: phase.title, from: last.endsAt, until });
		}
		if (last === null || phase.endsAt > last.endsAt) last = phase;
	}
	return gaps;
}
