import type { Group, ParticipantType } from '../../people/person.ts';
import type { Choice, RecordedBy } from '../vote.ts';
import { DAY } from '../../time.ts';

/** What one voter has put into the boxes of a phase, and in which group it is counted. */
export interface Ballot {
	voter: string;
	phaseId: string;
	group: string;
	standing: string;
	/** As `writeMarks` writes it. */
	marks: string;
}

/** A ballot as it was and as it is now; null: there is none. */
export interface Changed {
	was: Ballot | null;
	is: Ballot | null;
}

/** `tick`: a measure that should come first (room `priorities`), in a box of its own numbers. It is in no tally. */
type Said = Choice | 'tick';

/** What stands on a ballot about one box: a point's wording in a phase, or a measure. */
export interface Mark {
	choice: Said;
	hand: RecordedBy;
	/** YYYY-MM-DD; null: not kept any more. */
	day: string | null;
}

export type Marks = Map<number, Mark>;

const LETTER = { agree: 'a', pass: 'p', disagree: 'd', tick: 't' } as const;
const CHOICE: Readonly<Record<string, Said>> = { a: 'agree', p: 'pass', d: 'disagree', t: 'tick' };
const MARK = /^([1-9]\d*)([apdtAPDT])([0-9a-z]*)$/;

/**
 * In the order of the boxes, never in that of voting: `12a 13P 20dgx1`. The letter is the choice, a capital when a helper
 * wrote it down; behind it the day, counted from 1970, in base 36.
 */
export function writeMarks(marks: Marks): string {
	const sorted = [...marks].sort(([a], [b]) => a - b);
	return sorted.map(([box, mark]) => `${box}${letterOf(mark)}${dayNumber(mark.day)}`).join(' ');
}

function letterOf({ choice, hand }: Mark): string {
	return hand === null ? LETTER[choice] : LETTER[choice].toUpperCase();
}

function dayNumber(day: string | null): string {
	return day === null ? '' : Math.floor(Date.parse(day) / DAY).toString(36);
}

export function readMarks(text: string): Marks {
	const marks: Marks = new Map();
	for (const one of text === '' ? [] : text.split(' ')) {
		const [, box, letter = '', day = ''] = MARK.exec(one) ?? [];
		const choice = CHOICE[letter.toLowerCase()];
		if (!choice) throw new Error('a ballot cannot be read');
		const hand = letter === letter.toLowerCase() ? null : 'helper';
		marks.set(Number(box), { choice, hand, day: day === '' ? null : dayOf(day) });
	}
	return marks;
}

/** What is said of points. */
export function votesIn(marks: Marks): Map<number, Mark & { choice: Choice }> {
	const votes = new Map<number, Mark & { choice: Choice }>();
	for (const [box, { choice, ...mark }] of marks) if (choice !== 'tick') votes.set(box, { ...mark, choice });
	return votes;
}

/** The boxes of the measures that are ticked. */
export const ticksIn = (marks: Marks): number[] =>
	[...marks].flatMap(([box, { choice }]) => (choice === 'tick' ? [box] : []));

function dayOf(number: string): string {
	return new Date(Number.parseInt(number, 36) * DAY).toISOString().slice(0, 10);
}

/** What is added to the tallies of a group. */
export interface Count {
	boxId: number;
	group: string;
	standing: string;
	agree: number;
	pass: number;
	disagree: number;
	recorded: number;
}

interface Who {
	group: Group;
	standing: ParticipantType;
}

/** Puts marks on a ballot, or takes them off (`null`). In whichever group it was counted before, it is counted in hers. */
export function marked(
	former: Ballot,
	{ group, standing }: Who,
	changes: Iterable<readonly [boxId: number, mark: Mark | null]>
): Ballot {
	const marks = readMarks(former.marks);
	for (const [boxId, mark] of changes) {
		if (mark === null) marks.delete(boxId);
		else marks.set(boxId, mark);
	}
	return { ...former, group, standing, marks: writeMarks(marks) };
}

/** The second ballot with what only the first one says. Ticks are one statement: there they are taken whole or not at all. */
export function joined(from: Ballot, into: Ballot): Ballot {
	const [former, own] = [readMarks(from.marks), readMarks(into.marks)];
	const more = ticksIn(own).length > 0 ? votesIn(former) : former;
	return { ...into, marks: writeMarks(new Map<number, Mark>([...more, ...own])) };
}

/** What the tallies lack, or have too much, when each ballot turns from what it was into what it is. */
export function difference(ballots: Iterable<{ was: Ballot | null; is: Ballot | null }>): Count[] {
	const counts = new Map<string, Count>();
	for (const { was, is } of ballots) {
		if (was) add(counts, was, -1);
		if (is) add(counts, is, 1);
	}
	return [...counts.values()].filter(
		({ agree, pass, disagree, recorded }) => agree !== 0 || pass !== 0 || disagree !== 0 || recorded !== 0
	);
}

function add(counts: Map<string, Count>, { group, standing, marks }: Ballot, change: 1 | -1): void {
	for (const [boxId, { choice, hand }] of readMarks(marks)) {
		if (choice === 'tick') continue;
		const key = `${boxId} ${group} ${standing}`;
		const count = counts.get(key) ?? { boxId, group, standing, agree: 0, pass: 0, disagree: 0, recorded: 0 };
		count[choice] += change;
		if (hand !== null) count.recorded += change;
		counts.set(key, count);
	}
}

/** Box, letter and day of each mark: whole ballots are changed as text, a million of them in a moment. */
const MARKS = /(\d+)([apdtAPDT])([0-9a-z]*)/g;

/**
 * Before today, only the days since `from` are still told from those before (null: none are), and not from each other:
 * they are all yesterday.
 */
export function fewerDays(today: string, from: string | null): (marks: string) => string {
	const now = Math.floor(Date.parse(today) / DAY);
	const since = from === null ? now : Math.floor(Date.parse(from) / DAY);
	const known = new Map<string, string>([['', '']]);
	const fewer = (day: string) => {
		const number = Number.parseInt(day, 36);
		return number >= now ? day : number >= since ? (now - 1).toString(36) : '';
	};
	return (marks) =>
		marks.replace(MARKS, (_, box: string, letter: string, day: string) => {
			const shown = known.get(day) ?? fewer(day);
			known.set(day, shown);
			return `${box}${letter}${shown}`;
		});
}

/** What remains when the phase is over: the choices. Not the days, nor whose hand wrote them. */
export function choicesAlone(marks: string): string {
	return marks.replace(MARKS, (_, box: string, letter: string) => `${box}${letter.toLowerCase()}`);
}
