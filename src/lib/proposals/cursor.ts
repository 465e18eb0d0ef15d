import type { Sort } from './proposal.ts';

interface Place {
	publishedAt: string | null;
	supportCount: number;
	commentCount: number;
	number: number;
}

/** Where a page of the list ended: the sort value and, for ties, the number. Readable in the address, checked when read. */
export const Cursor = {
	/** `titled`, of the best hits: whether it is one whose title says what was asked for. */
	write(sort: Sort, place: Place, titled = false): string {
		const { publishedAt, supportCount, commentCount } = place;
		const value = { newest: publishedAt ?? '', supported: supportCount, discussed: commentCount, best: titled ? 1 : 0 };
		return `${value[sort]}~${place.number}`;
	},

	/** null when there is none or it is not one of ours: the list then starts at its beginning. */
	read(sort: Sort, text: string | undefined): { value: string | number; number: number } | null {
		const match = /^([^~]+)~(\d{1,9})$/.exec(text ?? '');
		const value = match?.[1];
		if (!value) return null;
		const number = Number(match[2]);
		if (sort === 'newest') return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? { value, number } : null;
		return /^\d{1,9}$/.test(value) ? { value: Number(value), number } : null;
	}
};
