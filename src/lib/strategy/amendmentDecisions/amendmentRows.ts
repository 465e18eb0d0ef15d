import type { Amendment } from '../../amendments/amendment.ts';
import type { Fitted } from '../../amendments/applicability.ts';
import { excerpt } from '../../texts/excerpt.ts';

const EXCERPT = 200;

interface About {
	fits: ReadonlyMap<number, Fitted>;
	/** How many comments, by id. */
	comments: ReadonlyMap<string, number>;
	hrefOf(number: number): string;
}

/** Amendments as a list shows them. */
export function amendmentRows(list: readonly Amendment[], { fits, comments, hrefOf }: About) {
	return list.map(({ id, number, reason, authorName, authorGroup, state, supportCount, decision }) => ({
		...{ number, authorName, authorGroup, supportCount },
		excerpt: excerpt(reason, EXCERPT),
		waiting: state === 'waiting',
		commentCount: comments.get(id) ?? 0,
		outcome: decision?.outcome ?? null,
		fit: fits.get(number)?.fit ?? 'older',
		collides: (fits.get(number)?.collides.length ?? 0) > 0,
		href: hrefOf(number)
	}));
}
