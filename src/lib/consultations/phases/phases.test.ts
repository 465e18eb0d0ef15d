import { describe, expect, it } from 'vitest';
import type { Phase } from '../consultation.ts';
import { answerBy } from './answerPromise.ts';
import { daysOf, mayPlacePhase, opensPeers, PhaseForm, startOfDay, announcedChanges } from './phases.ts';

const TITLES = { collect: 'Sammeln', draft: 'Entwurf', final: 'Letzte Fassung' };

const phase = (slug: keyof typeof TITLES, from: string, until: string): Phase => ({
	...{ id: slug, slug, title: TITLES[slug] },
	beginsAt: startOfDay(from, 0),
	endsAt: startOfDay(until, 1),
	actions: ['vote']
});

describe('a day in Germany', () => {
	it.each([
		['2027-01-31', '2027-01-30T23:00:00.000Z', 'in winter'],
		['2027-07-01', '2027-06-30T22:00:00.000Z', 'in summer'],
		['2027-03-28', '2027-03-27T23:00:00.000Z', 'on which summer begins'],
		['2027-03-29', '2027-03-28T22:00:00.000Z', 'after it'],
		['2027-10-31', '2027-10-30T22:00:00.000Z', 'on which summer ends'],
		['2027-11-01', '2027-10-31T23:00:00.000Z', 'after it'],
		['2028-02-29', '2028-02-28T23:00:00.000Z', 'that is there every four years']
	])('%s begins at %s: a day %s', (day, instant) => {
		expect(startOfDay(day, 0)).toBe(instant);
		expect(daysOf(phase('collect', day, day))).toEqual({ from: day, until: day });
	});
});

describe('a phase', () => {
	const phases = [
		phase('collect', '2027-01-01', '2027-01-31'),
		phase('draft', '2027-01-15', '2027-05-15'),
		phase('final', '2027-05-01', '2027-05-31')
	];
	it.each([
		['2027-02-01', '2027-04-30', null],
		['2027-01-31', '2027-04-30', 'Sammeln'],
		['2027-02-01', '2027-05-01', 'Letzte Fassung'],
		['2026-12-01', '2027-06-30', 'Sammeln'],
		['2027-05-10', '2027-05-11', 'Letzte Fassung'],
		['2027-06-01', '2027-06-01', null]
	])('from %s to %s meets %s', (from, until, met) => {
		const verdict = mayPlacePhase({ phases }, 'draft', phase('draft', from, until));
		expect(verdict.ok ? null : verdict.facts.phase).toBe(met);
	});

	it('lasts to the end of its last day and allows what is ticked', () => {
		const form = PhaseForm.parse({ from: '2027-01-01', until: '2027-01-31', actions: 'vote' });
		expect(form).toEqual({
			beginsAt: '2026-12-31T23:00:00.000Z',
			endsAt: '2027-01-31T23:00:00.000Z',
			actions: ['vote'],
			groups: {}
		});
		expect(PhaseForm.parse({ from: '2027-01-01', until: '2027-01-01' }).actions).toEqual([]);
	});

	it.each([
		[{ from: '31.1.2027', until: '2027-02-01' }, 'from', 'dateWrong'],
		[{ from: '2027-02-30', until: '2027-03-01' }, 'from', 'dateWrong'],
		[{ from: '2027-02-02', until: '2027-02-01' }, 'until', 'dateOrder']
	])('with %j is not taken', (typed, field, message) => {
		const issue = PhaseForm.safeParse(typed).error?.issues[0];
		expect(issue).toMatchObject({ path: [field], message });
	});
});

describe('what was promised', () => {
	it('is the day that is said, or eight weeks after the last day', () => {
		const may = phase('collect', '2027-05-01', '2027-05-31');
		expect(answerBy({ ...may, answerBy: '2027-06-15' })).toBe('2027-06-15');
		expect(answerBy(may)).toBe('2027-07-27');
	});

	const was = phase('draft', '2027-05-01', '2027-05-31');
	const NOW = '2027-05-10T12:00:00.000Z';
	it.each([
		['nothing', was, NOW, []],
		['an end that comes sooner', phase('draft', '2027-05-01', '2027-05-20'), NOW, ['phase.shortened']],
		['an end that has passed', phase('draft', '2027-05-01', '2027-05-05'), NOW, ['phase.shortened']],
		['an end that comes later', phase('draft', '2027-05-01', '2027-06-20'), NOW, ['phase.extended']],
		['less than was possible', { ...was, actions: [] }, NOW, ['phase.narrowed']],
		['the same for fewer', { ...was, groups: { vote: ['affected'] } }, NOW, ['phase.narrowed']],
		['a pause', phase('draft', '2027-05-20', '2027-06-20'), NOW, ['phase.extended', 'phase.narrowed']],
		['more than was possible', { ...was, actions: ['vote', 'comment'] as const }, NOW, []],
		['anything, before it begins', phase('draft', '2027-06-01', '2027-06-02'), '2027-04-01T12:00:00.000Z', []],
		['another end, long after it', phase('draft', '2027-05-01', '2027-05-05'), '2027-07-01T12:00:00.000Z', []]
	] as const)('and becomes otherwise is told: %s', (_, becomes, now, verbs) =>
		expect(announcedChanges(was, becomes, now)).toEqual(verbs)
	);

	it('to a group that is among itself is that nobody else reads until the end', () => {
		const peers = { ...was, peerGroup: 'affected' };
		expect(opensPeers(peers, phase('draft', '2027-05-01', '2027-05-20'), NOW)).toBe(true);
		expect(opensPeers(peers, phase('draft', '2027-05-01', '2027-06-20'), NOW)).toBe(false);
		expect(opensPeers(was, phase('draft', '2027-05-01', '2027-05-20'), NOW)).toBe(false);
		expect(opensPeers(peers, phase('draft', '2027-05-01', '2027-05-02'), '2027-06-10T12:00:00.000Z')).toBe(false);
	});
});
