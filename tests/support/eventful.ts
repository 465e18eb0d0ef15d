import * as amendments from '#lib/amendments/amendments.server.ts';
import * as calls from '#lib/calls/calls.server.ts';
import * as comments from '#lib/comments/comments.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as hands from '#lib/hands/hands.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import * as promises from '#lib/promises/promises.server.ts';
import * as readings from '#lib/readings/readings.server.ts';
import * as workshops from '#lib/recording/workshops/workshops.server.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { record } from '#lib/server/journal/journal.server.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { announce } from './announced.ts';
import { proposed } from './strategy/amended.ts';
import { lively } from './lively.ts';
import { hiding } from './files/office.ts';
import { makeEditor, type Editor } from './strategy/strategy.ts';
import type { TestApp } from './machine/testApp.ts';

/**
 * A lively town in which everything else has happened, too, that open data tells of: amendments taken over, declined,
 * open, hidden and talked about; a call; meetings to come and places with cards; reports on how points stand; meetings with hands raised; moderation, also at an
 * hour at which it is another day in Germany.
 */
export async function eventful(): Promise<TestApp> {
	const testApp = await lively();
	await transaction(testApp.as(null), (ctx) => consultations.announcePhases(ctx));
	await meet(testApp, 26, [
		{ point: 1, agree: 12, pass: 0, disagree: 8 },
		{ point: 3, agree: 2, pass: 1, disagree: 0 }
	]);
	await meet(testApp, 30, [{ point: 1, agree: 21, pass: 7, disagree: 2 }]);
	const editor = await makeEditor(testApp);
	await amend(testApp, editor);
	await report(testApp, editor);
	await call(testApp, editor);
	await announce(testApp);
	testApp.at('2027-05-31T22:30:00.000Z');
	await moderate(testApp);
	return testApp;
}

async function meet(testApp: TestApp, people: number, shows: Parameters<typeof hands.count>[2]): Promise<void> {
	const helper = testApp.as(await testApp.person('none', { roles: ['helper'] }));
	const form = { id: newId(), label: 'Frühstück', date: testApp.now.slice(0, 10), group: 'affected' as const, people };
	const number = await workshops.open(helper, testApp.consultationId, { ...form, minutes: 'Wohnen "zuerst".' });
	await hands.count(helper, number, shows);
	const reading = 'Wohnen "zuerst", sagen alle, die da waren.';
	await readings.write(helper, number, { point: 1, reading, agree: people - 7, pass: 7, disagree: 0 });
	await workshops.publish(testApp.as(await testApp.person('none', { roles: ['moderator'] })), number, true);
}

async function amend(testApp: TestApp, editor: Editor): Promise<void> {
	const union = await testApp.person('practice', { organisation: 'Verband Musterland' });
	const taken = await proposed(testApp, 1, union, { body: 'Das Land baut sofort.' });
	const declined = await proposed(testApp, 3, await testApp.person());
	const open = await proposed(testApp, 1, await testApp.person('research'), { reason: '=1+1 ist "genauer"' });
	const hidden = await proposed(testApp, 1, await testApp.person());
	await amendments.support(testApp.as(await testApp.person()), open, true);
	const said = { id: newId(), parentId: null, stance: 'pro', body: 'Ja, genauer.' } as const;
	await comments.write(testApp.as(await testApp.person()), (ctx) => amendments.subjectOf(ctx, open), said);
	await transaction(testApp.as(null), (ctx) => comments.screened(ctx, said.id, { deed: 'publish' }));
	await editor.start();
	for (const [number, outcome] of [[taken, 'partly'] as const, [declined, 'declined'] as const]) {
		const words = { title: 'Wohnungen zuerst', body: 'Das Land baut bald.', reason: 'Nicht alles geht.' };
		await strategy.decideAmendment(editor.ctx, number, { ...(await editor.marks()), outcome, ...words });
	}
	await editor.publish();
	const moderator = await testApp.person('none', { roles: ['moderator'] });
	const { id } = await amendments.byNumber(testApp.as(null), hidden);
	await moderation.decide(testApp.as(moderator), hiding('amendment', id));
}

async function report(testApp: TestApp, editor: Editor): Promise<void> {
	const running = { status: 'running', responsible: 'Ministerium', reviewOn: '2027-06-01', text: '' } as const;
	await promises.report(editor.ctx, 1, { id: newId(), ...running });
	await promises.report(editor.ctx, 1, { id: newId(), ...running, status: 'done', reviewOn: null, text: 'Fertig.' });
	await promises.report(editor.ctx, 3, {
		id: newId(),
		...running,
		status: 'givenUp',
		reviewOn: null,
		text: 'Kein Geld.'
	});
}

/** A call as it is once it is out; who has to agree before is another story. */
async function call(testApp: TestApp, editor: Editor): Promise<void> {
	const head = { title: 'Projektaufruf 2027', intro: 'Worum es **geht**', deadline: '2027-08-31T22:00:00.000Z' };
	const number = await calls.begin(editor.ctx, { id: newId(), version: 4, ...head });
	const { points } = await strategy.version(editor.ctx, 4);
	const ids = points.map(({ pointId }) => pointId);
	const item = { revision: 1, body: 'So ist es gemeint.' };
	await calls.putItem(editor.ctx, number, { ...item, id: newId(), kind: 'part', title: 'Ein Baustein', points: ids });
	for (const title of ['Erstes Kriterium', 'Zweites Kriterium']) {
		await calls.putItem(editor.ctx, number, { ...item, id: newId(), kind: 'criterion', title, points: ids.slice(1) });
	}
	const { id } = await calls.inWorkshop(editor.ctx, number);
	await transaction(testApp.as(null), async (ctx) => {
		await ctx.db.updateTable('calls').set({ publishedAt: ctx.now }).where('id', '=', id).execute();
		const { consultationId } = testApp;
		await record(ctx, {
			verb: 'call.published',
			subjectId: id,
			consultationId,
			details: { number, title: head.title }
		});
	});
}

async function moderate(testApp: TestApp): Promise<void> {
	const moderator = testApp.as(await testApp.person('none', { roles: ['moderator'] }));
	const said = { id: newId(), parentId: null, stance: 'contra', body: 'Das ist Werbung.' } as const;
	await comments.write(testApp.as(await testApp.person()), (ctx) => comments.aboutProposal(ctx, 1), said);
	const screening = { id: newId(), kind: 'comment', subjectId: said.id, seen: 'waiting' } as const;
	await moderation.decide(moderator, { ...screening, deed: 'reject', ground: 'advertising', note: '' });
}
