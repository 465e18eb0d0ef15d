import { DISPOSITIONS } from '../answers/answer.ts';
import { groupKeys, groupName } from '../people/groupNames.ts';
import { inOrder, NO_STATEMENT, ORGANISATION } from '../profile/groups/group.ts';
import { percent, whole } from '../texts/numbers.ts';
import { count, fill, t } from '../texts/texts.ts';
import { openOf, type Figures, type Part } from './figures.ts';

/** The tables of a report, once for its page and its paper. */
export interface Figured {
	columns: readonly string[];
	rows: readonly { head: string; cells: readonly (string | null)[] }[];
}

/** The groups that were balanced on the day of the report, in the order of today. */
export const declaredIn = (participation: Figures['participation']): string[] =>
	inOrder(participation, groupKeys()).filter((group) => group !== NO_STATEMENT && group !== ORGANISATION);

/** By group. Contributions and comments are single texts and may be added up (null: votes of groups never are). */
export function participationTable(
	participation: Figures['participation'],
	show: (number: number) => string = whole
): Figured {
	const words = t.reports.participation;
	const organisation = participation[ORGANISATION];
	const parts = [...declaredIn(participation), NO_STATEMENT].flatMap((group) => {
		const part = participation[group];
		return part ? [{ group, part }] : [];
	});
	// Reports from before earlier votes were told apart have one column for all votes, and say so.
	const apart = parts.every(({ part }) => part.earlier !== null);
	const sum = (of: 'contributions' | 'comments') => show(parts.reduce((total, { part }) => total + part[of], 0));
	const cells = ({ contributions, comments, votes, earlier }: Part) =>
		[contributions, comments, votes, ...(apart ? [earlier ?? 0] : [])].map(show);
	return {
		columns: [
			...[words.group, words.contributions, words.comments],
			...(apart ? [words.votes, words.earlier] : [words.allVotes])
		],
		rows: [
			...parts.map(({ group, part }) => ({ head: groupName(group), cells: cells(part) })),
			{ head: words.total, cells: [sum('contributions'), sum('comments'), ...(apart ? [null, null] : [null])] },
			...(organisation ? [{ head: words.organisation, cells: cells(organisation) }] : [])
		]
	};
}

/** How many are open, and where they stand in the table. */
export function openText(figures: Figures): string {
	const words = t.reports.answers;
	const { none, byDisposition } = figures.answers;
	const said = count(words.openNumber, openOf(figures));
	if (openOf(figures) === 0) return said;
	if (byDisposition.open === 0) return `${said} ${words.openWithout}`;
	if (none === 0) return `${said} ${words.openAnswered}`;
	return `${said} ${fill(words.openParts, { none: whole(none), open: whole(byDisposition.open) })}`;
}

/** What became of all contributions, to the last one: shares of all of them, and their sum. */
export function answersTable({ answers }: Figures): Figured {
	const words = t.reports.answers;
	const share = (count: number) => (answers.total > 0 ? percent(count / answers.total) : null);
	const row = (head: string, count: number) => ({ head, cells: [whole(count), share(count)] });
	return {
		columns: [words.disposition, words.count, words.share],
		rows: [
			...DISPOSITIONS.map((one) => row(t.answers.dispositions[one], answers.byDisposition[one])),
			row(words.none, answers.none),
			row(words.total, answers.total)
		]
	};
}
