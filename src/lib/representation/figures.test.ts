import { describe, expect, it } from 'vitest';
import { Chance } from '../opinion/chance.ts';
import { Attacker } from '../../../tests/support/attacker.ts';
import { Represented } from '#lib/strategy/versions/represented.ts';
import { audit } from './audit/audit.ts';
import { supportOf, type Supporter } from './audit/support.ts';
import { mendedSince, representedOf } from './figures.ts';
import { mistakeIn } from './recheck.ts';
import type { OriginsAudit } from './representation.ts';

const people = (count: number, group: number, candidates: readonly number[]): Supporter[] =>
	Array.from({ length: count }, () => ({ group, candidates }));

/** Candidates are clusters; the first ones are in the version. */
function audited(everybody: readonly Supporter[], { size = 4, inside = 2 } = {}): OriginsAudit {
	const support = supportOf(everybody, 3, size, 2);
	const chosen = new Set(Array.from({ length: inside }, (_, one) => one));
	return {
		groups: ['affected', 'practice', 'none'],
		candidates: Array.from({ length: size }, (_, one) => ({
			cluster: { id: `c${one}`, number: one + 1, title: `Anliegen ${one + 1}` },
			point: one < inside ? one + 1 : null
		})),
		...{ chosen, support, uncounted: { organisations: 1, unknown: 2 } },
		audits: { groups: audit(support, chosen, 'groups'), people: audit(support, chosen, 'people') }
	};
}

const many = [...people(20, 0, [0]), ...people(20, 0, [2]), ...people(12, 1, [0]), ...people(8, 1, [2])];
const reasons = { '3': 'Der Bund ist zuständig.' };

describe('what is frozen of an audit', () => {
	it('is sums, with a share where all counts behind it are shown, and can be recomputed', () => {
		const frozen = representedOf(audited(many), reasons);
		expect(Represented.parse(frozen)).toEqual(frozen);
		expect(frozen.groups).toEqual([
			{ group: 'affected', people: 40, covered: 20, without: 20, mostly: null },
			{ group: 'practice', people: 20, covered: 12, without: 8, mostly: null }
		]);
		expect(frozen.violations).toEqual([]);
		expect(mistakeIn(frozen)).toBeNull();
	});

	it('says what the version before left out and this one does not', () => {
		const owed = [...people(10, 0, [0]), ...people(30, 0, [2]), ...people(12, 1, [0]), ...people(8, 1, [2])];
		const before = representedOf(audited(owed), reasons);
		const after = representedOf(audited(owed, { inside: 3 }), reasons, [before]);
		expect(mendedSince(before, after).map(({ title }) => title)).toEqual(['Anliegen 3']);
		expect(mendedSince(before, before)).toEqual([]);
		expect(mendedSince(null, after)).toEqual([]);
	});

	it('names a violation and how many may expect what', () => {
		const owed = [...people(10, 0, [0]), ...people(30, 0, [2]), ...people(12, 1, [0]), ...people(8, 1, [2])];
		const frozen = representedOf(audited(owed), reasons);
		const behind = [
			{ group: 'affected', count: 30 },
			{ group: 'practice', count: 8 }
		];
		expect(frozen.violations).toEqual([
			{
				...{ cluster: 3, title: 'Anliegen 3', reason: 'Der Bund ist zuständig.' },
				groups: { deserved: 1, percent: 57, people: behind },
				people: { deserved: 1, percent: 63, people: behind }
			}
		]);
		expect(mistakeIn(frozen)).toBeNull();
	});

	it('tells nothing of one to four people, nor what could be subtracted', () => {
		const few = [...people(37, 0, [0]), ...people(3, 0, [2]), ...people(3, 1, [2])];
		const frozen = representedOf(audited(few), reasons);
		const [affected, practice] = frozen.groups;
		expect(affected).toEqual({
			...{ group: 'affected', people: 40, covered: null, without: null, mostly: { of: 'covered', percent: 90 } }
		});
		expect(practice).toMatchObject({ people: null, covered: null, without: null });
		expect(frozen.violations).toMatchObject([
			{ groups: { deserved: 1, percent: null, people: [{ count: null }, { count: null }] } }
		]);
		expect(mistakeIn(frozen)).toBeNull();
	});

	it('says not even how much is owed to fewer than five', () => {
		const frozen = representedOf(audited([...people(30, 0, [0]), ...people(2, 1, [2])]), reasons);
		expect(frozen.violations).toMatchObject([{ groups: { deserved: null, percent: null } }]);
	});

	it('holds back what, beside the version before, would tell of a few who came', () => {
		const before = representedOf(audited(many), reasons);
		const after = representedOf(audited([...many, ...people(2, 0, [0])]), reasons, [before]);
		expect(after.groups[0]).toEqual({ group: 'affected', people: null, covered: null, without: null, mostly: null });
		expect(after.groups[1]).toEqual(before.groups[1]);
	});
});

describe('what can be recomputed', () => {
	const owed = [...people(10, 0, [0]), ...people(30, 0, [2]), ...people(12, 1, [0]), ...people(8, 1, [2])];
	const frozen = representedOf(audited(owed), reasons);
	const [violation] = frozen.violations;

	it.each([
		[
			'a group that no longer adds up',
			{ groups: frozen.groups.map((one) => ({ ...one, covered: 1 })) },
			'groups[0].people'
		],
		['a reason that is gone', { violations: [{ ...violation, reason: '' }] }, 'violations[0].reason'],
		[
			'a part that would not be large enough',
			{ violations: [{ ...violation, groups: { ...violation?.groups, deserved: 2 } }] },
			'violations[0].groups.people'
		],
		[
			'another share',
			{ violations: [{ ...violation, groups: { ...violation?.groups, percent: 58 } }] },
			'violations[0].groups.percent'
		],
		[
			'more than it rests on',
			{ violations: [{ ...violation, people: { ...violation?.people, deserved: 9 } }] },
			'violations[0].people.deserved'
		]
	])('%s is found', (_, change, where) => {
		expect(mistakeIn(Represented.parse({ ...frozen, ...change }))).toBe(where);
	});
});

/** Everything that is told of people in one version. */
function reads(attacker: Attacker, day: string, { groups, violations }: Represented): number {
	for (const { group, people: total, covered, without, mostly } of groups) {
		const share = mostly && { name: mostly.of, share: mostly.percent / 100 };
		attacker.reads(group, day, { total, counts: { covered, without }, mostly: share });
	}
	let told = groups.filter(({ covered }) => covered !== null).length;
	for (const { cluster, groups: byGroups, people: byPeople } of violations)
		for (const owed of [byGroups, byPeople])
			for (const { group, count } of owed?.people ?? []) {
				const of = groups.find((one) => one.group === group);
				const total = (owed?.deserved === 1 ? of?.without : of?.people) ?? null;
				const bar = `${cluster} at ${owed?.deserved} ${group}`;
				if (total !== null) attacker.reads(bar, day, { total, counts: { behind: count, rest: null } });
				told += count === null ? 0 : 1;
			}
	return told;
}

describe('whoever keeps what every version said', () => {
	it('and reckons with all of it, finds out nothing about one to four people', () => {
		const chance = new Chance(7);
		const next = () => chance.next();
		let told = 0;
		for (let trial = 0; trial < 60; trial++) {
			const attacker = new Attacker();
			const everybody: Supporter[] = [];
			const former: Represented[] = [];
			for (let version = 0; version < 4; version++) {
				const came = Math.floor(next() * (version === 0 ? 60 : 14));
				for (let one = 0; one < came; one++)
					everybody.push({
						group: Math.floor(next() * 2.4),
						candidates: [0, 1, 2, 3].filter((candidate) => next() < (candidate < 2 ? 0.25 : 0.6))
					});
				const represented = representedOf(audited(everybody), reasons, former);
				told += reads(attacker, String(version), represented);
				former.push(represented);
			}
			expect(attacker.finds(), `trial ${trial}`).toEqual([]);
		}
		expect(told).toBeGreaterThan(100);
	});
});
