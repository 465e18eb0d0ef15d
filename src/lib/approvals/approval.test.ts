import { describe, expect, it } from 'vitest';
import type { Person, Role } from '../people/person.ts';
import {
	APPROVERS,
	changedParts,
	isApprovedByAnother,
	mayApproveKind,
	stateOf,
	type ApprovalKind
} from './approval.ts';

const who = (...roles: Role[]): Person => ({
	...{ id: 'anna', pseudonym: 'anna', group: 'none', organisationId: null, organisation: null },
	roles
});

describe('who may be the second person', () => {
	const cases: [ApprovalKind, Person | null, string | null][] = [
		['version', who('publisher'), null],
		['version', who('editor', 'admin', 'moderator', 'helper'), 'publisherOnly'],
		['call', who('editor'), 'publisherOnly'],
		['report', who('publisher', 'editor'), null],
		['report', who(), 'publisherOnly'],
		['phase', who('admin'), null],
		['phase', who('editor'), 'roleMissing'],
		['closure', who('admin'), null],
		['closure', who('publisher'), 'roleMissing'],
		...Object.keys(APPROVERS).map((kind): [ApprovalKind, null, string] => [
			kind === 'phase' || kind === 'closure' ? kind : 'version',
			null,
			'signInFirst'
		])
	];
	it.each(cases)('%s by %j: %s', (kind, person, because) => {
		expect(mayApproveKind(person, kind)).toMatchObject(because ? { ok: false, because } : { ok: true });
	});
});

describe('four eyes', () => {
	it.each([
		[[], 'approvalMissing'],
		[['anna'], 'approvalOwn'],
		[['berta'], null],
		[['anna', 'berta'], null]
	])('approved by %j: %s', (approvedBy, because) => {
		const verdict = isApprovedByAnother(who('publisher'), approvedBy);
		expect(verdict).toMatchObject(because ? { ok: false, because } : { ok: true });
	});
});

describe('a state', () => {
	const text = { title: 'Aufruf', points: [1, 2] };
	it('is the same for the same words, in whatever order they are held', () => {
		expect(stateOf({ text, numbers: 3 })).toEqual(stateOf({ numbers: 3, text: { points: [1, 2], title: 'Aufruf' } }));
	});

	it('is another one as soon as a single sign is, and tells which part', () => {
		const [before, now] = [stateOf({ text, numbers: 3 }), stateOf({ text: { ...text, title: 'Aufruf.' }, numbers: 3 })];
		expect(now.digest).not.toBe(before.digest);
		expect(changedParts(before.parts, now.parts)).toEqual(['text']);
	});

	it('does not take one part for another', () => {
		expect(stateOf({ text: 1, numbers: 2 }).digest).not.toBe(stateOf({ text: 2, numbers: 1 }).digest);
	});
});
