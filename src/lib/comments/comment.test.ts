import { describe, expect, it } from 'vitest';
import type { Phase } from '../consultations/consultation.ts';
import type { Person } from '../people/person.ts';
import { BODY_MAX, CommentForm, mayComment, mayReply, mayWithdraw, stateOf } from './comment.ts';

const person: Person = {
	id: 'p',
	pseudonym: 'Weide',
	group: 'none',
	organisationId: null,
	organisation: null,
	roles: []
};
const phases: Phase[] = [
	{
		id: 'd',
		slug: 'discuss',
		title: 'Besprechen',
		beginsAt: '2027-01-01T00:00:00.000Z',
		endsAt: '2027-02-01T00:00:00.000Z',
		actions: ['comment']
	},
	{
		id: 'e',
		slug: 'draft',
		title: 'Entwurf',
		beginsAt: '2027-02-01T00:00:00.000Z',
		endsAt: '2027-03-01T00:00:00.000Z',
		actions: ['comment-point']
	}
];
const because = (verdict: ReturnType<typeof mayReply>) => (verdict.ok ? null : verdict.because);

describe('who may comment when', () => {
	it.each([
		['nobody signed in', null, 'proposal', '2027-01-15T00:00:00.000Z', 'signInFirst'],
		['on a contribution while it is discussed', person, 'proposal', '2027-01-15T00:00:00.000Z', null],
		['on a contribution afterwards', person, 'proposal', '2027-02-15T00:00:00.000Z', 'phaseOver'],
		['on a point too early', person, 'point', '2027-01-15T00:00:00.000Z', 'phaseBefore'],
		['on a point of the draft', person, 'point', '2027-02-15T00:00:00.000Z', null]
	] as const)('%s', (_, who, kind, now, expected) => {
		expect(because(mayComment({ person: who, phases, now, kind }))).toBe(expected);
	});

	it.each([
		['published', null],
		['waiting', 'notPublished'],
		['rejected', 'notPublished'],
		['hidden', 'hiddenSubject'],
		['withdrawn', 'hiddenSubject']
	] as const)('answering one that is %s', (state, expected) => expect(because(mayReply(state))).toBe(expected));

	it.each([
		['its author', person, 'p', null],
		['somebody else', person, 'q', 'notYours'],
		['anyone', null, 'p', 'signInFirst'],
		['somebody, when it has no author any more', person, null, 'notYours']
	] as const)('taken back by %s', (_, who, authorId, expected) => {
		expect(because(mayWithdraw(who, authorId))).toBe(expected);
	});
});

describe('where a comment stands', () => {
	const at = '2027-01-15T00:00:00.000Z';
	const none = { publishedAt: null, rejectedAt: null, hiddenAt: null, withdrawnAt: null };
	it.each([
		[{}, 'waiting'],
		[{ publishedAt: at }, 'published'],
		[{ rejectedAt: at }, 'rejected'],
		[{ publishedAt: at, hiddenAt: at }, 'hidden'],
		[{ publishedAt: at, hiddenAt: at, withdrawnAt: at }, 'withdrawn'],
		[{ withdrawnAt: at }, 'withdrawn']
	] as const)('%o is %s', (dates, state) => expect(stateOf({ ...none, ...dates })).toBe(state));
});

describe('the form', () => {
	const good = { id: '0197a1b2-0000-7000-8000-000000000001', parentId: '', stance: 'pro', body: ' Gute Idee. ' };
	it('takes a comment and trims it', () => {
		expect(CommentForm.parse(good)).toMatchObject({ parentId: null, body: 'Gute Idee.' });
	});

	it.each([
		['body', { body: '   ' }, 'commentMissing'],
		['body', { body: 'ja' }, 'tooShort'],
		['body', { body: 'a'.repeat(BODY_MAX + 1) }, 'tooLong'],
		['body', { body: ['zwei', 'Felder'] }, 'commentMissing'],
		['stance', { stance: undefined }, 'stanceMissing'],
		['id', { id: 'x' }, 'wrong']
	])('says what is wrong with %s: %o', (field, wrong, message) => {
		const issue = CommentForm.safeParse({ ...good, ...wrong }).error?.issues[0];
		expect(issue).toMatchObject({ path: [field], message });
	});

	it.each(['x', ['a', 'b']])('refuses %o as what is answered', (parentId) => {
		expect(CommentForm.safeParse({ ...good, parentId }).success).toBe(false);
	});
});
