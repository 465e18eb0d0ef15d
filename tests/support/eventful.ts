import * as amendments from '#lib/amendments/amendments.server.ts';
import * as calls from '#lib/calls/calls.server.ts';
import * as comments from '#lib/comments/comments.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as hands from '#lib/hands/hands.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import * as promises from '#lib/promises/promises.server.ts';
import * as workshops from '#lib/recording/workshops.server.ts';
import { together } from '#lib/server/db/together.ts';
import { newId } from '#lib/server/ids.ts';
import { record } from '#lib/server/journal/journal.server.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { proposed } from './amended.ts';
import { lively } from './lively.ts';
import { hiding } from './office.ts';
import { makeEditor, type Editor } from './strategy.ts';
import type { Town } from './town.ts';

/**
 * A lively town in which everything else has happened, too, that open data tells of: amendments taken over, declined,
 * open, hidden and talked about; a call; reports on how points stand; meetings with hands raised; moderation, also at an
 * hour at which it is another day in Germany.
 */
export async function eventful(): Promise<Town> {
	const town = await lively();
	await together(town.as(null), (ctx) => consultations.announcePhases(ctx));
	await meet(town, 26, [
		{ point: 1, agree: 12, pass: 0, disagree: 8 },
		{ point: 3, agree: 2, pass: 1, disagree: 0 }
	]);
	await meet(town, 30, [{ point: 1, agree: 21, pass: 7, disagree: 2 }]);
	const editor = await makeEditor(town);
	await amend(town, editor);
	await report(town, editor);
	await call(town, editor);
	town.at('2027-05-31T22:30:00.000Z');
	await moderate(town);
	return town;
}

async function meet(town: Town, people: number, shows: Parameters<typeof hands.count>[2]): Promise<void> {
	const helper = town.as(await town.person('none', { roles: ['helper'] }));
	const form = { id: newId(), label: 'Frühstück', date: town.now.slice(0, 10), group: 'affected' as const, people };
	const number = await workshops.open(helper, town.consultationId, { ...form, minutes: 'Wohnen "zuerst".' });
	await hands.count(helper, number, shows);
	await workshops.publish(town.as(await town.person('none', { roles: ['moderator'] })), number, true);
}

async function amend(town: Town, editor: Editor): Promise<void> {
	const union = await town.person('practice', { organisation: 'Verband Musterland' });
	const taken = await proposed(town, 1, union, { body: 'Das Land baut sofort.' });
	const declined = await proposed(town, 3, await town.person());
	const open = await proposed(town, 1, await town.person('research'), { reason: '=1+1 ist "genauer"' });
	const hidden = await proposed(town, 1, await town.person());
	await amendments.support(town.as(await town.person()), open, true);
	const said = { id: newId(), parentId: null, stance: 'pro', body: 'Ja, genauer.' } as const;
	await comments.write(town.as(await town.person()), (ctx) => amendments.subjectOf(ctx, open), said);
	await together(town.as(null), (ctx) => comments.screened(ctx, said.id, { deed: 'publish' }));
	await editor.start();
	for (const [number, outcome] of [[taken, 'partly'] as const, [declined, 'declined'] as const]) {
		const words = { title: 'Wohnungen zuerst', body: 'Das Land baut bald.', reason: 'Nicht alles geht.' };
		await strategy.decideAmendment(editor.ctx, number, { ...(await editor.marks()), outcome, ...words });
	}
	await editor.publish();
	const moderator = await town.person('none', { roles: ['moderator'] });
	const { id } = await amendments.byNumber(town.as(null), hidden);
	await moderation.decide(town.as(moderator), hiding('amendment', id));
}

async function report(town: Town, editor: Editor): Promise<void> {
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
async function call(town: Town, editor: Editor): Promise<void> {
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
	await together(town.as(null), async (ctx) => {
		await ctx.db.updateTable('calls').set({ publishedAt: ctx.now }).where('id', '=', id).execute();
		const { consultationId } = town;
		await record(ctx, {
			verb: 'call.published',
			subjectId: id,
			consultationId,
			details: { number, title: head.title }
		});
	});
}

async function moderate(town: Town): Promise<void> {
	const moderator = town.as(await town.person('none', { roles: ['moderator'] }));
	const said = { id: newId(), parentId: null, stance: 'contra', body: 'Das ist Werbung.' } as const;
	await comments.write(town.as(await town.person()), (ctx) => comments.aboutProposal(ctx, 1), said);
	const screening = { id: newId(), kind: 'comment', subjectId: said.id, seen: 'waiting' } as const;
	await moderation.decide(moderator, { ...screening, deed: 'reject', ground: 'advertising', note: '' });
}
