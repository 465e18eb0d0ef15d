import { describe, expect, it } from 'vitest';
import type { Person, Role } from '../people/person.ts';
import { DecisionForm, mayDecide, mayModerate, type DecisionName, type State } from './screening.ts';

const person = (roles: Role[], organisation: string | null = null): Person => ({
	id: 'm',
	pseudonym: 'Mo',
	group: 'none',
	organisationId: organisation && 'o',
	organisation,
	roles
});
const moderator = person(['moderator']);
const because = (verdict: ReturnType<typeof mayModerate>) => (verdict.ok ? null : verdict.because);

describe('who may moderate', () => {
	it.each([
		['anyone', null, 'signInFirst'],
		['a participant', person([]), 'roleMissing'],
		['a helper', person(['helper']), 'roleMissing'],
		['an editor', person(['editor', 'publisher']), 'roleMissing'],
		['a moderator', moderator, null],
		['an administrator', person(['admin']), null]
	] as const)('%s', (_, who, expected) => expect(because(mayModerate(who))).toBe(expected));

	it.each([
		['a stranger’s text', moderator, 'x', null, null],
		['a text without an author', moderator, null, null, null],
		['one’s own text', moderator, 'm', null, 'ownSubject'],
		['a colleague’s text', person(['moderator'], 'Tafel'), 'x', 'Tafel', 'ownOrganisation'],
		['another organisation’s text', person(['moderator'], 'Tafel'), 'x', 'Caritas', null],
		['an organisation’s text, speaking for none', moderator, 'x', 'Tafel', null]
	] as const)('%s', (_, who, authorId, organisation, expected) => {
		const verdict = mayDecide({
			person: who,
			authorId,
			organisation,
			state: 'waiting',
			deed: 'publish',
			seen: 'waiting'
		});
		expect(because(verdict)).toBe(expected);
	});
});

describe('what may be done with a text', () => {
	const table: Record<DecisionName, Record<State, string | null>> = {
		publish: {
			waiting: null,
			shared: 'notWaiting',
			rejected: null,
			published: 'notWaiting',
			hidden: 'notWaiting',
			withheld: 'onlyEvaluated',
			withdrawn: 'withdrawnMeanwhile',
			draft: 'notWaiting'
		},
		reject: {
			waiting: null,
			shared: 'notWaiting',
			rejected: 'notWaiting',
			published: 'notWaiting',
			hidden: 'notWaiting',
			withheld: 'onlyEvaluated',
			withdrawn: 'withdrawnMeanwhile',
			draft: 'notWaiting'
		},
		hide: {
			waiting: 'notPublished',
			shared: null,
			rejected: 'notPublished',
			published: null,
			hidden: 'notPublished',
			withheld: 'onlyEvaluated',
			withdrawn: 'withdrawnMeanwhile',
			draft: 'notPublished'
		},
		reopen: {
			waiting: 'notDecided',
			shared: 'tooLateToReopen',
			rejected: null,
			published: 'tooLateToReopen',
			hidden: 'notDecided',
			withheld: 'onlyEvaluated',
			withdrawn: 'withdrawnMeanwhile',
			draft: 'notDecided'
		},
		restore: {
			waiting: 'notHidden',
			shared: 'notHidden',
			rejected: 'notHidden',
			published: 'notHidden',
			hidden: null,
			withheld: 'onlyEvaluated',
			withdrawn: 'withdrawnMeanwhile',
			draft: 'notHidden'
		},
		redact: {
			waiting: null,
			shared: null,
			rejected: 'notPublished',
			published: null,
			hidden: null,
			withheld: null,
			withdrawn: 'withdrawnMeanwhile',
			draft: 'notPublished'
		}
	};
	const deeds: DecisionName[] = ['publish', 'reject', 'hide', 'restore', 'redact'];
	const states: State[] = ['waiting', 'shared', 'rejected', 'published', 'hidden', 'withdrawn', 'draft'];
	const cases = deeds.flatMap((deed) => states.map((state) => [deed, state, table[deed][state]] as const));
	it.each(cases)('%s when it is %s: %s', (deed, state, expected) => {
		const verdict = mayDecide({ person: moderator, authorId: 'x', organisation: null, state, deed, seen: state });
		expect(because(verdict)).toBe(expected);
	});

	it('nothing when it is no longer what was seen', () => {
		const facts = { person: moderator, authorId: 'x', organisation: null, state: 'rejected', seen: 'waiting' } as const;
		expect(because(mayDecide({ ...facts, deed: 'publish' }))).toBe('alreadyScreened');
	});
});

describe('the form', () => {
	const head = {
		id: '0197a1b2-0000-7000-8000-000000000001',
		subjectId: '0197a1b2-0000-7000-8000-000000000002',
		kind: 'comment',
		seen: 'waiting'
	};
	it.each([
		[{ deed: 'reject' }, 'ground', 'groundMissing'],
		[{ deed: 'hide', ground: 'because' }, 'ground', 'groundMissing'],
		[{ deed: 'reject', ground: 'insult', note: 'x'.repeat(501) }, 'note', 'tooLong'],
		[{ deed: 'redact', passages: ' \n ' }, 'passages', 'passagesMissing'],
		[{ deed: 'redact', passages: 'Meier\nab' }, 'passages', 'passageShort'],
		[{ deed: 'burn' }, 'deed', 'wrong']
	])('%o: what is wrong with %s', (more, field, message) => {
		expect(DecisionForm.safeParse({ ...head, ...more }).error?.issues[0]).toMatchObject({ path: [field], message });
	});
});
