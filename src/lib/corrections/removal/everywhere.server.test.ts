import { expect, it } from 'vitest';
import { MARK } from '#lib/moderation/redaction.ts';
import { describe } from '#lib/people/places/placeDetails.server.ts';
import * as places from '#lib/people/places/places.server.ts';
import * as meetings from '#lib/recording/meetings/meetings.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import * as town from '../../../../tests/support/addenda.ts';
import { everyText } from '../../../../tests/support/texts/everyText.ts';
import * as corrections from '../corrections.server.ts';

const holding = async ({ testApp }: town.Town) =>
	(await everyText(testApp))
		.filter(({ text }) => /mustermann/i.test(text))
		.map(({ table }) => table)
		.sort();

/** Where nobody looked before: what is announced, what the process and its operator say, what waits to become a point. */
async function saidElsewhere({ testApp }: town.Town): Promise<void> {
	const admin = testApp.as(await testApp.person('none', { roles: ['admin'] }));
	const { NAME } = town;
	const needs = { audience: '', access: `Fragen Sie ${NAME}`, childcare: '', languages: '', travel: '' };
	await meetings.plan(admin, testApp.consultationId, {
		...{ id: newId(), title: `Frühstück mit ${NAME}`, date: '2027-06-20', begins: '09:00', ends: '10:00' },
		...{ place: `bei ${NAME}`, ...needs }
	});
	const place = newId();
	await places.create(admin, { id: place, name: 'Tagestreff', code: 'SON' });
	await describe(admin, place, { address: 'Am Markt 1', hours: `Wenn ${NAME} da ist`, note: NAME });
	await transaction(admin, async ({ db, now }) => {
		await db
			.updateTable('consultations')
			.set({ lead: `Leitung: ${NAME}`, settled: NAME })
			.execute();
		await db
			.updateTable('fields')
			.set({ lead: `Fragen an ${NAME}` })
			.execute();
		await db
			.updateTable('phases')
			.set({ asks: `Was sagt ${NAME}?` })
			.execute();
		const text = `Ansprechpartnerin: ${NAME}`;
		await db.insertInto('statements').values({ place: 'authority', text, changedAt: now }).execute();
		await db
			.insertInto('statementRevisions')
			.values({ number: 1, place: 'authority', text, savedBy: null, savedAt: now })
			.execute();
		const nobody = { pointId: null, mergedIntoId: null, splitFromId: null, assigneeId: null, createdBy: null };
		await db
			.insertInto('clusters')
			.values({
				...{ id: newId(), number: 999, consultationId: testApp.consultationId, ...nobody },
				...{ title: NAME, gist: `${NAME} wünscht sich das.`, createdAt: now, removedAt: null }
			})
			.execute();
	});
}

const NEW = ['clusters', 'consultations', 'fields', 'meetings', 'phases', 'place_details', 'statements'];

it('words that have to go stand in no announcement, no place, no text of the process, and come back to the letter', async () => {
	const here = await town.published();
	const { testApp, anna } = here;
	await saidElsewhere(here);
	const before = await holding(here);
	expect(before).toEqual(expect.arrayContaining([...NEW, 'statement_revisions', 'journal']));
	const texts = await everyText(testApp);
	const removal = await town.letOut(here, await town.remove(here, [town.NAME]));
	expect(await holding(here)).toEqual(['sealed_words']);
	expect(await meetings.coming(testApp.as(null))).toMatchObject([
		{ title: `Frühstück mit ${MARK}`, place: `bei ${MARK}`, access: `Fragen Sie ${MARK}` }
	]);
	expect(await town.flaws(here)).toEqual([]);

	const form = { id: newId(), removal, reason: 'Ein Irrtum.' };
	await town.letOut(here, await corrections.proposeRestoration(testApp.as(anna), form));
	const after = new Map((await everyText(testApp)).map(({ table, text }) => [table, text]));
	for (const { table, text } of texts.filter(({ table }) => NEW.includes(table)))
		expect([table, after.get(table)]).toEqual([table, text]);
});
