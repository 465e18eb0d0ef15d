import { z } from 'zod';
import { all, noWhen, type Verdict } from '../verdict.ts';
import { suppress, OPINION } from '../votes/suppression/suppression.ts';
import type { Choice } from '../votes/vote.ts';

/** As many points as a helper enters at once. */
export const ROWS = 5;
const number = z.coerce.number('wrong').int('wrong').min(0, 'wrong').max(2_000, 'wrong');
const Row = z.object({
	point: z.coerce.number('wrong').int('wrong').min(1, 'wrong').max(1_000_000_000, 'wrong'),
	agree: number,
	pass: number,
	disagree: number
});
const PARTS = ['point', 'agree', 'pass', 'disagree'] as const;

export interface Show {
	point: number;
	agree: number;
	pass: number;
	disagree: number;
}

/** Numbers of hands by point, a row for each: `point-1`, `agree-1`, … A row without a point is empty. */
export const HandsForm = z.record(z.string(), z.union([z.string(), z.array(z.string())])).transform((typed, check) => {
	const shows: Show[] = [];
	let wrong = false;
	for (let place = 1; place <= ROWS; place++) {
		const values = PARTS.map((part) => [part, typed[`${part}-${place}`] ?? ''] as const);
		if (String(values[0]?.[1]).trim() === '') continue;
		const row = Row.safeParse(Object.fromEntries(values));
		if (row.success) shows.push(row.data);
		for (const { path, message } of row.error?.issues ?? []) {
			wrong = true;
			check.addIssue({ code: 'custom', message, path: [`${String(path[0])}-${place}`] });
		}
	}
	if (shows.length === 0 && !wrong) check.addIssue({ code: 'custom', message: 'handsMissing', path: ['point-1'] });
	const { seen = '' } = typed;
	return { shows, seen: String(seen) };
});

const sum = ({ agree, pass, disagree }: Omit<Show, 'point'>) => agree + pass + disagree;

/** Nobody raises both hands: on a point there are not more of them than people in the room. */
export function mayCount(show: Show, people: number): Verdict {
	return all(
		noWhen(sum(show) > people, 'handsTooMany', { point: String(show.point), people: String(people) }),
		noWhen(sum(show) === 0, 'handsNone', { point: String(show.point) })
	);
}

/** A show of hands as everybody reads it. */
export interface ShownHands {
	workshop: { number: number; label: string; heldOn: string };
	/** On the wording that counts today. */
	newest: boolean;
	/** null: too few people for numbers. */
	counts: HandCounts | null;
}

export interface HandCounts {
	/** null: held back. */
	agree: number | null;
	pass: number | null;
	disagree: number | null;
	/** Where the most hands are held back: at least this share was raised for it. */
	mostly: { choice: Choice; share: number } | null;
}

const CHOICES_BY_HAND = ['agree', 'pass', 'disagree'] as const satisfies readonly Choice[];

/**
 * Who was in the room has seen it; for everybody else the rules of votes hold: one to four people are never told. Nor is
 * it told by subtraction how many raised no hand: everybody reads how many were there.
 */
export function disclosed({ agree, pass, disagree }: Omit<Show, 'point'>, people: number): HandCounts | null {
	const said = { agree, pass, disagree };
	const { total, counts, mostly } = suppress(said, OPINION);
	if (total === null) return null;
	const silent = Math.max(0, people - sum(said));
	const amongAll = suppress({ ...said, silent }, OPINION).counts;
	const shown = (choice: Choice) => ((amongAll[choice] ?? null) === null ? null : (counts[choice] ?? null));
	const choice = CHOICES_BY_HAND.find((one) => one === mostly?.name);
	return {
		...{ agree: shown('agree'), pass: shown('pass'), disagree: shown('disagree') },
		mostly: mostly && choice ? { choice, share: mostly.share } : null
	};
}

/** For the team, as long as it can still be mended. */
export function exactly({ agree, pass, disagree }: Omit<Show, 'point'>): HandCounts {
	return { agree, pass, disagree, mostly: null };
}
