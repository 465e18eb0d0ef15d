import type { AuthorGroup } from '../../people/person.ts';
import { NO_STATEMENT } from '../../profile/groups/group.ts';
import { RELATIONS, type Source } from '../points/point.ts';

/** The contributions behind a point, side by side as the process is: by group, within it by relation, then by number. */
export interface GroupSources {
	group: AuthorGroup;
	sources: Source[];
}

/** `groups`: everything that may stand at a text, in order; what is not among it stands last. */
export function sourcesByGroup(
	sources: readonly Source[],
	groups: readonly AuthorGroup[]
): { sides: GroupSources[]; hidden: Source[] } {
	const open = sources.filter((source) => source.published);
	const order = (one: Source, other: Source) =>
		RELATIONS.indexOf(one.relation) - RELATIONS.indexOf(other.relation) || one.proposalNumber - other.proposalNumber;
	const groupOf = ({ authorGroup }: Source) => authorGroup ?? NO_STATEMENT;
	const grouped = [...new Set([...groups, ...open.map(groupOf)])].map((group) => ({
		group,
		sources: open.filter((source) => groupOf(source) === group).sort(order)
	}));
	return {
		sides: grouped.filter((side) => side.sources.length > 0),
		hidden: sources.filter((source) => !source.published)
	};
}
