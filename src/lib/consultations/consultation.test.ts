import { describe, expect, it } from 'vitest';
import { currentPhase, mayNow, type Phase } from './consultation.ts';

const collect: Phase = {
	id: 'c',
	slug: 'collect',
	title: 'Sammeln',
	beginsAt: '2027-01-01T00:00:00.000Z',
	endsAt: '2027-02-01T00:00:00.000Z',
	actions: ['propose', 'support']
};
const draft: Phase = {
	id: 'd',
	slug: 'draft',
	title: 'Entwurf',
	beginsAt: '2027-03-01T00:00:00.000Z',
	endsAt: '2027-04-01T00:00:00.000Z',
	actions: ['vote', 'support']
};
const phases = [collect, draft];

describe('what one may do now', () => {
	const table = [
		['propose', '2026-12-31T23:59:59.999Z', 'phaseBefore'],
		['propose', '2027-01-01T00:00:00.000Z', null],
		['propose', '2027-01-31T23:59:59.999Z', null],
		['propose', '2027-02-01T00:00:00.000Z', 'phaseOver'],
		['support', '2027-02-15T00:00:00.000Z', 'phaseBefore'],
		['support', '2027-03-15T00:00:00.000Z', null],
		['vote', '2027-01-15T00:00:00.000Z', 'phaseBefore'],
		['vote', '2027-04-01T00:00:00.000Z', 'phaseOver'],
		['comment', '2027-01-15T00:00:00.000Z', 'phaseNever']
	] as const;
	it.each(table)('%s at %s: %s', (action, now, because) => {
		const verdict = mayNow(phases, action, now, null);
		expect(verdict.ok ? null : verdict.because).toBe(because);
	});

	it('says from when', () => {
		const verdict = mayNow(phases, 'vote', '2027-01-15T00:00:00.000Z', null);
		expect(verdict).toMatchObject({ facts: { from: '1. März 2027' } });
	});

	it('knows the phase of the day, and that there may be none', () => {
		expect(currentPhase(phases, '2027-01-15T00:00:00.000Z')?.slug).toBe('collect');
		expect(currentPhase(phases, '2027-02-15T00:00:00.000Z')).toBeNull();
	});
});
