import { describe, expect, it } from 'vitest';
import type { Person, Role } from '#lib/people/person.ts';
import {
	deadlineDay,
	gate,
	ItemForm,
	mayApproveCall,
	mayChangeCall,
	mayDraftCall,
	mayPublishCall,
	NewCallForm
} from './call.ts';
import { newId } from '#lib/server/ids.ts';

const staff = (id: string, ...roles: Role[]): Person => ({
	...{ id, pseudonym: id, group: 'none', organisationId: null, organisation: null },
	roles
});
const part = { kind: 'part', title: 'Beratung vor Ort', grounds: 1 } as const;
const criterion = { kind: 'criterion', title: 'Nähe', grounds: 2 } as const;
const draft = { publishedAt: null, items: [part, criterion] };

describe('who may work on a call', () => {
	it.each([
		[null, 'signInFirst'],
		[staff('eve'), 'roleMissing'],
		[staff('eve', 'helper', 'moderator', 'admin'), 'roleMissing'],
		[staff('eve', 'editor'), null],
		[staff('eve', 'publisher'), null]
	])('%j: %s', (person, because) => {
		expect(mayDraftCall(person)).toMatchObject(because ? { ok: false, because } : { ok: true });
	});

	it('nobody, once it is published', () => {
		const verdict = mayChangeCall({ person: staff('eve', 'publisher'), publishedAt: '2027-05-10T12:00:00.000Z' });
		expect(verdict).toMatchObject({ because: 'callFrozen' });
	});
});

describe('who may publish a call, and when', () => {
	const carla = staff('carla', 'publisher');
	const groundless = { ...draft, items: [part, { ...criterion, grounds: 0 }] };
	it.each([
		['a publisher, when another one has approved', carla, draft, ['dora'], null],
		['not by oneself alone', carla, draft, ['carla'], 'approvalOwn'],
		['not without a second person', carla, draft, [], 'approvalMissing'],
		['nobody who is not signed in', null, draft, ['dora'], 'signInFirst'],
		['not an editor', staff('carla', 'editor'), draft, ['dora'], 'publisherOnly'],
		['not without a part', carla, { ...draft, items: [criterion] }, ['dora'], 'callWithoutPart'],
		['not without a criterion', carla, { ...draft, items: [part] }, ['dora'], 'callWithoutCriterion'],
		['not on thin air', carla, groundless, ['dora'], 'callItemGroundless']
	])('%s', (_, person, facts, approvedBy, because) => {
		expect(mayPublishCall({ ...facts, person }, approvedBy)).toMatchObject(
			because ? { ok: false, because } : { ok: true }
		);
	});

	it.each([
		['a publisher approves', staff('carla', 'publisher'), draft, null],
		['not an editor', staff('carla', 'editor', 'admin'), draft, 'publisherOnly'],
		['nobody what lacks something', carla, { ...draft, items: [part] }, 'callWithoutCriterion'],
		['nobody what is out', carla, { ...draft, publishedAt: '2027-05-10T12:00:00.000Z' }, 'callFrozen']
	])('%s', (_, person, facts, because) => {
		expect(mayApproveCall({ ...facts, person })).toMatchObject(because ? { ok: false, because } : { ok: true });
	});

	it('is told everything that is missing at once', () => {
		expect(gate([]).filter((verdict) => !verdict.ok)).toHaveLength(2);
	});
});

describe('the forms', () => {
	const typed = { id: newId(), version: '1', title: ' Aufruf ', intro: 'Worum es geht', deadline: '2027-05-31' };

	it('takes the last day in the time of Berlin, and gives it back', () => {
		const { deadline } = NewCallForm.parse(typed);
		expect(deadline).toBe('2027-05-31T22:00:00.000Z');
		expect(deadlineDay(deadline)).toBe('2027-05-31');
	});

	it.each([
		[{ ...typed, deadline: '' }, null],
		[{ ...typed, version: '' }, 'choose'],
		[{ ...typed, version: '1e400' }, 'choose'],
		[{ ...typed, title: ' ' }, 'missing'],
		[{ ...typed, intro: 'x'.repeat(8_001) }, 'tooLong'],
		[{ ...typed, deadline: '31.5.2027' }, 'dateWrong']
	])('%j is answered with %s', (form, message) => {
		const parsed = NewCallForm.safeParse(form);
		expect(parsed.error?.issues[0]?.message ?? null).toBe(message);
	});

	it('takes one ticked point as well as several, and misses none', () => {
		const item = { id: newId(), revision: '1', kind: 'part', title: 'Beratung', body: 'Vor Ort' };
		expect(ItemForm.parse({ ...item, points: newId() }).points).toHaveLength(1);
		expect(ItemForm.parse({ ...item, points: [newId(), newId()] }).points).toHaveLength(2);
		expect(ItemForm.safeParse(item).error?.issues[0]).toMatchObject({ path: ['points'], message: 'choose' });
	});
});
