import { describe, expect, it } from 'vitest';
import type { Phase } from '#lib/consultations/consultation.ts';
import type { Person } from '#lib/people/person.ts';
import { mayVote, mayVoteOn } from './vote.ts';

const person: Person = {
	id: 'p',
	pseudonym: 'Weide 1',
	group: 'affected',
	organisationId: null,
	organisation: null,
	roles: []
};
const phase: Phase = {
	id: 'f',
	slug: 'draft',
	title: 'Entwurf',
	beginsAt: '2027-05-01T00:00:00.000Z',
	endsAt: '2027-06-01T00:00:00.000Z',
	actions: ['vote']
};
const open = { person, phases: [phase], now: '2027-05-10T12:00:00.000Z' };
const permit = { person, phase };

describe('who may vote', () => {
	it.each([
		['everybody with a card', {}, null],
		['nobody without one', { person: null }, 'signInFirst'],
		['nobody before the phase', { now: '2027-04-30T23:59:59.999Z' }, 'phaseBefore'],
		['nobody from its end on', { now: '2027-06-01T00:00:00.000Z' }, 'phaseOver'],
		['nobody where no phase has votes', { phases: [{ ...phase, actions: [] }] }, 'phaseNever'],
		// Somebody who is not signed in is not sent to fetch a card when voting is over anyway.
		['and the end is told first', { person: null, now: '2027-07-01T00:00:00.000Z' }, 'phaseOver']
	])('%s', (_, change, because) => {
		expect(mayVote({ ...open, ...change })).toMatchObject(because ? { ok: false, because } : { ok: true, permit });
	});

	it('nobody on a point that was dropped', () => {
		expect(mayVoteOn(null, open)).toMatchObject({ ok: false, because: 'pointDropped' });
		expect(mayVoteOn('w', open)).toEqual({ ok: true, permit: { ...permit, wordingId: 'w' } });
		expect(mayVoteOn('w', { ...open, person: null })).toMatchObject({ ok: false, because: 'signInFirst' });
	});
});
