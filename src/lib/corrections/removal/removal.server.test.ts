import { describe, expect, it } from 'vitest';
import * as calls from '#lib/calls/calls.server.ts';
import { MARK } from '#lib/moderation/redaction.ts';
import * as readings from '#lib/readings/readings.server.ts';
import * as workshops from '#lib/recording/workshops/workshops.server.ts';
import * as reports from '#lib/reports/reports.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { indexForStaff } from '#lib/staffSearch/staffSearch.server.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { translationOf } from '#lib/texts/locales/official.ts';
import * as translations from '#lib/translations/translations.server.ts';
import { found } from '#lib/verdict.ts';
import { withWords } from '#lib/wording/wording.server.ts';
import * as data from '#lib/data/data.server.ts';
import * as town from '../../../../tests/support/addenda.ts';
import { ADDENDA, unnoticed } from '../../../../tests/support/strategy/bytes.ts';
import { everyText } from '../../../../tests/support/texts/everyText.ts';
import { DAY, later } from '#lib/time.ts';
import * as corrections from '../corrections.server.ts';

const SLIP = 'An den Ausschuss und an Erika\n**Mustermann**.';

/** A town in whose versions, call, report, draft and open data the name stands. */
async function spoken() {
	const here = await town.published();
	const { testApp, editor } = here;
	await editor.start();
	await editor.add({ title: 'Was ERIKA MUSTERMANN sagt', body: `Mit ${town.NAME}, und ihr Land.` });
	await strategy.setEditorialNote(editor.ctx, 4, { ...(await editor.marks()), editorialNote: `Von ${town.NAME}` });
	const { id, revision } = await editor.draft();
	await strategy.changeHead(editor.ctx, {
		...{ version: id, revision, kind: 'draft', title: 'Dritte Fassung', preamble: `Dank an ${town.NAME}.`, easy: '' }
	});
	await editor.publish();
	await editor.start();
	await town.letOut(here, await town.correct(here, town.REPORT, 'foreword', SLIP));
	await data.publishEdition(testApp.as(null));
	return here;
}

const holding = async ({ testApp }: town.Town, name = /mustermann/i) =>
	(await everyText(testApp)).filter(({ text }) => name.test(text)).map(({ table }) => table);

describe('words that have to go', () => {
	it('stand nowhere any more but under seal, and everything else is proved as before', async () => {
		const here = await spoken();
		const { testApp } = here;
		const anyone = testApp.as(null);
		const before = (await strategy.version(anyone, 3)).digest;
		expect(await town.flaws(here)).toEqual([]);
		const number = await town.letOut(here, await town.remove(here, [town.NAME]));
		expect(await town.flaws(here)).toEqual([]);
		const version = await strategy.version(anyone, 3);
		expect(version).toMatchObject({ preamble: `Dank an ${MARK}.`, digest: before });
		expect(version.points.find((point) => point.number === 4)).toMatchObject({
			...{ title: `Was ${MARK} sagt`, body: `Mit ${MARK}, und ihr Land.`, editorialNote: `Von ${MARK}` }
		});
		expect(await strategy.frozenText(anyone, 3)).not.toMatch(/mustermann/i);
		expect((await calls.byNumber(anyone, 1)).intro).toBe(`Aufruf nach ${MARK} Idee`);
		expect((await reports.byNumber(anyone, 1)).foreword).toBe(`An den Ausschuss und an ${MARK}**.`);
		expect(await holding(here)).toEqual(['sealed_words']);
		const addendum = await corrections.readAddendum(anyone, number);
		expect(addendum.states.map(({ of, text }) => `${of.kind} ${of.number} ${text}`).sort()).toEqual([
			...['addendum 1 first', 'call 1 now', 'report 1 first', 'report 1 now', 'version 3 first', 'version 3 now']
		]);
		testApp.at(later(testApp.now, 31 * DAY));
		expect(await corrections.destroySealed(testApp.as(null))).toBe(1);
		expect(await holding(here)).toEqual([]);
		expect(await town.flaws(here)).toEqual([]);
	});

	it('are destroyed at once where an order says so, which everybody can read', async () => {
		const here = await spoken();
		const form = { ...town.CALL, id: newId(), passages: [town.NAME], reason: 'Beschluss.' };
		const id = await corrections.proposeRemoval(here.testApp.as(here.anna), {
			...form,
			days: '0',
			order: 'AG Musterstadt, 1 C 2/27'
		});
		const number = await town.letOut(here, id);
		expect(await holding(here)).toEqual([]);
		expect((await corrections.readAddendum(here.testApp.as(null), number)).removal).toMatchObject({
			...{ order: 'AG Musterstadt, 1 C 2/27', seal: null }
		});
		expect(await town.flaws(here)).toEqual([]);
	});

	it('come back to the letter while they are under seal, by two people and for a reason', async () => {
		const here = await spoken();
		const { testApp, anna } = here;
		const anyone = testApp.as(null);
		const frozen = await strategy.frozenText(anyone, 3);
		const removal = await town.letOut(here, await town.remove(here, [town.NAME]));
		const restore = () =>
			corrections.proposeRestoration(testApp.as(anna), { id: newId(), removal, reason: 'Ein Irrtum.' });
		await town.letOut(here, await restore());
		expect(await strategy.frozenText(anyone, 3)).toBe(frozen);
		expect((await strategy.version(anyone, 3)).preamble).toBe(`Dank an ${town.NAME}.`);
		expect((await reports.byNumber(anyone, 1)).foreword).toBe(SLIP);
		expect(await town.flaws(here)).toEqual([]);
		await expect(restore()).rejects.toMatchObject({ reason: 'restorationGone' });
	});

	it('do not come back over a later addendum, nor once they are destroyed', async () => {
		const here = await spoken();
		const { testApp, anna } = here;
		const removal = await town.letOut(here, await town.remove(here, [town.NAME]));
		const restore = () =>
			corrections.proposeRestoration(testApp.as(anna), { id: newId(), removal, reason: 'Ein Irrtum.' });
		const version = { kind: 'version', number: 3 } as const;
		await town.letOut(here, await town.correct(here, version, 'point.4.body', `Mit ${MARK}, und sein Land.`));
		await expect(restore()).rejects.toMatchObject({ reason: 'restorationOvertaken' });
		testApp.at(later(testApp.now, 31 * DAY));
		await expect(restore()).rejects.toMatchObject({ reason: 'restorationGone' });
	});

	it('have to stand somewhere, and not in the reason', async () => {
		const here = await spoken();
		const ctx = here.testApp.as(here.anna);
		await expect(town.remove(here, ['Muster'])).rejects.toMatchObject({ reason: 'removalNowhere' });
		const form = { ...town.CALL, id: newId(), passages: [town.NAME], order: '' };
		await expect(
			corrections.proposeRemoval(ctx, { ...form, days: '30', reason: 'Frau Erika Mustermann will das.' })
		).rejects.toMatchObject({ reason: 'removalToldInReason' });
	});

	it('named like a code of ours leave the codes alone', async () => {
		const here = await spoken();
		await town.letOut(here, await town.remove(here, ['Land']));
		const version = await strategy.version(here.testApp.as(null), 3);
		expect(version.points[0]?.measures[0]?.competence).toBe('land');
		expect(version.points[0]?.body).toBe(`Das ${MARK} baut mehr.`);
		expect(await town.flaws(here)).toEqual([]);
	});
});

async function readByAGroup(testApp: town.Town['testApp'], reading: string): Promise<void> {
	const helper = testApp.as(await testApp.person('none', { roles: ['helper'] }));
	const day = { label: 'Unter uns', date: testApp.now.slice(0, 10), group: 'affected', people: 12, minutes: '' };
	const number = await workshops.open(helper, testApp.consultationId, { id: newId(), ...day });
	await readings.write(helper, number, { point: 1, reading, agree: 9, pass: 1, disagree: 0 });
}

it('are gone from what other languages say of the text, and from how a group reads it, and come back with it', async () => {
	const here = await spoken();
	const { testApp, anna } = here;
	const { db } = testApp.as(null);
	const admin = testApp.as(await testApp.person('none', { roles: ['admin', 'moderator'] }));
	const reader = { ...testApp.as(null), locale: 'en' } as const;
	const said = (german: string) =>
		withWords(reader, () => translations.withTranslations(reader, async () => translationOf(german)?.text));
	const body = `Mit ${town.NAME}, und ihr Land.`;
	const pair = found(
		(await translations.pairs(admin, 'en')).find(({ german }) => german === body),
		'text'
	);
	const made = { maker: 'person', machine: '', checkers: '', checkedOn: null } as const;
	const text = 'With a woman whom everybody knows.';
	await transaction(admin, (ctx) => translations.put(ctx, 'en', [{ original: pair, text, made }]));
	expect(await said(body)).toBe(text);
	await readByAGroup(testApp, `${town.NAME} hat das gesagt.`);
	await indexForStaff(testApp.as(null));
	const before = (await holding(here)).map((table) => table.replace(/_content$/, ''));
	expect(before).toEqual(expect.arrayContaining(['official_translations', 'readings', 'staff_texts']));

	const removal = await town.letOut(here, await town.remove(here, [town.NAME]));
	await indexForStaff(testApp.as(null));
	expect(await holding(here)).toEqual(['sealed_words']);
	expect(await said(body)).toBeUndefined();
	expect(await said(`Mit ${MARK}, und ihr Land.`)).toBeUndefined();
	expect((await db.selectFrom('readings').select('body').executeTakeFirst())?.body).toBe(`${MARK} hat das gesagt.`);

	const form = { id: newId(), removal, reason: 'Ein Irrtum.' };
	await town.letOut(here, await corrections.proposeRestoration(testApp.as(anna), form));
	expect(await said(body)).toBe(text);
});

describe('open data', () => {
	it('gives the tables with these words out no more, keeps their digests, and has a new edition at once', async () => {
		const here = await spoken();
		const anyone = here.testApp.as(null);
		const before = await data.edition(anyone, 1);
		await town.letOut(here, await town.remove(here, [town.NAME]));
		for (const slug of ['punkte', 'dokumente', 'aufrufe'] as const)
			await expect(data.file(anyone, 1, slug, 'csv')).rejects.toMatchObject({ reason: 'dataRecalled' });
		expect((await data.file(anyone, 1, 'quellen', 'csv')).file.rows).toBeGreaterThan(0);
		expect(await data.edition(anyone, 1)).toEqual(before);
		expect(await data.publishEdition(anyone)).toBe(2);
		expect(await data.publishEdition(anyone)).toBeNull();
		expect((await data.file(anyone, null, 'punkte', 'csv')).edition.number).toBe(2);
	});
});

describe('somebody with the password of the database', () => {
	it('changes no byte of a correction, a removal or a withdrawal without being found', async () => {
		const here = await spoken();
		const { testApp, anna } = here;
		await town.letOut(here, await town.correct(here, town.CALL, 'item.1.title', 'Teil'));
		await town.letOut(here, await town.remove(here, [town.NAME]));
		const form = { id: newId(), kind: 'call', number: 1, reason: 'Falsch.', successor: '' } as const;
		await town.letOut(here, await corrections.proposeWithdrawal(testApp.as(anna), form));
		expect(await town.flaws(here)).toEqual([]);
		const { tried, missed } = await unnoticed(testApp, ADDENDA);
		expect(missed).toEqual([]);
		expect(tried).toBeGreaterThan(process.env.TEST_DATABASE_URL ? 8 : 30);
	}, 60_000);

	it('takes no addendum away, and has none seal what was tampered with', async () => {
		const here = await spoken();
		const { app } = here.testApp;
		const id = await town.correct(here, town.CALL, 'item.1.title', 'Teil');
		await app.writer
			.updateTable('wordings')
			.set({ body: 'Anders.' })
			.where('body', '=', 'Das Land baut mehr.')
			.execute();
		await expect(town.letOut(here, id)).rejects.toMatchObject({ reason: 'addendumTampered' });
		await app.writer.deleteFrom('addenda').execute();
		expect((await town.flaws(here)).map(({ of, number }) => `${of} ${number}`)).toContain('report 1');
	});
});
