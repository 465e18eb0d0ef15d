import { describe, expect, it } from 'vitest';
import type { District } from '#lib/people/district.ts';
import type { Person } from '#lib/people/person.ts';
import { together } from '#lib/server/db/together.ts';
import { newId } from '#lib/server/ids.ts';
import { Stale } from '#lib/verdict.ts';
import { makeTown, type Town } from '../../../tests/support/town.ts';
import { DraftForm, ListQuery, ProposalForm } from './proposal.ts';
import * as proposals from './proposals.server.ts';

const UKRAINIAN = { title: 'Мені потрібна квартира', body: 'Ми живемо втрьох в одній кімнаті вже другий рік.' };
const GERMAN = { title: 'Eine Wohnung für drei', body: 'Die Familie lebt seit zwei Jahren zu dritt in einem Zimmer.' };
const form = (more: object = {}) => ({
	...{ id: newId(), kind: 'experience', field: 'wohnen', evidence: '', ...UKRAINIAN },
	...more
});

async function sent(town: Town, author: Person, more: { language?: 'uk' | 'de'; district?: District | null } = {}) {
	const text = { ...form(), kind: 'experience', language: 'uk', ...more } as const;
	const number = await proposals.submit(town.as(author), town.consultationId, text);
	return { id: text.id, number };
}

const publish = (town: Town, id: string) =>
	together(town.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'publish' }));

const summary = (more: object = {}) => ({ id: newId(), seen: 0, language: 'uk', ...GERMAN, ...more }) as const;
const summarise = (town: Town, person: Person, id: string, more: object = {}) =>
	together(town.as(person), (ctx) => proposals.summarise(ctx, id, summary(more)));

const found = async (town: Town, q: string) =>
	(await proposals.list(town.as(null), town.consultationId, ListQuery.parse({ q }))).proposals.length;

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
		expect(DraftForm.parse(form({ language: 'xx', district: 'x' }))).toMatchObject({ language: 'de', district: null });
	});
});

describe('somebody who writes in her own language', () => {
	it('is read as having written in it, from the draft on', async () => {
		const town = await makeTown();
		const author = await town.person();
		const text = { ...form(), kind: 'experience', language: 'uk' } as const;
		await proposals.saveDraft(town.as(author), town.consultationId, text);
		expect(await proposals.draft(town.as(author), text.id)).toMatchObject({ language: 'uk' });
		const number = await proposals.submit(town.as(author), town.consultationId, text);
		await publish(town, text.id);
		expect(await proposals.byNumber(town.as(null), number)).toMatchObject({ language: 'uk', ...UKRAINIAN });
		expect(await proposals.headings(town.as(null), [text.id])).toMatchObject([{ language: 'uk' }]);
	});

	it('is told in German beside her words, found by both, and no word of hers changes', async () => {
		const town = await makeTown();
		const [author, moderator] = [await town.person(), await town.person('none', { roles: ['moderator'] })];
		const { id, number } = await sent(town, author);
		await publish(town, id);
		expect(await found(town, 'zwei Jahren')).toBe(0);
		await summarise(town, moderator, id);
		const shown = await proposals.byNumber(town.as(null), number);
		expect(shown).toMatchObject(UKRAINIAN);
		expect((await proposals.summariesOf(town.as(null), [shown])).get(id)).toMatchObject({ ...GERMAN, revision: 1 });
		expect([await found(town, 'zwei Jahren'), await found(town, 'квартира')]).toEqual([1, 1]);
	});

	it('keeps former summaries on record, and two who write at once do not overwrite each other', async () => {
		const town = await makeTown();
		const [author, moderator] = [await town.person(), await town.person('none', { roles: ['moderator'] })];
		const { id } = await sent(town, author);
		const first = newId();
		await summarise(town, moderator, id, { id: first });
		await summarise(town, moderator, id, { id: first });
		await expect(summarise(town, moderator, id, { title: 'Anders' })).rejects.toThrow(Stale);
		await summarise(town, moderator, id, { seen: 1, title: 'Besser gesagt', language: 'ru' });
		const now = await proposals.summariesOf(town.as(null), [{ id, language: 'ru' }]);
		expect(now.get(id)).toMatchObject({ title: 'Besser gesagt', revision: 2 });
		expect(await proposals.formerSummaries(town.as(null), id)).toMatchObject([{ title: GERMAN.title, revision: 1 }]);
		const journal = await town.house.reader.selectFrom('journal').selectAll().where('subjectId', '=', id).execute();
		expect(journal.filter((one) => one.verb === 'proposal.summarised')).toHaveLength(2);
		expect(JSON.stringify(journal)).not.toContain('Besser');
	});

	it('takes it all back with her words, and blackening takes the summary with it', async () => {
		const town = await makeTown();
		const [author, moderator] = [await town.person(), await town.person('none', { roles: ['moderator'] })];
		const [gone, blackened] = [await sent(town, author), await sent(town, await town.person())];
		for (const { id } of [gone, blackened]) {
			await publish(town, id);
			await summarise(town, moderator, id);
		}
		await proposals.withdraw(town.as(author), gone.number);
		const deed = { deed: 'redact', title: '[geschwärzt]', body: UKRAINIAN.body, evidence: null } as const;
		await together(town.as(null), (ctx) => proposals.screened(ctx, blackened.id, deed));
		expect(await town.house.reader.selectFrom('summaries').selectAll().execute()).toEqual([]);
		expect(await found(town, 'zwei Jahren')).toBe(0);
		expect(await proposals.byNumber(town.as(null), gone.number)).toMatchObject({ language: 'de', title: '' });
	});
});

describe('where somebody lives', () => {
	const kept = async (town: Town) =>
		(await town.house.reader.selectFrom('residences').select('district').execute()).length;

	it('stands in the next form already, is told to nobody else, and can be taken back alone', async () => {
		const town = await makeTown();
		const [author, moderator] = [await town.person(), await town.person('none', { roles: ['moderator'] })];
		expect(await proposals.lastResidence(town.as(author))).toBeNull();
		const { id, number } = await sent(town, author, { district: '05315' });
		await publish(town, id);
		expect(await proposals.lastResidence(town.as(author))).toBe('05315');
		const everywhere = [
			await proposals.byNumber(town.as(null), number),
			await proposals.forModeration(town.as(moderator), id),
			await town.house.reader.selectFrom('journal').selectAll().execute()
		];
		expect(JSON.stringify(everywhere)).not.toContain('05315');
		expect(await proposals.ownResidences(town.as(author))).toEqual(new Map([[id, '05315']]));
		expect(await proposals.ownResidences(town.as(moderator))).toEqual(new Map());
		await proposals.forgetResidences(town.as(author));
		await proposals.forgetResidences(town.as(author));
		expect(await kept(town)).toBe(0);
		expect(await proposals.byNumber(town.as(null), number)).toMatchObject(UKRAINIAN);
	});

	it('is not asked of organisations, and not asked again of somebody who said nothing last', async () => {
		const town = await makeTown();
		const [tafel, author] = [await town.person('practice', { organisation: 'Tafel' }), await town.person()];
		await sent(town, tafel, { district: '05315' });
		expect(await kept(town)).toBe(0);
		await sent(town, author, { district: '05315' });
		town.at('2027-05-11T12:00:00.000Z');
		await proposals.saveDraft(town.as(author), town.consultationId, { ...form(), kind: 'experience', district: null });
		expect(await proposals.lastResidence(town.as(author))).toBeNull();
	});

	it.each(['withdraws', 'leaves, texts and all', 'leaves the texts', 'is refused long since'])(
		'is forgotten when its author %s',
		async (how) => {
			const town = await makeTown();
			const author = await town.person();
			const { id, number } = await sent(town, author, { district: '05315' });
			const leaving = { ...form(), kind: 'experience', district: '05315', language: 'uk' } as const;
			await proposals.saveDraft(town.as(author), town.consultationId, { ...leaving, title: 'Інше' });
			if (how === 'withdraws') await proposals.withdraw(town.as(author), number);
			else if (how === 'is refused long since') {
				await together(town.as(null), (ctx) => proposals.screened(ctx, id, { deed: 'reject' }));
				await together(town.as(null), (ctx) => proposals.emptyRejectedBefore(ctx, '2028-01-01T00:00:00.000Z', []));
			} else if (how === 'leaves the texts') {
				await together(town.as(null), (ctx) => proposals.unlinkAllOf(ctx, author.id, 'Jemand'));
			} else await together(town.as(null), (ctx) => proposals.forgetAllOf(ctx, author.id));
			await together(town.as(null), (ctx) => proposals.dropDraftsBefore(ctx, '2028-01-01T00:00:00.000Z'));
			expect(await kept(town)).toBe(0);
		}
	);
});
