import { describe, expect, it } from 'vitest';
import { DECLARED_GROUPS } from '../../../../tests/support/opinion/groups.ts';
import { shownRound } from './publishedResult.ts';
import { ON_A_PAGE, overview, OverviewQuery, type Surveyed } from './overview.ts';
import { suppress, OPINION } from '../suppression/suppression.ts';

const head = { wordingId: 'w', phaseId: 'p', phaseSlug: 'draft', phaseTitle: 'Entwurf' } as const;

function point(number: number, fieldSlug: string, agree: readonly number[] | null): Surveyed {
	const lines = DECLARED_GROUPS.map((group, index) => {
		const yes = agree?.[index] ?? 0;
		return [`${group} person`, suppress({ agree: yes, pass: 6, disagree: 34 - yes }, OPINION)] as const;
	});
	const round = agree && shownRound(head, 'now', Object.fromEntries(lines), DECLARED_GROUPS);
	return { number, title: `Punkt ${number}`, fieldSlug, field: fieldSlug, round, older: 0, positions: [] };
}

const all = [
	point(1, 'wohnen', null),
	point(2, 'wohnen', [28, 8, 20]),
	point(3, 'wohnen', [27, 28, 28]),
	point(4, 'arbeit', [29, 29, 29]),
	point(5, 'arbeit', [17, 17, 17])
];
const ask = (address: Partial<Record<string, string>>) => OverviewQuery.parse(address);
const numbers = (address: Partial<Record<string, string>>) =>
	overview(all, ask(address)).points.map((one) => one.number);

describe('the overview of results', () => {
	it('begins with what all share most surely, and ends with what is open', () => {
		expect(numbers({})).toEqual([4, 3, 2, 5, 1]);
		expect(overview(all, ask({})).counts).toEqual({ geteilt: 2, tendenz: 0, strittig: 1, gemischt: 1, offen: 1 });
	});

	it('shows one field or one kind of result', () => {
		expect(numbers({ feld: 'wohnen' })).toEqual([3, 2, 1]);
		expect(numbers({ ergebnis: 'strittig' })).toEqual([2]);
		expect(numbers({ feld: 'nirgends' })).toEqual([]);
	});

	it.each([{ nach: 'NaN' }, { nach: '1e99' }, { nach: '-3' }, { ergebnis: 'x' }])('begins anew with %j', (address) => {
		expect(numbers(address)).toHaveLength(5);
	});

	it('has as many pages as it takes', () => {
		const many = Array.from({ length: ON_A_PAGE + 3 }, (_, n) => point(n + 1, 'wohnen', null));
		const first = overview(many, ask({}));
		expect([first.points.length, first.next]).toEqual([ON_A_PAGE, ON_A_PAGE]);
		const second = overview(many, ask({ nach: String(first.next) }));
		expect([second.points.map((one) => one.number), second.next]).toEqual([[13, 14, 15], null]);
	});
});
