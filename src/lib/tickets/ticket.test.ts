import { describe, expect, it } from 'vitest';
import { dueAt, isOverdue, mayFile, stateOf } from './ticket.ts';

const filedAt = '2027-05-01T10:00:00.000Z';
const open = { filedAt, interimAt: null, answeredAt: null };
const delayed = { ...open, interimAt: '2027-05-10T10:00:00.000Z' };
const answered = { ...open, answeredAt: '2027-05-20T10:00:00.000Z' };

describe('when a report is due', () => {
	it.each([
		['nothing was said yet', open, 'open', '2027-05-15T10:00:00.000Z'],
		['word was sent that it takes longer', delayed, 'interim', '2027-06-12T10:00:00.000Z'],
		['it is answered', answered, 'answered', null]
	] as const)('%s', (_, dates, state, due) => {
		expect(stateOf(dates)).toBe(state);
		expect(dueAt(dates)).toBe(due);
	});

	it.each([
		[open, '2027-05-15T09:59:59.999Z', false],
		[open, '2027-05-15T10:00:00.000Z', true],
		[delayed, '2027-05-20T10:00:00.000Z', false],
		[delayed, '2027-06-12T10:00:00.000Z', true],
		[answered, '2028-05-20T10:00:00.000Z', false]
	])('%j is late at %s: %s', (dates, now, late) => expect(isOverdue(dates, now)).toBe(late));
});

it.each([
	['a person', '2027-05-01T09:59:00.000Z', '', null],
	['somebody who leaves the page open over night', '2027-04-30T09:59:00.000Z', '', null],
	['a machine that is quick', '2027-05-01T09:59:59.000Z', '', 'tooFast'],
	['a machine that makes up the moment', null, '', 'tooFast'],
	['a machine that fills in everything', '2027-05-01T09:59:00.000Z', 'https://spam', 'looksLikeMachine']
] as const)('%s', (_, openedAt, website, expected) => {
	const verdict = mayFile({ openedAt, now: filedAt, website });
	expect(verdict.ok ? null : verdict.because).toBe(expected);
});
