import { describe, expect, it } from 'vitest';
import type { District } from '#lib/people/details/district.ts';
import type { Person } from '#lib/people/person.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { Stale } from '#lib/verdict.ts';
import { makeTestApp, type TestApp } from '../../../../tests/support/machine/testApp.ts';
import { DraftForm, ListQuery, ProposalForm } from '../proposal.ts';
import * as proposals from '../proposals.server.ts';

const UKRAINIAN = { title: 'Мені потрібна квартира', body: 'Ми живемо втрьох в одній кімнаті вже другий рік.' };
const GERMAN = { title: 'Eine Wohnung für drei', body: 'Die Familie lebt seit zwei Jahren zu dritt in einem Zimmer.' };
const form = (more: object = {}) => ({
	...{ id: newId(), kind: 'experience', field: 'wohnen', evidence: '', ...UKRAINIAN },
	...more
});

async function sent(
	testApp: TestApp,
	author: Person,
	more: { language?: 'uk' | 'de'; district?: District | null } = {}
) {
	const text = { ...form(), kind: 'experience', language: 'uk', ...more } as const;
	const number = await proposals.submit(testApp.as(author), testApp.consultationId, text);
	return { id: text.id, number };
}

const publish = (testApp: TestApp, id: string) =>
	transaction(testApp.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'publish' }));

const summary = (more: object = {}) => ({ id: newId(), seen: 0, language: 'uk', ...GERMAN, ...more }) as const;
const summarise = (testApp: TestApp, person: Person, id: string, more: object = {}) =>
	transaction(testApp.as(person), (ctx) => proposals.summarise(ctx, id, summary(more)));

const found = async (testApp: TestApp, q: string) =>
	(await proposals.list(testApp.as(null), testApp.consultationId, ListQuery.parse({ q }))).proposals.length;

describe('the form', () => {
	it('asks for the language when the letters are not German, and takes every other text as it is', () => {
		const parsed = ProposalForm.safeParse(form());
		expect(parsed.error?.issues).toMatchObject([{ path: ['language'], message: 'languageWrong' }]);
		expect(ProposalForm.parse(form({ language: 'uk' }))).toMatchObject({ language: 'uk', district: null });
		expect(ProposalForm.parse(form({ ...GERMAN, district: '05315' }))).toMatchObject({
			language: 'de',
			district: '05315'
		});
		expect(ProposalForm.safeParse(form({ ...GERMAN, language: 'xx' })).success).toBe(false);
		expect(ProposalForm.safeParse(form({ ...GERMAN, district: '00000' })).success).toBe(false);
		// A draft keeps what it can.
		expect(DraftForm.parse(form({ language: 'xx' }))).toMatchObject({ language: 'de' });
	});
});

describe('somebody who writes in her own language', () => {
	it('is read as having written in it, from the draft on', async () => {
		const testApp = await makeTestApp();
		const author = await testApp.person();
		const text = { ...form(), kind: 'experience', language: 'uk' } as const;
		await proposals.saveDraft(testApp.as(author), testApp.consultationId, text);
		expect(await proposals.draft(testApp.as(author), text.id)).toMatchObject({ language: 'uk' });
		const number = await proposals.submit(testApp.as(author), testApp.consultationId, text);
		await publish(testApp, text.id);
		expect(await proposals.byNumber(testApp.as(null), number)).toMatchObject({ language: 'uk', ...UKRAINIAN });
		expect(await proposals.headings(testApp.as(null), [text.id])).toMatchObject([{ language: 'uk' }]);
	});

	it('is told in German beside her words, found by both, and no word of hers changes', async () => {
		const testApp = await makeTestApp();
		const [author, moderator] = [await testApp.person(), await testApp.person('none', { roles: ['moderator'] })];
		const { id, number } = await sent(testApp, author);
		await publish(testApp, id);
		expect(await found(testApp, 'zwei Jahren')).toBe(0);
		await summarise(testApp, moderator, id);
		const shown = await proposals.byNumber(testApp.as(null), number);
		expect(shown).toMatchObject(UKRAINIAN);
		expect((await proposals.summariesOf(testApp.as(null), [shown])).get(id)).toMatchObject({ ...GERMAN, revision: 1 });
		expect([await found(testApp, 'zwei Jahren'), await found(testApp, 'квартира')]).toEqual([1, 1]);
	});

	it('keeps former summaries on record, and two who write at once do not overwrite each other', async () => {
		const testApp = await makeTestApp();
		const [author, moderator] = [await testApp.person(), await testApp.person('none', { roles: ['moderator'] })];
		const { id } = await sent(testApp, author);
		const first = newId();
		await summarise(testApp, moderator, id, { id: first });
		await summarise(testApp, moderator, id, { id: first });
		await expect(summarise(testApp, moderator, id, { title: 'Anders' })).rejects.toThrow(Stale);
		await summarise(testApp, moderator, id, { seen: 1, title: 'Besser gesagt', language: 'ru' });
		const now = await proposals.summariesOf(testApp.as(null), [{ id, language: 'ru' }]);
		expect(now.get(id)).toMatchObject({ title: 'Besser gesagt', revision: 2 });
		expect(await proposals.formerSummaries(testApp.as(null), id)).toMatchObject([{ title: GERMAN.title, revision: 1 }]);
		const journal = await testApp.app.reader.selectFrom('journal').selectAll().where('subjectId', '=', id).execute();
		expect(journal.filter((one) => one.verb === 'proposal.summarised')).toHaveLength(2);
		expect(JSON.stringify(journal)).not.toContain('Besser');
	});

	it('takes it all back with her words, and blackening takes the summary with it', async () => {
		const testApp = await makeTestApp();
		const [author, moderator] = [await testApp.person(), await testApp.person('none', { roles: ['moderator'] })];
		const [gone, blackened] = [await sent(testApp, author), await sent(testApp, await testApp.person())];
		for (const { id } of [gone, blackened]) {
			await publish(testApp, id);
			await summarise(testApp, moderator, id);
		}
		await proposals.withdraw(testApp.as(author), gone.number);
		const deed = { deed: 'redact', title: '[geschwärzt]', body: UKRAINIAN.body, evidence: null } as const;
		await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, blackened.id, deed));
		expect(await testApp.app.reader.selectFrom('summaries').selectAll().execute()).toEqual([]);
		expect(await found(testApp, 'zwei Jahren')).toBe(0);
		expect(await proposals.byNumber(testApp.as(null), gone.number)).toMatchObject({ language: 'de', title: '' });
	});
});

describe('where somebody lives', () => {
	const kept = async (testApp: TestApp) =>
		(await testApp.app.reader.selectFrom('residences').select('district').execute()).length;

	it('stands in the next form already, is told to nobody else, and can be taken back alone', async () => {
		const testApp = await makeTestApp();
		const [author, moderator] = [await testApp.person(), await testApp.person('none', { roles: ['moderator'] })];
		expect(await proposals.lastResidence(testApp.as(author))).toBeNull();
		const { id, number } = await sent(testApp, author, { district: '05315' });
		await publish(testApp, id);
		expect(await proposals.lastResidence(testApp.as(author))).toBe('05315');
		const everywhere = [
			await proposals.byNumber(testApp.as(null), number),
			await proposals.forModeration(testApp.as(moderator), id),
			await testApp.app.reader.selectFrom('journal').selectAll().execute()
		];
		expect(JSON.stringify(everywhere)).not.toContain('05315');
		expect(await proposals.ownResidences(testApp.as(author))).toEqual(new Map([[id, '05315']]));
		expect(await proposals.ownResidences(testApp.as(moderator))).toEqual(new Map());
		await proposals.forgetResidences(testApp.as(author));
		await proposals.forgetResidences(testApp.as(author));
		expect(await kept(testApp)).toBe(0);
		expect(await proposals.byNumber(testApp.as(null), number)).toMatchObject(UKRAINIAN);
	});

	it('is not asked of organisations, and not asked again of somebody who said nothing last', async () => {
		const testApp = await makeTestApp();
		const [tafel, author] = [await testApp.person('practice', { organisation: 'Tafel' }), await testApp.person()];
		await sent(testApp, tafel, { district: '05315' });
		expect(await kept(testApp)).toBe(0);
		await sent(testApp, author, { district: '05315' });
		testApp.at('2027-05-11T12:00:00.000Z');
		await proposals.saveDraft(testApp.as(author), testApp.consultationId, {
			...form(),
			kind: 'experience',
			district: null
		});
		expect(await proposals.lastResidence(testApp.as(author))).toBeNull();
	});

	it.each(['withdraws', 'leaves, texts and all', 'leaves the texts', 'is refused long since'])(
		'is forgotten when its author %s',
		async (how) => {
			const testApp = await makeTestApp();
			const author = await testApp.person();
			const { id, number } = await sent(testApp, author, { district: '05315' });
			const leaving = { ...form(), kind: 'experience', district: '05315', language: 'uk' } as const;
			await proposals.saveDraft(testApp.as(author), testApp.consultationId, { ...leaving, title: 'Інше' });
			if (how === 'withdraws') await proposals.withdraw(testApp.as(author), number);
			else if (how === 'is refused long since') {
				await transaction(testApp.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'reject' }));
				await transaction(testApp.as(null), (ctx) =>
					proposals.emptyRejectedBefore(ctx, '2028-01-01T00:00:00.000Z', [])
				);
			} else if (how === 'leaves the texts') {
				await transaction(testApp.as(null), (ctx) => proposals.unlinkAllOf(ctx, author.id));
			} else await transaction(testApp.as(null), (ctx) => proposals.forgetAllOf(ctx, author.id));
			await transaction(testApp.as(null), (ctx) => proposals.dropDraftsBefore(ctx, '2028-01-01T00:00:00.000Z'));
			expect(await kept(testApp)).toBe(0);
		}
	);
});
