import { describe, expect, it } from 'vitest';
import * as comments from '#lib/comments/comments.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import { tidyCode } from '#lib/people/code.ts';
import * as people from '#lib/people/people.server.ts';
import type { Person } from '#lib/people/person.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { newId } from '#lib/server/ids.ts';
import { NotFound } from '#lib/verdict.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import { PileForm } from './pile.ts';
import { SheetForm } from './recording.ts';
import * as recording from './recording.server.ts';

const head = { channel: 'conversation', date: '2027-05-09', place: 'Tagestreff', group: 'affected' };
const sheet = (more: Record<string, string> = {}) =>
	SheetForm.parse({
		...{ ...head, id: newId(), kind: 'experience', field: 'wohnen', title: 'Im Winter draußen' },
		...{ body: 'Ich habe zwei Winter draußen geschlafen.', consent: 'yes', readBack: 'yes', ...more }
	});

async function desk(): Promise<{ town: Town; helper: Person; moderator: Person }> {
	const town = await makeTown();
	const helper = await town.person('none', { roles: ['helper'] });
	return { town, helper, moderator: await town.person('none', { roles: ['moderator'] }) };
}

const put = (town: Town, helper: Person, form = sheet()) =>
	recording.putDown(town.as(helper), town.consultationId, form);

async function publish(town: Town, moderator: Person, subjectId: string): Promise<void> {
	const decision = { id: newId(), kind: 'proposal', subjectId, seen: 'waiting', deed: 'publish' } as const;
	await moderation.decide(town.as(moderator), decision);
}

describe('what a helper writes down for one person', () => {
	it('has no author, a pseudonym, and says how it came here', async () => {
		const { town, helper, moderator } = await desk();
		const form = sheet();
		const { number, code } = await put(town, helper, form);
		expect(code).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/);
		await publish(town, moderator, form.id);
		const seen = await proposals.byNumber(town.as(helper), number);
		expect(seen).toMatchObject({ mine: false, authorGroup: 'affected', state: 'published' });
		expect(seen.authorName).not.toBe(helper.pseudonym);
		expect((await recording.notesOn(town.as(null), [form.id])).get(form.id)).toEqual({
			...{ channel: 'conversation', readBack: true, takenOver: false, workshop: null }
		});
	});

	it('is screened by somebody else, also when she moderates herself', async () => {
		const { town, moderator } = await desk();
		const both = await town.person('none', { roles: ['helper', 'moderator'] });
		const form = sheet();
		await put(town, both, form);
		expect((await moderation.queue(town.as(both))).items.map((item) => item.own)).toEqual([true]);
		await expect(publish(town, both, form.id)).rejects.toMatchObject({ reason: 'ownRecording' });
		await publish(town, moderator, form.id);
	});

	it('sent twice is one contribution, and the code is told once', async () => {
		const { town, helper } = await desk();
		const form = sheet();
		const results = await Promise.all([1, 2, 3].map(() => put(town, helper, form)));
		expect(new Set(results.map((one) => one.number)).size).toBe(1);
		expect(results.filter((one) => one.code !== null)).toHaveLength(1);
		const other = await town.person('none', { roles: ['helper'] });
		await expect(put(town, other, form)).rejects.toMatchObject({ reason: 'notYourRecording' });
	});

	it('goes on with the same person: one card, one name', async () => {
		const { town, helper } = await desk();
		const first = sheet();
		const one = await put(town, helper, first);
		const two = await put(town, helper, sheet({ former: first.id, same: 'yes' }));
		expect(two.code).toBeNull();
		const holder = await recording.takeOver(town.as(null), tidyCode(one.code ?? ''));
		const own = await proposals.mine(town.as(await people.byId(town.as(null), holder)));
		expect(own.map((mine) => mine.number).sort()).toEqual([one.number, two.number]);
		expect(new Set(own.map((mine) => mine.authorName)).size).toBe(1);
	});

	it('is for helpers', async () => {
		const { town, moderator } = await desk();
		await expect(put(town, moderator)).rejects.toMatchObject({ reason: 'roleMissing' });
	});
});

describe('taking over with the card', () => {
	it('moves authorship, not history', async () => {
		const { town, helper } = await desk();
		const form = sheet();
		const { number, code } = await put(town, helper, form);
		const before = await proposals.forModeration(town.as(helper), form.id);
		const resident = await town.person();
		await recording.takeOver(town.as(resident), tidyCode(code ?? ''));
		const after = await proposals.byNumber(town.as(resident), number);
		expect(after).toMatchObject({ mine: true, authorName: before.authorName, authorGroup: 'affected' });
		expect((await recording.notesOn(town.as(null), [form.id])).get(form.id)?.takenOver).toBe(true);
		await recording.takeOver(town.as(resident), tidyCode(code ?? ''));
		expect(await proposals.mine(town.as(resident))).toHaveLength(1);
	});

	it('by two people at once ends in one take-over and one clear refusal', async () => {
		const { town, helper } = await desk();
		const { code } = await put(town, helper);
		const rivals = [await town.person(), await town.person()];
		const results = await Promise.allSettled(
			rivals.map((one) => recording.takeOver(town.as(one), tidyCode(code ?? '')))
		);
		expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(results.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))).toMatchObject([
			{ reason: 'takenOver' }
		]);
		const owned = await Promise.all(rivals.map((one) => proposals.mine(town.as(one))));
		expect(owned.map((list) => list.length).sort()).toEqual([0, 1]);
	});

	it('whoever came in with the card finds it, and nobody else gets it then', async () => {
		const { town, helper } = await desk();
		const { code } = await put(town, helper);
		const id = await people.holderOf(town.as(null), tidyCode(code ?? ''));
		const holder = await people.byId(town.as(null), id);
		expect(await recording.countMine(town.as(holder))).toBe(1);
		const rival = recording.takeOver(town.as(await town.person()), tidyCode(code ?? ''));
		await expect(rival).rejects.toMatchObject({ reason: 'takenOver' });
		await recording.takeOverMine(town.as(holder));
		await recording.takeOverMine(town.as(holder));
		expect(await recording.countMine(town.as(holder))).toBe(0);
		expect(await proposals.mine(town.as(holder))).toHaveLength(1);
	});

	it('an ordinary card brings nothing to somebody who has one', async () => {
		const { town, helper } = await desk();
		const { code } = await put(town, helper);
		const good = tidyCode(code ?? '');
		const resident = await town.person();
		await recording.takeOver(town.as(resident), good);
		await expect(recording.takeOver(town.as(null), good)).rejects.toMatchObject({ reason: 'takenOver' });
		const unknown = recording.takeOver(town.as(resident), 'K7MP3QXR9TWAHC4N');
		await expect(unknown).rejects.toMatchObject({ reason: 'codeUnknown' });
	});
});

describe('a consent that is taken back', () => {
	it('is obeyed while a moderator has the text before her', async () => {
		const { town, helper, moderator } = await desk();
		const form = sheet({ title: 'Kruse half mir' });
		const { number } = await put(town, helper, form);
		await recording.withdrawConsent(town.as(helper), form.id);
		await recording.withdrawConsent(town.as(helper), form.id);
		await expect(publish(town, moderator, form.id)).rejects.toMatchObject({ reason: 'withdrawnMeanwhile' });
		await expect(proposals.byNumber(town.as(null), number)).rejects.toThrow(NotFound);
		const kept = await town.house.reader.selectFrom('proposals').selectAll().execute();
		expect(JSON.stringify(kept)).not.toContain('Kruse');
		expect((await put(town, helper, form)).code).toBeNull();
		expect(JSON.stringify(await proposals.forModeration(town.as(helper), form.id))).not.toContain('Kruse');
	});

	it('is obeyed when all could read it, with what was sealed when it was blackened', async () => {
		const { town, helper, moderator } = await desk();
		const form = sheet({ body: 'Meine Nachbarin Kruse hat mir geholfen.' });
		const { number } = await put(town, helper, form);
		await publish(town, moderator, form.id);
		const head = { id: newId(), kind: 'proposal', subjectId: form.id, seen: 'published' } as const;
		await moderation.decide(town.as(moderator), { ...head, deed: 'redact', passages: ['Kruse'] });
		await recording.withdrawConsent(town.as(helper), form.id);
		expect((await proposals.byNumber(town.as(null), number)).state).toBe('withdrawn');
		expect(await town.house.reader.selectFrom('originals').selectAll().execute()).toEqual([]);
	});

	it('is for whoever wrote it down, until the person answers for it herself', async () => {
		const { town, helper } = await desk();
		const form = sheet();
		const { code } = await put(town, helper, form);
		const other = town.as(await town.person('none', { roles: ['helper'] }));
		await expect(recording.withdrawConsent(other, form.id)).rejects.toMatchObject({ reason: 'notYourRecording' });
		expect((await recording.mine(town.as(helper), null)).recordings).toMatchObject([{ mayWithdraw: true }]);
		expect((await recording.mine(other, null)).recordings).toEqual([]);
		await recording.takeOver(town.as(null), tidyCode(code ?? ''));
		const late = recording.withdrawConsent(town.as(helper), form.id);
		await expect(late).rejects.toMatchObject({ reason: 'takenOverNow' });
	});
});

describe('a page of sheets', () => {
	it('keeps the others when one row is wrong, and takes only the rest when it comes again', async () => {
		const { town, helper } = await desk();
		const rows = Object.assign({}, ...[1, 2, 3, 4, 5, 6, 7, 8].map((n) => rowOf(n)));
		const wrong = { ...rows, 'body-2': 'kurz', 'field-5': 'gibt-es-nicht', 'consent-7': '' };
		const outcomes = await recording.putDownMany(town.as(helper), town.consultationId, PileForm.parse(wrong));
		expect(outcomes.flatMap((one) => ('number' in one ? [one.place] : []))).toEqual([1, 3, 4, 6, 8]);
		expect(Object.assign({}, ...outcomes.map((one) => ('errors' in one ? one.errors : {})))).toEqual({
			'body-2': expect.stringContaining('sehr kurz'),
			'title-5': expect.stringContaining('nicht lesen'),
			'consent-7': expect.stringContaining('Einverständnis')
		});
		await recording.putDownMany(town.as(helper), town.consultationId, PileForm.parse(rows));
		expect(await proposals.countWaiting(town.as(helper))).toBe(8);
	});

	const rowOf = (n: number) => ({
		...{ channel: 'paper', date: '2027-05-09', place: 'Café', group: 'affected' },
		...{ [`id-${n}`]: newId(), [`kind-${n}`]: 'proposal', [`field-${n}`]: 'wohnen', [`consent-${n}`]: 'yes' },
		...{ [`title-${n}`]: `Bogen ${n}`, [`body-${n}`]: 'Wir brauchen mehr bezahlbare Wohnungen.' }
	});
});

it('a comment is written down, read by everybody with its note, and taken over', async () => {
	const { town, helper, moderator } = await desk();
	const form = sheet();
	const { number } = await put(town, helper, form);
	await publish(town, moderator, form.id);
	const id = newId();
	const origin = { channel: 'telephone', date: '2027-05-09', place: 'Telefon', group: 'affected' } as const;
	const said = { ...origin, id, whose: 'person', about: 'proposal', number, stance: 'pro', consent: 'yes' } as const;
	const find = (ctx: Parameters<typeof comments.aboutProposal>[0]) => comments.aboutProposal(ctx, number);
	const { code } = await recording.putDownComment(town.as(helper), find, { ...said, body: 'Das kenne ich auch.' });
	expect(await comments.countWaiting(town.as(null))).toBe(1);
	const holder = await recording.takeOver(town.as(null), tidyCode(code ?? ''));
	const own = await comments.mine(town.as(await people.byId(town.as(null), holder)));
	expect(own.map((one) => one.id)).toEqual([id]);
	expect((await recording.notesOn(town.as(null), [id])).get(id)).toMatchObject({
		channel: 'telephone',
		takenOver: true
	});
});
