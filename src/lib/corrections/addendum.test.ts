import { describe, expect, it } from 'vitest';
import type { Person, Role } from '../people/person.ts';
import * as rules from './addendum.ts';
import { slipOf } from './slip.ts';

const who = (...roles: Role[]): Person => ({
	...{ id: 'anna', pseudonym: 'anna', group: 'none', organisationId: null, organisation: null },
	roles
});
const publisher = who('publisher');
const said = (because: string | null) => (because ? { ok: false, because } : { ok: true });

describe('a slip', () => {
	const long = 'wort '.repeat(100);
	it.each([
		['Wohnen mus bezahlbar sein', 'Wohnen muss bezahlbar sein', 1, 3],
		['Alles gut', 'Alles gut.', 0, 3],
		[long, `${long} noch vier Wörter mehr`, 4, 10],
		['wort '.repeat(1_000), '', 1_000, 12]
	])('%#: so many words change', (old, text, changed, allowed) => {
		expect(slipOf(old, text)).toEqual({ changed, allowed });
	});
});

describe('who may correct what', () => {
	const facts = { person: publisher, now: 'Alt', old: 'Alt', text: 'Neu', max: 10, withdrawn: false };
	it.each([
		[{}, null],
		[{ person: null }, 'signInFirst'],
		[{ person: who('editor', 'admin', 'moderator', 'helper') }, 'publisherOnly'],
		[{ withdrawn: true }, 'addendumWithdrawn'],
		[{ now: 'Anders' }, 'correctionOvertaken'],
		[{ now: null }, 'correctionOvertaken'],
		[{ text: 'Alt' }, 'correctionSame'],
		[{ text: 'Viel zu lang.' }, 'correctionTooLong'],
		[{ text: 'Es ist nun ganz anders', max: 99 }, 'correctionTooMuch']
	])('%j: %s', (more, because) => expect(rules.mayCorrect({ ...facts, ...more })).toMatchObject(said(because)));
});

describe('what else a publisher may', () => {
	it.each([
		[{}, null],
		[{ person: who('admin') }, 'publisherOnly'],
		[{ missing: 'Name' }, 'removalNowhere'],
		[{ toldInReason: true }, 'removalToldInReason']
	])('black out: %j: %s', (more, because) => {
		const facts = { person: publisher, missing: null, toldInReason: false };
		expect(rules.mayRemove({ ...facts, ...more })).toMatchObject(said(because));
	});

	it.each([
		[{}, null],
		[{ person: null }, 'signInFirst'],
		[{ sealedUntil: null }, 'restorationGone'],
		[{ sealedUntil: '2027-01-01' }, 'restorationGone'],
		[{ overtaken: true }, 'restorationOvertaken']
	])('put back: %j: %s', (more, because) => {
		const facts = { person: publisher, sealedUntil: '2027-01-02', now: '2027-01-01', overtaken: false };
		expect(rules.mayRestore({ ...facts, ...more })).toMatchObject(said(because));
	});

	const thing = { number: 1, withdrawnAt: null, successor: null };
	const gone = { ...thing, withdrawnAt: '2027-01-01' };
	it.each([
		[{}, null],
		[{ successor: { number: 2, standing: true } }, null],
		[{ successor: { number: 2, standing: false } }, 'withdrawalSuccessor'],
		[{ successor: { number: 1, standing: true } }, 'withdrawalSuccessor'],
		[{ thing: gone }, 'withdrawalTwice'],
		[{ thing: gone, successor: { number: 2, standing: true } }, null],
		[{ thing: { ...gone, successor: 2 }, successor: { number: 3, standing: true } }, 'withdrawalTwice']
	])('withdraw: %j: %s', (more, because) => {
		expect(rules.mayWithdraw({ person: publisher, thing, successor: null, ...more })).toMatchObject(said(because));
	});

	it.each([
		[[], 'approvalMissing'],
		[['anna'], 'approvalOwn'],
		[['berta'], null]
	])('let out what %j approved: %s', (by, because) => {
		expect(rules.mayPublishAddendum(publisher, by)).toMatchObject(said(because));
	});
});
