import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import * as comments from '#lib/comments/comments.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import { tidyCode } from '#lib/people/cards/cardCode.ts';
import * as people from '#lib/people/people.server.ts';
import type { Person } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { newId } from '#lib/server/ids.ts';
import { NotFound } from '#lib/verdict.ts';
import { makeTestApp, type TestApp } from '../../../tests/support/machine/testApp.ts';
import { ManySheetsForm } from './sheets/manySheets.ts';
import { SheetForm } from './recording.ts';
import * as recording from './recording.server.ts';

const head = { channel: 'conversation', date: '2027-05-09', place: 'Tagestreff', group: 'affected' };
const sheet = (more: Record<string, string> = {}) =>
	SheetForm.parse({
		...{ ...head, id: newId(), kind: 'experience', field: 'wohnen', title: 'Im Winter draußen' },
		...{ body: 'Ich habe zwei Winter draußen geschlafen.', consent: 'yes', readBack: 'yes', ...more }
	});

async function desk(): Promise<{ testApp: TestApp; helper: Person; moderator: Person }> {
	const testApp = await makeTestApp();
	const helper = await testApp.person('none', { roles: ['helper'] });
	return { testApp, helper, moderator: await testApp.person('none', { roles: ['moderator'] }) };
}

const put = (testApp: TestApp, helper: Person, form = sheet()) =>
	recording.recordSheet(testApp.as(helper), testApp.consultationId, form);

async function publish(testApp: TestApp, moderator: Person, subjectId: string): Promise<void> {
	const decision = { id: newId(), kind: 'proposal', subjectId, seen: 'waiting', deed: 'publish' } as const;
	await moderation.decide(testApp.as(moderator), decision);
}

describe('what a helper writes down for one person', () => {
	it('has no author, a pseudonym, and says how it came here', async () => {
		const { testApp, helper, moderator } = await desk();
		const form = sheet();
		const { number, code } = await put(testApp, helper, form);
		expect(code).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/);
		await publish(testApp, moderator, form.id);
		const seen = await proposals.byNumber(testApp.as(helper), number);
		expect(seen).toMatchObject({ mine: false, authorGroup: 'affected', state: 'published' });
		expect(seen.authorName).not.toBe(helper.pseudonym);
		expect((await recording.notesOn(testApp.as(null), [form.id])).get(form.id)).toEqual({
			...{ channel: 'conversation', readBack: true, takenOver: false, workshop: null }
		});
	});

	it('is screened by somebody else, also when she moderates herself', async () => {
		const { testApp, moderator } = await desk();
		const both = await testApp.person('none', { roles: ['helper', 'moderator'] });
		const form = sheet();
		await put(testApp, both, form);
		expect((await moderation.queue(testApp.as(both))).items.map((item) => item.own)).toEqual([true]);
		await expect(publish(testApp, both, form.id)).rejects.toMatchObject({ reason: 'ownRecording' });
		await publish(testApp, moderator, form.id);
	});

	it('sent twice is one contribution, and the code is told once', async () => {
		const { testApp, helper } = await desk();
		const form = sheet();
		const results = await Promise.all([1, 2, 3].map(() => put(testApp, helper, form)));
		expect(new Set(results.map((one) => one.number)).size).toBe(1);
		expect(results.filter((one) => one.code !== null)).toHaveLength(1);
		const other = await testApp.person('none', { roles: ['helper'] });
		await expect(put(testApp, other, form)).rejects.toMatchObject({ reason: 'notYourRecording' });
	});

	it('goes on with the same person: one card, one name', async () => {
		const { testApp, helper } = await desk();
		const first = sheet();
		const one = await put(testApp, helper, first);
		const other = put(testApp, helper, sheet({ former: first.id, same: 'yes', group: 'practice' }));
		await expect(other).rejects.toMatchObject({ reason: 'speakerOtherGroup' });
		const two = await put(testApp, helper, sheet({ former: first.id, same: 'yes' }));
		expect(two.code).toBeNull();
		const holder = await recording.claimRecords(testApp.as(null), tidyCode(one.code ?? ''));
		const own = await proposals.mine(testApp.as(await people.byId(testApp.as(null), holder)));
		expect(own.map((mine) => mine.number).sort()).toEqual([one.number, two.number]);
		expect(new Set(own.map((mine) => mine.authorName)).size).toBe(1);
	});

	it('is for helpers', async () => {
		const { testApp, moderator } = await desk();
		await expect(put(testApp, moderator)).rejects.toMatchObject({ reason: 'roleMissing' });
	});
});

describe('taking over with the card', () => {
	it('moves authorship under the holder’s own name, not history', async () => {
		const { testApp, helper } = await desk();
		const form = sheet();
		const { number, code } = await put(testApp, helper, form);
		const resident = await testApp.person();
		await recording.claimRecords(testApp.as(resident), tidyCode(code ?? ''));
		const after = await proposals.byNumber(testApp.as(resident), number);
		expect(after).toMatchObject({ mine: true, authorName: resident.pseudonym, authorGroup: 'affected' });
		expect((await recording.notesOn(testApp.as(null), [form.id])).get(form.id)?.takenOver).toBe(true);
		await recording.claimRecords(testApp.as(resident), tidyCode(code ?? ''));
		expect(await proposals.mine(testApp.as(resident))).toHaveLength(1);
	});

	it('by two people at once ends in one take-over and one clear refusal', async () => {
		const { testApp, helper } = await desk();
		const { code } = await put(testApp, helper);
		const rivals = [await testApp.person(), await testApp.person()];
		const results = await Promise.allSettled(
			rivals.map((one) => recording.claimRecords(testApp.as(one), tidyCode(code ?? '')))
		);
		expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))).toMatchObject([
			{ reason: 'takenOver' }
		]);
		const owned = await Promise.all(rivals.map((one) => proposals.mine(testApp.as(one))));
		expect(owned.map((list) => list.length).sort()).toEqual([0, 1]);
	});

	it('whoever came in with the card finds it, and nobody else gets it then', async () => {
		const { testApp, helper } = await desk();
		const { code } = await put(testApp, helper);
		const id = await people.holderOf(testApp.as(null), tidyCode(code ?? ''));
		const holder = await people.byId(testApp.as(null), id);
		expect(await recording.countMine(testApp.as(holder))).toBe(1);
		const rival = recording.claimRecords(testApp.as(await testApp.person()), tidyCode(code ?? ''));
		await expect(rival).rejects.toMatchObject({ reason: 'takenOver' });
		await recording.claimMine(testApp.as(holder));
		await recording.claimMine(testApp.as(holder));
		expect(await recording.countMine(testApp.as(holder))).toBe(0);
		expect(await proposals.mine(testApp.as(holder))).toHaveLength(1);
	});

	it('an ordinary card brings nothing to somebody who has one', async () => {
		const { testApp, helper } = await desk();
		const { code } = await put(testApp, helper);
		const good = tidyCode(code ?? '');
		const resident = await testApp.person();
		await recording.claimRecords(testApp.as(resident), good);
		await expect(recording.claimRecords(testApp.as(null), good)).rejects.toMatchObject({ reason: 'takenOver' });
		const unknown = recording.claimRecords(testApp.as(resident), 'K7MP3QXR9TWAHC4N');
		await expect(unknown).rejects.toMatchObject({ reason: 'codeUnknown' });
	});
});

describe('a consent that is taken back', () => {
	it('is obeyed while a moderator has the text before her', async () => {
		const { testApp, helper, moderator } = await desk();
		const form = sheet({ title: 'Kruse half mir' });
		const { number } = await put(testApp, helper, form);
		await recording.withdrawConsent(testApp.as(helper), form.id);
		await recording.withdrawConsent(testApp.as(helper), form.id);
		await expect(publish(testApp, moderator, form.id)).rejects.toMatchObject({ reason: 'withdrawnMeanwhile' });
		await expect(proposals.byNumber(testApp.as(null), number)).rejects.toThrow(NotFound);
		const kept = await testApp.app.reader.selectFrom('proposals').selectAll().execute();
		expect(JSON.stringify(kept)).not.toContain('Kruse');
		expect((await put(testApp, helper, form)).code).toBeNull();
		expect(JSON.stringify(await proposals.forModeration(testApp.as(helper), form.id))).not.toContain('Kruse');
	});

	it('is obeyed when all could read it, with what was sealed when it was blackened', async () => {
		const { testApp, helper, moderator } = await desk();
		const form = sheet({ body: 'Meine Nachbarin Kruse hat mir geholfen.' });
		const { number } = await put(testApp, helper, form);
		await publish(testApp, moderator, form.id);
		const head = { id: newId(), kind: 'proposal', subjectId: form.id, seen: 'published' } as const;
		await moderation.decide(testApp.as(moderator), { ...head, deed: 'redact', passages: ['Kruse'] });
		await recording.withdrawConsent(testApp.as(helper), form.id);
		expect((await proposals.byNumber(testApp.as(null), number)).state).toBe('withdrawn');
		expect(await testApp.app.reader.selectFrom('originals').selectAll().execute()).toEqual([]);
	});

	it('is for whoever wrote it down, until the person answers for it herself', async () => {
		const { testApp, helper } = await desk();
		const form = sheet();
		const { code } = await put(testApp, helper, form);
		const other = testApp.as(await testApp.person('none', { roles: ['helper'] }));
		await expect(recording.withdrawConsent(other, form.id)).rejects.toMatchObject({ reason: 'notYourRecording' });
		expect((await recording.mine(testApp.as(helper), null)).recordings).toMatchObject([{ mayWithdraw: true }]);
		expect((await recording.mine(other, null)).recordings).toEqual([]);
		await recording.claimRecords(testApp.as(null), tidyCode(code ?? ''));
		const late = recording.withdrawConsent(testApp.as(helper), form.id);
		await expect(late).rejects.toMatchObject({ reason: 'takenOverNow' });
	});
});

describe('a page of sheets', () => {
	it('keeps the others when one row is wrong, and takes only the rest when it comes again', async () => {
		const { testApp, helper } = await desk();
		const rows = Object.assign({}, ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => rowOf(n)));
		const wrong = { ...rows, 'body-2': 'kurz', 'field-5': 'gibt-es-nicht', 'consent-7': '' };
		const outcomes = await recording.recordMany(
			testApp.as(helper),
			testApp.consultationId,
			ManySheetsForm.parse(wrong)
		);
		expect(outcomes.flatMap((one) => ('number' in one ? [one.place] : []))).toEqual([1, 3, 4, 6, 8]);
		expect(Object.assign({}, ...outcomes.map((one) => ('errors' in one ? one.errors : {})))).toEqual({
			'body-2': expect.stringContaining('sehr kurz'),
			'body-5': expect.stringContaining('nicht lesen'),
			'consent-7': expect.stringContaining('Einverständnis')
		});
		await recording.recordMany(testApp.as(helper), testApp.consultationId, ManySheetsForm.parse(rows));
		expect(await proposals.countWaiting(testApp.as(helper))).toBe(8);
	});

	it('a fault of the database is the one row’s, and the codes of the others are told', async () => {
		const { testApp, helper } = await desk();
		const rows = Object.assign({ withCode: 'yes' }, ...[1, 2, 3].map((n) => rowOf(n)));
		await sql`create unique index odd on proposals (title) where title = 'Bogen 1'`.execute(testApp.app.writer);
		const pile = ManySheetsForm.parse({ ...rows, 'title-2': 'Bogen 1' });
		const outcomes = await recording.recordMany(testApp.as(helper), testApp.consultationId, pile);
		expect(outcomes).toMatchObject([
			{ place: 1, code: expect.stringContaining('-') },
			{
				place: 2,
				errors: { 'body-2': 'Bei uns ist ein Fehler passiert. Bitte senden Sie in einer Minute noch einmal.' }
			},
			{ place: 3, code: expect.stringContaining('-') }
		]);
	});

	const rowOf = (n: number) => ({
		...{ channel: 'paper', date: '2027-05-09', place: 'Café', group: 'affected' },
		...{ [`id-${n}`]: newId(), [`kind-${n}`]: 'proposal', [`field-${n}`]: 'wohnen', [`consent-${n}`]: 'yes' },
		...{ [`title-${n}`]: `Bogen ${n}`, [`body-${n}`]: 'Wir brauchen mehr bezahlbare Wohnungen.' }
	});
});

it('a comment is written down, read by everybody with its note, and taken over', async () => {
	const { testApp, helper, moderator } = await desk();
	const form = sheet();
	const { number } = await put(testApp, helper, form);
	await publish(testApp, moderator, form.id);
	const id = newId();
	const origin = { channel: 'telephone', date: '2027-05-09', place: 'Telefon', group: 'affected' } as const;
	const said = { ...origin, id, whose: 'person', about: 'proposal', number, stance: 'pro', consent: 'yes' } as const;
	const find = (ctx: Parameters<typeof comments.aboutProposal>[0]) => comments.aboutProposal(ctx, number);
	const { code } = await recording.recordComment(testApp.as(helper), find, { ...said, body: 'Das kenne ich auch.' });
	expect(await comments.countWaiting(testApp.as(null))).toBe(1);
	const holder = await recording.claimRecords(testApp.as(null), tidyCode(code ?? ''));
	const own = await comments.mine(testApp.as(await people.byId(testApp.as(null), holder)));
	expect(own.map((one) => one.id)).toEqual([id]);
	expect((await recording.notesOn(testApp.as(null), [id])).get(id)).toMatchObject({
		channel: 'telephone',
		takenOver: true
	});
});
