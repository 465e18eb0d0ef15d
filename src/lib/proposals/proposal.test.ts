import { describe, expect, it } from 'vitest';
import type { Phase } from '#lib/consultations/consultation.ts';
import type { Person } from '#lib/people/person.ts';
import type { Verdict } from '#lib/verdict.ts';
import { mayEdit, mayPropose, maySupport, titleFrom } from './proposal.ts';

const person: Person = {
	id: 'p',
	pseudonym: 'Blaue Amsel 42',
	group: 'affected',
	organisationId: null,
	organisation: null,
	roles: []
};
const other: Person = { ...person, id: 'q' };
const phases: Phase[] = [
	{
		id: 'c',
		slug: 'collect',
		title: 'Sammeln',
		beginsAt: '2027-02-01T00:00:00.000Z',
		endsAt: '2027-03-01T00:00:00.000Z',
		actions: ['propose', 'support']
	}
];
const before = '2027-01-15T00:00:00.000Z';
const during = '2027-02-15T00:00:00.000Z';
const after = '2027-03-15T00:00:00.000Z';
const because = (verdict: Verdict) => (verdict.ok ? null : verdict.because);

describe('who may propose when', () => {
	it.each([
		['somebody with a card, while contributions are collected', person, during, null],
		['somebody with a card, too early', person, before, 'phaseBefore'],
		['somebody with a card, too late', person, after, 'phaseOver'],
		['anyone', null, during, 'signInFirst'],
		['anyone, too late, without having to sign in to hear it', null, after, 'phaseOver']
	] as const)('%s', (_, who, now, expected) => {
		expect(because(mayPropose({ person: who, phases, now }))).toBe(expected);
	});
});

describe('who may change a draft', () => {
	it.each([
		['its author', person, null, null],
		['somebody else', other, null, 'notYours'],
		['its author, once it is sent', person, during, 'alreadySent']
	] as const)('%s', (_, who, submittedAt, expected) => {
		expect(because(mayEdit({ person: who, phases, now: during, authorId: 'p', submittedAt }))).toBe(expected);
	});
});

describe('who may support a contribution', () => {
	it.each([
		['somebody else', other, 'published', during, null],
		['its author', person, 'published', during, 'ownSupport'],
		['somebody else, before it is published', other, 'waiting', during, 'notPublished'],
		['somebody else, once it is hidden', other, 'hidden', during, 'notPublished'],
		['anyone', null, 'published', during, 'signInFirst'],
		['anyone, too late', null, 'published', after, 'phaseOver']
	] as const)('%s', (_, who, state, now, expected) => {
		expect(because(maySupport({ person: who, phases, now, authorId: 'p', state }))).toBe(expected);
	});
});

describe('a heading made of the first words', () => {
	it.each([
		['Im Winter ist es kalt. Niemand kommt.', 'Im Winter ist es kalt'],
		['Warum hilft uns niemand? Wir fragen oft.', 'Warum hilft uns niemand?'],
		['Ja. Das war so, und es geht noch weiter ohne Punkt', 'Ja. Das war so, und es geht noch weiter ohne Punkt'],
		['Erste Zeile ohne Punkt\nZweite Zeile', 'Erste Zeile ohne Punkt'],
		[`${'lang '.repeat(30)}. Ende`, `${'lang '.repeat(12).trim()} …`]
	])('%s', (body, title) => expect(titleFrom(body)).toBe(title));
});
