import { describe, expect, it } from 'vitest';
import { compare } from './changes.ts';
import { Figures, isContested, openOf } from './figures.ts';

const nobody = { contributions: 0, comments: 0, votes: 0, earlier: 0 };
const version = (number: number) => ({
	...{ number, kind: 'draft', title: `Fassung ${number}`, points: 1 },
	...{ publishedAt: '2027-05-10T12:00:00.000Z', digest: 'abc' }
});
const votes = { group: 'affected', standing: 'person' };
const point = (number: number, word = 'mixed', title = `Punkt ${number}`) => ({
	...{ number, title, field: 'Wohnen' },
	round: {
		...{ phase: 'draft', organisations: [] },
		persons: [{ ...votes, state: 'exact', agree: 6, pass: 2, disagree: 4, n: 12 }],
		summary: { balanced: null, tooFew: ['research'], contestedBy: [], word, side: null }
	}
});
const blank = {
	...{ asOf: '2027-05-10T12:00:00.000Z', consultation: 'Strategie', versions: [], points: [], calls: [] },
	participation: { affected: nobody, practice: nobody, research: nobody, none: nobody },
	answers: {
		...{ total: 0, none: 0 },
		byDisposition: { adopted: 0, partly: 0, merged: 0, declined: 0, elsewhere: 0, open: 0 }
	}
};
const figures = (more: object = {}): Figures => Figures.parse({ ...blank, ...more });
const titles = (these: readonly { title: string }[]) => these.map((one) => one.title);

describe('the figures of a report', () => {
	it('have no place for a small group’s votes', () => {
		const few = { ...votes, state: 'few' };
		const row = (persons: object[]) => ({ ...blank, points: [{ ...point(1), round: { ...point(1).round, persons } }] });
		expect(Figures.safeParse(row([few])).success).toBe(true);
		expect(Figures.safeParse(row([{ ...few, agree: 3, pass: 0, disagree: 0, n: 3 }])).success).toBe(false);
	});

	it('still read what the first reports said in other words', () => {
		const [read] = figures({ points: [point(1)] }).points;
		expect(read?.round?.persons).toMatchObject([{ state: 'counted', agree: 6, n: 12, mostly: null }]);
		const nearlyAll = { ...votes, state: 'nearlyAll', choice: 'agree', n: 7 };
		const old = figures({ points: [{ ...point(1), round: { ...point(1).round, persons: [nearlyAll] } }] });
		expect(old.points[0]?.round?.persons).toMatchObject([
			{ n: 7, agree: null, mostly: { choice: 'agree', share: 0.8 } }
		]);
	});

	it('know what is still open: without an answer, and answered with open', () => {
		const { answers } = blank;
		const byDisposition = { ...answers.byDisposition, open: 2, adopted: 4 };
		expect(openOf(figures({ answers: { total: 9, none: 3, byDisposition } }))).toBe(5);
	});

	it('call a point contested when its votes say so, and not when nobody has voted', () => {
		const { points } = figures({ points: [point(1, 'contested'), point(2), { ...point(3), round: null }] });
		expect(points.map(isContested)).toEqual([true, false, false]);
	});
});

describe('the changes since the former report', () => {
	it('are none between a report and itself', () => {
		const same = figures({ versions: [version(1)], points: [point(1, 'contested')] });
		const { participation, since, ...rest } = compare(same, same);
		expect(participation.affected).toEqual(nobody);
		expect(since).toBe(same.asOf);
		expect(rest).toEqual({
			...{ answered: 0, open: 0, versions: [], calls: [], added: [], dropped: [], newlyContested: [], settled: [] },
			organisationsApart: false
		});
	});

	it('count up and down', () => {
		const affected = { contributions: 12, comments: 3, votes: 40, earlier: 5 };
		const before = figures({ participation: { ...blank.participation, affected } });
		const later = { ...affected, contributions: 11, votes: 61 };
		const change = compare(before, figures({ participation: { ...blank.participation, affected: later } }));
		expect(change.participation.affected).toEqual({ ...nobody, contributions: -1, votes: 21 });
	});

	it('compare with a report that did not tell earlier votes apart by all votes together', () => {
		const old = { contributions: 12, comments: 3, votes: 40 };
		const before = figures({ participation: { ...blank.participation, affected: old } });
		const now = { contributions: 12, comments: 3, votes: 30, earlier: 16 };
		const change = compare(before, figures({ participation: { ...blank.participation, affected: now } }));
		expect(change.participation.affected).toMatchObject({ votes: 6, earlier: null });
	});

	it('say how many were answered and how many are open', () => {
		const { byDisposition } = blank.answers;
		const before = figures({ answers: { total: 10, none: 10, byDisposition } });
		const after = figures({
			answers: { total: 12, none: 3, byDisposition: { ...byDisposition, adopted: 8, open: 1 } }
		});
		expect(compare(before, after)).toMatchObject({ answered: 8, open: -6 });
	});

	it('name points that came, went, became contested and were settled', () => {
		const before = figures({ points: [point(1, 'contested'), point(2), point(3, 'contested'), point(4)] });
		const after = figures({ points: [point(1, 'shared'), point(2, 'contested'), point(4), point(5, 'contested')] });
		const change = compare(before, after);
		expect(titles(change.added)).toEqual(['Punkt 5']);
		expect(titles(change.dropped)).toEqual(['Punkt 3']);
		expect(titles(change.newlyContested)).toEqual(['Punkt 2', 'Punkt 5']);
		expect(titles(change.settled)).toEqual(['Punkt 1']);
	});

	it('never call settled what nobody, or hardly anybody, has voted on since it was reworded', () => {
		const before = figures({ points: [point(1, 'contested'), point(2, 'contested')] });
		const after = figures({ points: [point(1, 'open'), { ...point(2), round: null }] });
		expect(compare(before, after)).toMatchObject({ settled: [], dropped: [] });
	});

	it('name new versions and calls', () => {
		const call = { number: 1, title: 'Projektaufruf', version: 2, publishedAt: blank.asOf };
		const change = compare(
			figures({ versions: [version(1)] }),
			figures({ versions: [version(1), version(2)], calls: [call] })
		);
		expect(titles(change.versions)).toEqual(['Fassung 2']);
		expect(titles(change.calls)).toEqual(['Projektaufruf']);
	});
});
