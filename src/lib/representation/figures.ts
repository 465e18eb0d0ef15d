import type { Coverage, Justified, Owed, Represented, ShownViolation } from '../strategy/versions/represented.ts';
import { revealsByDifference } from '../votes/suppression/differencing.ts';
import { MIN_COUNT, PRESENCE, showing, sum, suppress, type Shown } from '../votes/suppression/suppression.ts';
import type { Violation } from './audit/audit.ts';
import type { Weighing } from './audit/weighing.ts';
import { owedIn, type OriginsAudit } from './representation.ts';

/**
 * What may be said to everybody of an audit. Two groups of people that lie in each other are two figures to subtract, so
 * each count is held against the one it is a part of, and against what earlier versions said of the same.
 */
export function representedOf(
	audit: OriginsAudit,
	justified: Justified,
	former: readonly Represented[] = []
): Represented {
	const groups = coverageOf(audit, former);
	return {
		chosen: audit.chosen.size,
		leftOut: audit.candidates.length - audit.chosen.size,
		groups,
		uncounted: audit.uncounted,
		violations: owedIn(audit).map(({ cluster: { number, title }, by }) => {
			const told = former.flatMap(({ violations }) => violations.filter((one) => one.cluster === number));
			const before = told.flatMap((one) => [one.groups, one.people]).flatMap((one) => one?.people ?? []);
			const byGroups = by.groups ? owedOf(audit, by.groups, { groups, before, weighing: 'groups' }) : null;
			// The same cluster twice, at another bar: the one lies in the other.
			const both = [...before, ...(byGroups?.people ?? [])];
			const byPeople = by.people ? owedOf(audit, by.people, { groups, before: both, weighing: 'people' }) : null;
			return { cluster: number, title, reason: justified[number] ?? '', groups: byGroups, people: byPeople };
		})
	};
}

/** The same without anything held back: for staff. */
export function exactly(audit: OriginsAudit, justified: Justified): Represented {
	const { people, without } = audit.audits.people;
	const owed = (violation: Violation | undefined): Owed | null =>
		violation
			? {
					deserved: violation.deserved,
					percent: percentOf(violation.share),
					people: audit.groups.map((group, place) => ({ group, count: violation.people[place] ?? 0 }))
				}
			: null;
	return {
		chosen: audit.chosen.size,
		leftOut: audit.candidates.length - audit.chosen.size,
		groups: audit.groups.flatMap((group, place) => {
			const [all, none] = [people[place] ?? 0, without[place] ?? 0];
			if (all === 0 && place === audit.groups.length - 1) return [];
			return [{ group, people: all, covered: all - none, without: none, mostly: null }];
		}),
		uncounted: audit.uncounted,
		violations: owedIn(audit).map(({ cluster: { number, title }, by }) => {
			const reason = justified[number] ?? '';
			return { cluster: number, title, reason, groups: owed(by.groups), people: owed(by.people) };
		})
	};
}

/** The first way of telling a line that nobody can subtract from what was told before. */
function safest(counts: Readonly<Record<string, number>>, history: readonly Shown[]): Shown {
	const total = sum(Object.values(counts));
	const ways = [suppress(counts, PRESENCE), ...(total >= MIN_COUNT ? [showing(counts, total, new Set())] : [])];
	const nothing = showing(counts, null, new Set());
	return ways.find((way) => history.every((before) => !revealsByDifference(before, way, PRESENCE))) ?? nothing;
}

const percentOf = (share: number) => Math.floor(share * 100 + 1e-9);

function coverageOf({ groups, audits }: OriginsAudit, former: readonly Represented[]): Coverage[] {
	return groups.flatMap((group, place): Coverage[] => {
		const [people, without] = [audits.people.people[place] ?? 0, audits.people.without[place] ?? 0];
		const told = former.flatMap((one) => one.groups.filter((coverage) => coverage.group === group));
		// Nobody has to be told that nobody said nothing.
		if (people === 0 && place === groups.length - 1 && told.length === 0) return [];
		const shown = safest({ covered: people - without, without }, told.map(asShown));
		const { mostly } = shown;
		const of = mostly?.name === 'without' ? 'without' : 'covered';
		return [
			{
				group,
				people: shown.total,
				covered: shown.counts.covered ?? null,
				without: shown.counts.without ?? null,
				mostly: mostly && { of, percent: percentOf(mostly.share) }
			}
		];
	});
}

const asShown = ({ people, covered, without }: Coverage): Shown => {
	return { total: people, counts: { covered, without }, mostly: null };
};

interface Beside {
	groups: readonly Coverage[];
	/** What was told of the same cluster. */
	before: Owed['people'];
	weighing: Weighing;
}

function owedOf(audit: OriginsAudit, { deserved, people, share }: Violation, beside: Beside): Owed {
	// Who has none of what the version rests on is a part of whom nothing in it stands for.
	const whole = deserved === 1 ? audit.audits.people.without : audit.audits.people.people;
	const cells = audit.groups.flatMap((group, place) => {
		const behind = people[place] ?? 0;
		if ((audit.audits.people.people[place] ?? 0) === 0) return [];
		const part = suppress({ behind, rest: (whole[place] ?? 0) - behind }, PRESENCE).counts.behind ?? null;
		const told = beside.before.filter((one) => one.group === group);
		const betrays = told.some(({ count }) => count !== null && near(count, behind));
		return [{ group, count: betrays ? null : part }];
	});
	const isOpen = ({ group, count }: Owed['people'][number]) =>
		count !== null && beside.groups.find((one) => one.group === group)?.people !== null;
	return {
		deserved: sum(people) < MIN_COUNT ? null : deserved,
		percent: cells.every(isOpen) ? percentOf(share) : null,
		people: cells
	};
}

/** What people might expect of the version before and missed there, and do not miss any more: it was taken in, or they are too few now. */
export function mendedSince(former: Pick<Represented, 'violations'> | null, now: Pick<Represented, 'violations'>) {
	const still = new Set(now.violations.map(({ cluster }) => cluster));
	return (former?.violations ?? []).filter(({ cluster }) => !still.has(cluster));
}

const near = (one: number, other: number) => one !== other && Math.abs(one - other) < MIN_COUNT;

/** Whether anything of it is held back, so that the reader is told why. */
export function holdsBack({ groups, violations }: Represented): boolean {
	const parts = violations.flatMap((one: ShownViolation) => [one.groups, one.people]).flatMap((one) => one ?? []);
	return groups.some(({ without }) => without === null) || parts.some(({ percent }) => percent === null);
}
