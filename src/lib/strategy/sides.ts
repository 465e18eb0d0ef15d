import { AUTHOR_GROUPS, type AuthorGroup } from '../people/person.ts';
import { RELATIONS, type Source } from './point.ts';

/** The contributions behind a point, side by side as the process is: by group, within it by relation, then by number. */
export interface Side {
	group: AuthorGroup;
	sources: Source[];
}

export function sides(sources: readonly Source[]): { sides: Side[]; hidden: Source[] } {
	const open = sources.filter((source) => source.published);
	const order = (one: Source, other: Source) =>
		RELATIONS.indexOf(one.relation) - RELATIONS.indexOf(other.relation) || one.proposalNumber - other.proposalNumber;
	const grouped = AUTHOR_GROUPS.map((group) => ({
		group,
		sources: open.filter((source) => (source.authorGroup ?? 'none') === group).sort(order)
	}));
	return {
		sides: grouped.filter((side) => side.sources.length > 0),
		hidden: sources.filter((source) => !source.published)
	};
}
