import { collide, rebase, sameWords, type Words } from './rebase.ts';

/**
 * How an amendment stands to the wording that counts today. `same`: it was made for it; `carried`: for an older one, but
 * what it changes is unchanged; `there`: today's wording says it already; `older`: what it changes has changed.
 */
export type Fit = 'same' | 'carried' | 'there' | 'older';

export interface Fitted {
	fit: Fit;
	/** What it wants to be read instead of `against`. */
	text: Words;
	/** Today's wording, or the one it was made for where it no longer fits. */
	against: Words;
	/** Numbers of other open ones that change the same sentences. */
	collides: number[];
}

export interface Proposed {
	number: number;
	base: Words;
	text: Words;
	/** Decided ones are in nobody's way. */
	open: boolean;
}

function fitOne(current: Words | null, { base, text }: Proposed): Omit<Fitted, 'collides'> {
	if (current === null) return { fit: 'older', text, against: base };
	if (sameWords(base, current)) return { fit: 'same', text, against: current };
	const carried = rebase(base, text, current);
	if (carried === null) return { fit: 'older', text, against: base };
	if (sameWords(carried, current)) return { fit: 'there', text, against: base };
	return { fit: 'carried', text: carried, against: current };
}

const none = (): number[] => [];

/** Amendments of one point by their numbers. `current` null: the point no longer stands. */
export function fitted(current: Words | null, all: readonly Proposed[]): Map<number, Fitted> {
	const found = new Map(all.map((one) => [one.number, { ...fitOne(current, one), collides: none() }]));
	const rivals = all.flatMap(({ number, open }) => {
		const one = found.get(number);
		return open && one && (one.fit === 'same' || one.fit === 'carried') ? [{ number, one }] : [];
	});
	for (const [index, { number, one }] of rivals.entries()) {
		for (const other of rivals.slice(index + 1)) {
			if (current === null || !collide(current, one.text, other.one.text)) continue;
			one.collides.push(other.number);
			other.one.collides.push(number);
		}
	}
	return found;
}
