import { ORGANISATION } from '../profile/groups/group.ts';
import { isContested, openOf, type Figures, type Part } from './figures.ts';

interface Named {
	number: number;
	title: string;
}

export interface Changes {
	since: string;
	/** Of the groups that both reports have. */
	participation: Figures['participation'];
	/** The former report counted organisations in a group, this one apart from all: its groups are smaller for that. */
	organisationsApart: boolean;
	answered: number;
	open: number;
	versions: Named[];
	calls: Named[];
	added: Named[];
	dropped: Named[];
	newlyContested: Named[];
	/** Contested then, still there, voted on again, and no longer contested: silence about a new wording is no peace. */
	settled: Named[];
}

/** A report that did not tell votes on former wordings apart can only be compared by all of them. */
function partChange(before: Part, after: Part): Part {
	const apart = before.earlier !== null && after.earlier !== null;
	const votes = ({ votes, earlier }: Part) => (apart ? votes : votes + (earlier ?? 0));
	return {
		contributions: after.contributions - before.contributions,
		comments: after.comments - before.comments,
		votes: votes(after) - votes(before),
		earlier: apart ? (after.earlier ?? 0) - (before.earlier ?? 0) : null
	};
}

function not<T extends Named>(these: readonly T[], those: readonly Named[]): Named[] {
	const known = new Set(those.map((one) => one.number));
	return these.filter((one) => !known.has(one.number)).map(({ number, title }) => ({ number, title }));
}

function both(these: readonly Named[], those: readonly Named[]): Named[] {
	const known = new Set(those.map((one) => one.number));
	return these.filter((one) => known.has(one.number)).map(({ number, title }) => ({ number, title }));
}

/** What is different between two reports. Numbers are differences and may be negative. */
export function compare(previous: Figures, current: Figures): Changes {
	const before = previous.participation;
	const participation = Object.entries(current.participation).flatMap(([group, after]) => {
		const former = before[group];
		return former && after ? [[group, partChange(former, after)] as const] : [];
	});
	const contested = { before: previous.points.filter(isContested), now: current.points.filter(isContested) };
	const decided = (figures: Figures) => figures.answers.total - openOf(figures);
	/** With as many votes of every group as it takes to say so. */
	const quiet = current.points.filter(
		(point) => point.round !== null && !['contested', 'open'].includes(point.round.summary.word)
	);
	return {
		since: previous.asOf,
		participation: Object.fromEntries(participation),
		organisationsApart: !before[ORGANISATION] && current.participation[ORGANISATION] !== undefined,
		answered: decided(current) - decided(previous),
		open: openOf(current) - openOf(previous),
		versions: not(current.versions, previous.versions),
		calls: not(current.calls, previous.calls),
		added: not(current.points, previous.points),
		dropped: not(previous.points, current.points),
		newlyContested: not(contested.now, contested.before),
		settled: both(contested.before, quiet)
	};
}
