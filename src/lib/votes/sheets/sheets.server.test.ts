import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { tidyCode } from '#lib/people/cards/cardCode.ts';
import * as people from '#lib/people/people.server.ts';
import type { Person } from '#lib/people/person.ts';
import * as privacy from '#lib/privacy/privacy.server.ts';
import { SheetForm } from '#lib/recording/recording.ts';
import * as recording from '#lib/recording/recording.server.ts';
import { newId } from '#lib/server/ids.ts';
import { declarePublished, draft, type DraftedPoint } from '../../../../tests/support/strategy/drafted.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import { BallotSheetForm } from './sheet.ts';
import * as votes from '../votes.server.ts';

const head = { channel: 'paper', date: '2027-05-09', place: 'Tagestreff', group: 'affected', consent: 'yes' };

async function desk() {
	const testApp = await makeTestApp();
	const version = await draft(testApp, [{}, {}, {}]);
	await declarePublished(testApp, version);
	const helper = await testApp.person('none', { roles: ['helper'] });
	const [a, b, c] = version.points;
	if (!a || !b || !c) throw new Error('three points are needed');
	return { testApp, helper, version: version.number, a, b, c };
}
type Desk = Awaited<ReturnType<typeof desk>>;

const sheet = ({ version }: Desk, lines: Record<number, string>, more: Record<string, string> = {}) => {
	const typed = Object.entries(lines).map(([number, choice]) => [`choice-${number}`, choice]);
	return BallotSheetForm.parse({
		...head,
		id: newId(),
		version: String(version),
		...Object.fromEntries(typed),
		...more
	});
};
const put = (here: Desk, form: ReturnType<typeof sheet>, who: Person = here.helper) =>
	votes.recordSheet(here.testApp.as(who), here.testApp.consultationId, form);

const enter = async (testApp: TestApp, code: string | null, who: Person | null = null) => {
	const id = await votes.claimVotes(testApp.as(who), tidyCode(code ?? ''));
	return people.byId(testApp.as(null), id);
};
const tally = async ({ testApp }: Desk, point: DraftedPoint) => {
	const [round] = (await votes.currentResults(testApp.as(null), [point.id])).get(point.id) ?? [];
	return (round?.results ?? []).map(({ group, agree, pass, disagree, recorded }) => {
		return [group, agree, pass, disagree, recorded] as const;
	});
};
const rows = ({ testApp }: Desk) => testApp.app.reader.selectFrom('ballots').selectAll().execute();

describe('votes a helper writes down for one person', () => {
	it('are that person’s ballots from the moment she comes in, and her own as soon as she votes herself', async () => {
		const here = await desk();
		const { testApp, a, b } = here;
		const { code, saved } = await put(here, sheet(here, { [a.number]: 'agree', [b.number]: 'pass' }));
		expect(saved).toEqual([a.number, b.number]);
		expect(await tally(here, a)).toEqual([['affected', 1, 0, 0, 1]]);
		const holder = await people.byId(testApp.as(null), await people.holderOf(testApp.as(null), tidyCode(code ?? '')));
		const ctx = testApp.as(holder);
		expect(await votes.own(ctx)).toMatchObject([
			{ choice: 'agree', recorded: true },
			{ choice: 'pass', recorded: true }
		]);
		await votes.castVote(ctx, a.number, 'disagree');
		expect(await tally(here, a)).toEqual([['affected', 0, 0, 1, 0]]);
		await votes.castVote(ctx, b.number, null);
		expect(await tally(here, b)).toEqual([['affected', 0, 0, 0, 0]]);
		expect((await rows(here)).map(({ marks }) => marks)).toEqual([expect.stringMatching(/^\d+d\w*$/)]);
	});

	it('keep the good lines when others are wrong, and sent again count once', async () => {
		const here = await desk();
		const { a, b, helper, testApp } = here;
		const form = sheet(here, { [a.number]: 'agree', [b.number]: 'beides', 4711: 'agree' });
		const first = await put(here, form);
		expect(first.wrong).toEqual([
			{ point: b.number, because: 'wrong' },
			{ point: 4711, because: 'pointUnknown' }
		]);
		const mended = sheet(here, { [a.number]: 'agree', [b.number]: 'disagree' }, { id: form.id });
		const again = await Promise.all([1, 2, 3].map(() => put(here, mended)));
		expect([first.code === null, ...again.map(({ code }) => code)]).toEqual([false, null, null, null]);
		expect(await tally(here, a)).toEqual([['affected', 1, 0, 0, 1]]);
		expect(await tally(here, b)).toEqual([['affected', 0, 0, 1, 1]]);
		const other = await testApp.person('none', { roles: ['helper'] });
		await expect(put(here, mended, other)).rejects.toMatchObject({ reason: 'notYourRecording' });
		expect(await put(here, sheet(here, { 4711: 'agree' }))).toMatchObject({ code: null, saved: [] });
		expect((await votes.sheets(testApp.as(helper), null)).sheets).toHaveLength(1);
	});

	it('stay one ballot when the same person goes on speaking, also after a contribution', async () => {
		const here = await desk();
		const { testApp, helper, a } = here;
		const said = SheetForm.parse({
			...{ ...head, id: newId(), kind: 'experience', field: 'wohnen', title: 'Winter' },
			body: 'Ich habe zwei Winter draußen geschlafen.'
		});
		const { code } = await recording.recordSheet(testApp.as(helper), testApp.consultationId, said);
		const one = sheet(here, { [a.number]: 'agree' }, { former: said.id, same: 'yes' });
		expect((await put(here, one)).code).toBeNull();
		const otherGroup = sheet(here, { [a.number]: 'agree' }, { former: one.id, same: 'yes', group: 'practice' });
		await expect(put(here, otherGroup)).rejects.toMatchObject({ reason: 'speakerOtherGroup' });
		const two = sheet(here, { [a.number]: 'disagree' }, { former: one.id, same: 'yes' });
		expect((await put(here, two)).code).toBeNull();
		expect(await tally(here, a)).toEqual([['affected', 0, 0, 1, 1]]);
		await enter(testApp, code);
		await expect(
			put(here, sheet(here, { [a.number]: 'agree' }, { former: two.id, same: 'yes' }))
		).rejects.toMatchObject({
			reason: 'cardInUse'
		});
	});

	it('go to whoever takes them over; where she has voted herself, that counts', async () => {
		const here = await desk();
		const { testApp, a, b } = here;
		const person = await testApp.person();
		await votes.castVote(testApp.as(person), a.number, 'disagree');
		const { code } = await put(here, sheet(here, { [a.number]: 'agree', [b.number]: 'agree' }));
		const two = await Promise.allSettled([enter(testApp, code, person), enter(testApp, code, await testApp.person())]);
		const [won, lost] = [
			two.filter((one) => one.status === 'fulfilled'),
			two.filter((one) => one.status === 'rejected')
		];
		expect([won.length, lost.length]).toEqual([1, 1]);
		expect(lost[0]?.reason).toMatchObject({ name: 'Refused' });
		const winner = (won[0]?.status === 'fulfilled' && won[0].value) || null;
		const mine = winner?.id === person.id;
		expect(await tally(here, a)).toEqual(mine ? [['affected', 0, 0, 1, 0]] : [['affected', 1, 0, 1, 1]]);
		expect(await tally(here, b)).toEqual([['affected', 1, 0, 0, 1]]);
		expect((await votes.own(testApp.as(winner))).map(({ choice }) => choice)).toEqual(
			mine ? ['disagree', 'agree'] : ['agree', 'agree']
		);
		// Sent twice by the same person, nothing changes and nothing is refused.
		expect(await enter(testApp, code, winner)).toMatchObject({ id: winner?.id });
	});

	it('can be taken back through the helper, until the person comes in herself', async () => {
		const here = await desk();
		const { testApp, helper, a, b } = here;
		const form = sheet(here, { [a.number]: 'agree', [b.number]: 'agree' });
		await put(here, form);
		const other = await testApp.person('none', { roles: ['helper'] });
		await expect(votes.withdrawSheet(testApp.as(other), form.id)).rejects.toMatchObject({ reason: 'notYourRecording' });
		await Promise.all([1, 2].map(() => votes.withdrawSheet(testApp.as(helper), form.id)));
		expect([await tally(here, a), await rows(here)]).toEqual([[['affected', 0, 0, 0, 0]], []]);
		await expect(put(here, form)).rejects.toMatchObject({ reason: 'sheetWithdrawn' });
		const next = sheet(here, { [a.number]: 'agree' });
		await enter(testApp, (await put(here, next)).code);
		await expect(votes.withdrawSheet(testApp.as(helper), next.id)).rejects.toMatchObject({ reason: 'cardInUse' });
	});

	it('are only for helpers, while people vote, on the wording that stands', async () => {
		const here = await desk();
		const { testApp, a, helper } = here;
		const form = (more = {}) => sheet(here, { [a.number]: 'agree' }, more);
		const because = async (one: ReturnType<typeof sheet>, who = helper) =>
			put(here, one, who).then(
				() => 'saved',
				(problem: { reason?: string }) => problem.reason
			);
		expect(await because(form(), await testApp.person('none', { roles: ['moderator'] }))).toBe('roleMissing');
		expect(await because(form({ version: '4711' }))).toBe('sheetOutdated');
		expect(await because(form({ date: '2027-05-11' }))).toBe('saidLater');
		expect(await because(form({ date: '2027-04-09' }))).toBe('saidEarlier');
		testApp.at('2027-06-02T00:00:00.000Z');
		expect(await because(form())).toBe('phaseOver');
		expect(await rows(here)).toEqual([]);
	});
});

describe('when the phase is over', () => {
	it('no ballot says that it was written down, no sheet whose it was, and nobody finds out', async () => {
		const here = await desk();
		const { testApp, helper, a } = here;
		const { code } = await put(here, sheet(here, { [a.number]: 'agree' }));
		for (const choice of ['agree', 'disagree'] as const)
			await votes.castVote(testApp.as(await testApp.person()), a.number, choice);
		const holder = await enter(testApp, code);
		const key = testApp.app.ballotKeys.read(testApp.phaseId);
		const token = (secret: Buffer) => {
			const lasting = testApp.app.keys.digest('ballot', testApp.phaseId + (holder?.id ?? ''), 12);
			return createHmac('sha256', secret).update(lasting).digest().subarray(0, 12).toString('base64url');
		};
		// As long as there is a key the token is hers: so the test would notice.
		expect((await rows(here)).map(({ voter }) => voter)).toContain(key && token(key));
		const before = await tally(here, a);
		testApp.at('2027-06-02T00:00:00.000Z');
		await votes.sealEnded(testApp.as(null));
		expect(await tally(here, a)).toEqual(before);
		expect((await rows(here)).map(({ marks }) => marks).join(' ')).toMatch(/^[\d]+[ad]( \d+[ad]){2}$/);
		const [row] = await testApp.app.reader.selectFrom('ballotSheets').selectAll().execute();
		expect(row).toMatchObject({ cardId: null, place: '' });
		expect(testApp.app.ballotKeys.read(testApp.phaseId)).toBeNull();
		expect(await votes.own(testApp.as(holder))).toEqual([]);
		const { sheets } = await votes.sheets(testApp.as(helper), null);
		expect(sheets).toMatchObject([{ mayWithdraw: false }]);
		await expect(votes.withdrawSheet(testApp.as(helper), row?.id ?? '')).rejects.toMatchObject({
			reason: 'ballotsSealed'
		});
	});

	it('no number of votes is kept that only one token would have, and the journal names nobody', async () => {
		const here = await desk();
		const { testApp, a, b, helper } = here;
		await put(here, sheet(here, { [a.number]: 'agree', [b.number]: 'agree' }));
		const [row] = await testApp.app.reader.selectFrom('ballotSheets').selectAll().execute();
		expect(Object.values(row ?? {}).filter((value) => typeof value === 'number')).toEqual([]);
		const entries = await testApp.app.reader
			.selectFrom('journal')
			.selectAll()
			.where('verb', '=', 'votes.recorded')
			.execute();
		expect(entries).toMatchObject([
			{ actorId: helper.id, subjectId: row?.id, audience: 'staff', details: '{"channel":"paper"}' }
		]);
	});

	it('or she leaves before, the votes stay and lead to nobody', async () => {
		const here = await desk();
		const { testApp, a } = here;
		const holder = await enter(testApp, (await put(here, sheet(here, { [a.number]: 'agree' }))).code);
		await privacy.closeOwnAccount(testApp.as(holder), 'erase');
		expect(await tally(here, a)).toEqual([['affected', 1, 0, 0, 1]]);
		const cards = await testApp.app.reader.selectFrom('cards').select(['personId', 'heldFor']).execute();
		expect(cards).toEqual([{ personId: null, heldFor: null }]);
	});
});
