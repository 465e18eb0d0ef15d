import { describe, expect, it } from 'vitest';
import type { Phase } from '../../consultations/consultation.ts';
import { deadlineOf } from './deadline.ts';

const phase: Phase = {
	...{ id: 'p', slug: 'p', title: 'Sammeln', actions: ['propose'] },
	...{ beginsAt: '2027-05-01T22:00:00.000Z', endsAt: '2027-05-31T22:00:00.000Z' }
};

describe('until when an answer is promised', () => {
	it.each([
		['2027-05-10T12:00:00.000Z', { received: 3, answered: 0 }, 'running'],
		['2027-05-10T12:00:00.000Z', { received: 3, answered: 3 }, 'running'],
		['2027-06-10T12:00:00.000Z', { received: 3, answered: 2 }, 'due'],
		['2027-06-10T12:00:00.000Z', { received: 3, answered: 3 }, 'kept'],
		['2027-06-10T12:00:00.000Z', { received: 0, answered: 0 }, 'kept'],
		['2027-06-15T21:59:59.999Z', { received: 3, answered: 2 }, 'due'],
		['2027-06-15T22:00:00.000Z', { received: 3, answered: 2 }, 'overdue'],
		['2027-08-01T12:00:00.000Z', { received: 3, answered: 3 }, 'kept']
	] as const)('at %s with %o it is %s', (now, counts, state) => {
		expect(deadlineOf(phase, '2027-06-15', counts, now).state).toBe(state);
	});
});
