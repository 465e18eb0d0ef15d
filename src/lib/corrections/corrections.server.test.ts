import { describe, expect, it } from 'vitest';
import * as calls from '#lib/calls/calls.server.ts';
import * as reports from '#lib/reports/reports.server.ts';
import { newId } from '#lib/server/ids.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { NotFound, Refused, Stale } from '#lib/verdict.ts';
import * as town from '../../../tests/support/addenda.ts';
import * as corrections from './corrections.server.ts';

const BODY = 'point.1.body';

/** Every ballot and every sum, as they lie there. */
const cast = async ({ testApp: { app } }: town.Town) => ({
	ballots: await app.reader.selectFrom('ballots').selectAll().execute(),
	tallies: await app.reader.selectFrom('tallies').selectAll().execute()
});

describe('a slip in a published point', () => {
	it('is put right by two people; every vote stays, the first text stays readable, and everything verifies', async () => {
		const here = await town.published();
		const { testApp } = here;
		const anyone = testApp.as(null);
		const before = await strategy.version(anyone, 2);
		const frozen = await strategy.frozenText(anyone, 2);
		const point = before.points[0];
		const votesBefore = await cast(here);
		expect(votesBefore.ballots).toHaveLength(3);
		expect(await town.flaws(here)).toEqual([]);
		const number = await town.letOut(here, await town.correct(here, town.VERSION, BODY, 'Das Land baut viel mehr.'));
		expect(number).toBe(1);
		const after = await strategy.version(anyone, 2);
		expect(after.points[0]).toEqual({ ...point, body: 'Das Land baut viel mehr.' });
		expect(await cast(here)).toEqual(votesBefore);
		expect(await strategy.frozenText(anyone, 2)).toBe(frozen);
		expect(after.digest).toBe(before.digest);
		expect(await town.flaws(here)).toEqual([]);
		const [addendum] = await corrections.addendaOn(anyone, town.VERSION);
		expect(addendum).toMatchObject({
			...{ number: 1, kind: 'correction', reason: 'Ein Schreibfehler.', previous: null },
			correction: { place: BODY, old: 'Das Land baut mehr.', new: 'Das Land baut viel mehr.' }
		});
		expect(await corrections.addendaOnPoint(anyone, 1)).toHaveLength(1);
	});

	it('is put right in every version where the wording stands, and in the draft', async () => {
		const here = await town.published();
		const { testApp, editor } = here;
		await editor.start();
		await editor.publish();
		await editor.start();
		const marks = await editor.marks();
		await town.letOut(here, await town.correct(here, town.VERSION, 'point.1.title', 'Wohnungen zuerst!'));
		for (const number of [2, 3]) {
			const { points } = await strategy.version(testApp.as(null), number);
			expect(points[0]?.title).toBe('Wohnungen zuerst!');
		}
		expect((await editor.draft()).points[0]?.title).toBe('Wohnungen zuerst!');
		const form = { ...marks, field: 'wohnen', title: 'Wohnungen zuerst', body: 'Das Land baut mehr.', why: '' };
		await expect(strategy.rewordPoint(editor.ctx, 1, form)).rejects.toThrow(Stale);
		expect(await town.flaws(here)).toEqual([]);
	});

	it.each([
		['title', 'Entwurf der Strategie gegen Armut 2'],
		['point.1.why', 'Weil es fehlte.'],
		['measure.1.1.text', 'Ein Fond'],
		['measure.1.1.responsible', 'Ministerien'],
		['drop.2.reason', 'Steht in Punkt 1.']
	])('also in %s', async (place, text) => {
		const here = await town.published();
		await town.letOut(here, await town.correct(here, town.VERSION, place, text));
		const { passages } = await corrections.published(here.testApp.as(null), town.VERSION);
		expect(passages.find(({ key }) => key === place)?.text).toBe(text);
		expect(await town.flaws(here)).toEqual([]);
	});

	it('in a call and in a report, too', async () => {
		const here = await town.published();
		const anyone = here.testApp.as(null);
		await town.letOut(here, await town.correct(here, town.CALL, 'item.2.title', 'Kriterium'));
		const foreword = 'An den Ausschuss und an Erika\n**Mustermann**.';
		await town.letOut(here, await town.correct(here, town.REPORT, 'foreword', foreword));
		await town.letOut(here, await town.correct(here, town.REPORT, 'title', 'Erster Bericht.'));
		expect((await calls.byNumber(anyone, 1)).items[1]?.title).toBe('Kriterium');
		expect(await reports.byNumber(anyone, 1)).toMatchObject({ title: 'Erster Bericht.', foreword });
		expect((await reports.frozenText(anyone, 1)).frozen).toContain('Auschuss');
		expect(await town.flaws(here)).toEqual([]);
	});
});

describe('four eyes', () => {
	it('one alone, or an approval of something else, lets nothing out', async () => {
		const here = await town.published();
		const { testApp, anna, berta } = here;
		const id = await town.correct(here, town.VERSION, BODY, 'Das Land baut sehr viel.');
		await expect(corrections.publish(testApp.as(anna), id)).rejects.toMatchObject({ reason: 'approvalMissing' });
		const { digest } = await corrections.approvalState(testApp.as(anna), await corrections.draft(testApp.as(anna), id));
		await expect(corrections.approve(testApp.as(berta), id, { state: digest })).rejects.toMatchObject({
			reason: 'slipUnticked'
		});
		await corrections.approve(testApp.as(anna), id, { state: digest, same: 'yes' });
		await expect(corrections.publish(testApp.as(anna), id)).rejects.toMatchObject({ reason: 'approvalOwn' });
		await town.letOut(here, await town.correct(here, town.VERSION, 'drop.2.reason', 'Steht in Punkt drei.'));
		// The words it would change are still there, but what it is chained to is another.
		await expect(corrections.publish(testApp.as(berta), id)).rejects.toMatchObject({ reason: 'approvalMissing' });
		await expect(corrections.approve(testApp.as(berta), id, { state: digest, same: 'yes' })).rejects.toThrow(Stale);
	});

	it('nobody else may do any of it, and what is discarded is gone', async () => {
		const here = await town.published();
		const { testApp, anna } = here;
		const id = await town.correct(here, town.VERSION, BODY, 'Das Land baut sehr viel.');
		for (const person of [null, await testApp.person(), await testApp.person('none', { roles: ['editor', 'admin'] })]) {
			const ctx = testApp.as(person);
			await expect(corrections.drafts(ctx)).rejects.toThrow(Refused);
			await expect(corrections.draft(ctx, id)).rejects.toThrow(Refused);
			await expect(corrections.discard(ctx, id)).rejects.toThrow(Refused);
			await expect(corrections.publish(ctx, id)).rejects.toThrow(Refused);
			await expect(corrections.ask(ctx, id)).rejects.toThrow(Refused);
			await expect(corrections.proposeRestoration(ctx, { id: newId(), removal: 1, reason: 'x' })).rejects.toThrow(
				Refused
			);
		}
		await corrections.discard(testApp.as(anna), id);
		await expect(corrections.publish(testApp.as(anna), id)).rejects.toThrow(NotFound);
	});

	it('more than a slip, and what stands there no more, is refused', async () => {
		const here = await town.published();
		const much = 'Der Bund gibt den Kommunen im nächsten Jahr Geld.';
		await expect(town.correct(here, town.VERSION, BODY, much)).rejects.toMatchObject({ reason: 'correctionTooMuch' });
		await expect(town.correct(here, town.VERSION, BODY, 'Das Land baut mehr.')).rejects.toMatchObject({
			reason: 'correctionSame'
		});
		const [one, other] = [
			await town.correct(here, town.VERSION, BODY, 'Das Land baut viel.'),
			await town.correct(here, town.VERSION, BODY, 'Das Land baut genug.')
		];
		await town.letOut(here, one);
		await expect(town.letOut(here, other)).rejects.toMatchObject({ reason: 'correctionOvertaken' });
		expect(await corrections.addenda(here.testApp.as(null))).toHaveLength(1);
	});

	it('two who let it out at once let it out once', async () => {
		const here = await town.published();
		const { testApp, anna, berta } = here;
		const id = await town.correct(here, town.VERSION, BODY, 'Das Land baut viel.');
		const { digest } = await corrections.approvalState(testApp.as(anna), await corrections.draft(testApp.as(anna), id));
		for (const who of [anna, berta]) await corrections.approve(testApp.as(who), id, { state: digest, same: 'yes' });
		const done = await Promise.allSettled([anna, berta, anna].map((who) => corrections.publish(testApp.as(who), id)));
		expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(await corrections.addenda(testApp.as(null))).toHaveLength(1);
		expect(await town.flaws(here)).toEqual([]);
	});
});

describe('a wrong call or report', () => {
	it('is withdrawn, stays readable, rests on nothing any more, and is named a successor later', async () => {
		const here = await town.published();
		const { testApp, anna } = here;
		const anyone = testApp.as(null);
		const point = (await strategy.version(anyone, 2)).points[0]?.pointId ?? '';
		expect(await calls.restingOn(anyone, [point])).toHaveProperty('size', 1);
		const withdraw = (successor: number | '' = '') =>
			corrections.proposeWithdrawal(testApp.as(anna), {
				...{ id: newId(), kind: 'call', number: 1, reason: 'Der Aufruf war falsch.', successor }
			});
		await town.letOut(here, await withdraw());
		expect(await calls.restingOn(anyone, [point])).toHaveProperty('size', 0);
		expect(await calls.byNumber(anyone, 1)).toMatchObject({ withdrawnAt: testApp.now, successor: null });
		await expect(withdraw()).rejects.toMatchObject({ reason: 'withdrawalTwice' });
		await expect(withdraw(1)).rejects.toMatchObject({ reason: 'withdrawalSuccessor' });
		await town.publishCall(here, 'Der richtige Aufruf.');
		await town.letOut(here, await withdraw(2));
		expect(await calls.byNumber(anyone, 1)).toMatchObject({ successor: 2 });
		await expect(withdraw(2)).rejects.toMatchObject({ reason: 'withdrawalTwice' });
		await expect(town.correct(here, town.CALL, 'title', 'Aufruf')).rejects.toMatchObject({
			reason: 'addendumWithdrawn'
		});
		expect(await town.flaws(here)).toEqual([]);
	});
});
