import { describe, expect, it } from 'vitest';
import type { Person, Role } from '#lib/people/person.ts';
import { conditions, isConfirmed, mayApprove, mayAsk, mayPublish, PublishForm } from './publishing.ts';

const who = (id: string, ...roles: Role[]): Person => ({
	id,
	pseudonym: id,
	group: 'none',
	organisationId: null,
	organisation: null,
	roles
});
const anna = who('anna', 'publisher');
const checked = {
	understood: { opened: true, asked: 9, answered: 4, wrong: 1 },
	easy: true,
	represented: { people: 12, violations: 0, unexplained: 0 },
	board: null,
	omitted: null,
	waived: []
} as const;
const owed = (unexplained: number) => ({ people: 12, violations: 2, unexplained });
const unasked = { opened: false, asked: 9, answered: 0, wrong: 0 };
const ready = {
	publishedAt: null,
	points: 3,
	bare: [],
	contributions: 40,
	lacking: 0,
	adrift: [],
	undecided: 0,
	...checked,
	approvedBy: ['berta']
};

describe('who may publish', () => {
	it.each([
		['a publisher, when another one has approved', anna, {}, null],
		['also when contributions lack an answer', anna, { lacking: 7 }, null],
		['also while amendments are open: they go on', anna, { undecided: 3 }, null],
		['not the one who approved', anna, { approvedBy: ['anna'] }, 'approvalOwn'],
		['but when a second person approved as well', anna, { approvedBy: ['anna', 'berta'] }, null],
		['nobody without an approval', anna, { approvedBy: [] }, 'approvalMissing'],
		['nobody twice', anna, { publishedAt: '2027-05-10T12:00:00.000Z' }, 'versionFrozen'],
		['nobody an empty version', anna, { points: 0 }, 'versionEmpty'],
		['nobody a point without its origin', anna, { bare: [4, 7] }, 'sourcesLacking'],
		['nobody an answer that names a point which is gone', anna, { adrift: [7] }, 'answersAdrift'],
		['nobody before the people behind it were asked', anna, { understood: unasked }, 'understoodLacking'],
		['with a reason also without asking', anna, { understood: unasked, waived: ['understood'] as const }, null],
		['also when there is nobody to ask', anna, { understood: { ...unasked, asked: 0 } }, null],
		['nobody without easy words', anna, { easy: false }, 'easyLacking'],
		['with a reason also without easy words', anna, { easy: false, waived: ['easy'] as const }, null],
		['nobody while people are left out without a reason', anna, { represented: owed(1) }, 'violationsUnexplained'],
		['with a reason for each also then', anna, { represented: owed(0) }, null],
		['also when nobody took part whom it could stand for', anna, { represented: null }, null],
		['no editor', who('edda', 'editor'), {}, 'publisherOnly'],
		['nobody unknown', null, {}, 'signInFirst']
	])('%s', (_, person, change, because) => {
		const verdict = mayPublish(person, { ...ready, ...change });
		expect(verdict).toMatchObject(because ? { ok: false, because } : { ok: true });
	});
});

describe('who may approve', () => {
	it.each([
		['a publisher', anna, {}, null],
		['no editor', who('edda', 'editor'), {}, 'publisherOnly'],
		['nobody what cannot go out anyway', anna, { bare: [4] }, 'sourcesLacking']
	])('%s', (_, person, change, because) => {
		const verdict = mayApprove(person, { ...ready, ...change });
		expect(verdict).toMatchObject(because ? { ok: false, because } : { ok: true });
	});
});

describe('who may ask for an approval', () => {
	it.each([
		['an editor', who('edda', 'editor'), true],
		['a moderator', who('mona', 'moderator'), true],
		['no helper', who('hanna', 'helper'), false]
	])('%s', (_, person, ok) => expect(mayAsk(person, ready).ok).toBe(ok));

	it('nobody in vain: while something is lacking, a publisher could only refuse', () => {
		expect(mayAsk(who('edda', 'editor'), { ...ready, easy: false })).toMatchObject({ because: 'easyLacking' });
	});
});

describe('the number of contributions without an answer', () => {
	it('must be the one that was confirmed', () => {
		expect(isConfirmed({ ...ready, lacking: 7 }, 7).ok).toBe(true);
		expect(isConfirmed({ ...ready, lacking: 8 }, 7)).toMatchObject({
			because: 'lackingChanged',
			facts: { count: '8' }
		});
	});

	it('is confirmed by a tick, which none needs when nothing lacks', () => {
		const version = '01890a5d-ac96-774b-bcce-b302099a8057';
		const fits = (form: Record<string, string>) => PublishForm.safeParse({ version, ...form }).success;
		expect(fits({ lacking: '7' })).toBe(false);
		expect(fits({ lacking: '7', confirmed: 'yes' })).toBe(true);
		expect(fits({ lacking: '0' })).toBe(true);
		expect(fits({ lacking: 'x', confirmed: 'yes' })).toBe(false);
	});
});

describe('the gate', () => {
	const states = (change: object) =>
		conditions(anna, { ...ready, ...change }).map((condition) => `${condition.key} ${condition.state}`);

	it('tells the state of every condition', () => {
		expect(states({})).toEqual([
			'points met',
			'sources met',
			'answers met',
			'places met',
			'amendments met',
			'understood met',
			'easy met',
			'represented met',
			'approval met'
		]);
		expect(
			states({
				points: 0,
				bare: [1],
				lacking: 2,
				adrift: [3],
				undecided: 1,
				understood: unasked,
				waived: ['easy'],
				easy: false,
				represented: owed(1),
				approvedBy: ['anna']
			})
		).toEqual([
			'points missing',
			'sources missing',
			'answers confirm',
			'places missing',
			'amendments noted',
			'understood missing',
			'easy waived',
			'represented missing',
			'approval missing'
		]);
	});

	it.each([
		['noted', null],
		['missing', owed(2)],
		['waived', owed(0)]
	])('whom it stands for: %s', (state, represented) =>
		expect(states({ represented })).toContain(`represented ${state}`)
	);
});
