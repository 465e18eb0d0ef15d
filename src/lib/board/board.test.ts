import { describe, expect, it } from 'vitest';
import type { Person, Role } from '../people/person.ts';
import { isQuorate } from '../strategy/versions/board/boardStatement.ts';
import { mayAskBoard, mayJoin, maySpeak, QuorumForm, StatementForm } from './board.ts';

const who = (roles: readonly Role[] = [], organisation: string | null = null): Person => ({
	id: 'p',
	pseudonym: 'Weide',
	group: 'affected',
	organisationId: organisation && 'o',
	organisation,
	roles
});
const open = { versionId: 'v', openedAt: '2027-05-10', closedAt: null };
const closed = { ...open, closedAt: '2027-05-11' };
const draft = { members: 3, publishedAt: null };

describe('the board', () => {
	it.each([
		['nobody', null, false, 'signInFirst'],
		['a person with a card', who(), false, null],
		['staff', who(['helper']), false, 'staffTakesNoPart'],
		['an organisation', who([], 'Verband'), false, 'boardForPersons'],
		['a member', who(), true, 'boardJoined']
	])('is joined by %s', (_, person, member, because) =>
		expect(mayJoin(person, member)).toMatchObject(because ? { ok: false, because } : { ok: true })
	);

	it.each([
		['a member, asked', who(), true, open, null],
		['a member, no longer asked', who(), true, closed, 'boardRoundClosed'],
		['a member, never asked', who(), true, null, 'boardRoundClosed'],
		['no member', who(), false, open, 'boardMembersOnly'],
		['nobody', null, false, open, 'signInFirst']
	])('speaks: %s', (_, person, member, round, because) =>
		expect(maySpeak(person, member, round)).toMatchObject(because ? { ok: false, because } : { ok: true })
	);

	it.each([
		['a publisher', who(['publisher']), draft, null],
		['an administrator', who(['admin']), draft, null],
		['an editor', who(['editor']), draft, 'roleMissing'],
		['of nobody', who(['admin']), { ...draft, members: 0 }, 'boardEmpty'],
		['too late', who(['admin']), { ...draft, publishedAt: '2027-05-10' }, 'versionFrozen']
	])('is asked by %s', (_, person, facts, because) =>
		expect(mayAskBoard(person, facts)).toMatchObject(because ? { ok: false, because } : { ok: true })
	);

	it('needs a reason to dissent and none to agree', () => {
		const form = { version: '018f0000-0000-7000-8000-000000000000', words: 'w', seen: '' };
		expect(StatementForm.safeParse({ ...form, choice: 'agree' }).success).toBe(true);
		expect(StatementForm.safeParse({ ...form, choice: 'dissent', reason: ' ' }).error?.issues).toMatchObject([
			{ message: 'dissentMissing', path: ['reason'] }
		]);
		expect(StatementForm.safeParse({ ...form, choice: 'perhaps' }).success).toBe(false);
		for (const quorum of ['0', '100', '1,5', 'x', ''])
			expect(QuorumForm.safeParse({ quorum, seen: '' }).success).toBe(false);
	});

	it('speaks as a board once as many have spoken as are needed, whatever they say', () => {
		const none = { asked: true, members: 9, quorum: 3, silent: 0, agreements: [], dissents: [] };
		expect(isQuorate({ ...none, agreed: 1, dissented: 2 })).toBe(true);
		expect(isQuorate({ ...none, agreed: 2, dissented: 0 })).toBe(false);
	});
});
