import * as answers from '#lib/answers/answers.server.ts';
import * as data from '#lib/data/data.server.ts';
import * as omissions from '#lib/omissions/omissions.server.ts';
import * as people from '#lib/people/people.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import * as representation from '#lib/representation/representation.server.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx, type Ctx } from '#lib/server/ctx.ts';
import { transaction } from '#lib/server/db/transaction.ts';
import { record } from '#lib/server/journal/journal.server.ts';
import { openLog } from '#lib/server/log.ts';
import { openApp } from '#lib/server/openApp.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { DAY } from '#lib/time.ts';
import { idOf } from '../city/chance.ts';
import { environment } from '../city/environment.ts';

/**
 * The city's versions are rows that nobody has published. Here they go out as the verbs send them, with whom they stand
 * for and what is not in them, and an edition is written of all. Only in a copy: others measure the same city.
 */
export async function seal(url: string): Promise<void> {
	const app = openApp(readConfig(environment(url)), openLog('error'));
	try {
		const ctx = makeCtx(app, 'command');
		const publisher = await people.byId(ctx, idOf('person', 0));
		for (const version of [1, 2]) await publish({ ...ctx, person: publisher }, idOf('version', version));
		// Of this day there is one already, without them.
		await data.publishEdition(makeCtx(app, 'command', null, new Date(Date.now() + DAY)));
	} finally {
		await app.close();
	}
}

async function publish(ctx: Ctx, id: string): Promise<void> {
	const nothing = { publishedAt: null, numbers: null, frozen: null, digest: null };
	await transaction(ctx, async ({ db }) => {
		await db.updateTable('versions').set(nothing).where('id', '=', id).execute();
		await db.updateTable('answers').set({ publishedAt: null }).where('versionId', '=', id).execute();
		await db.deleteFrom('journal').where('subjectId', '=', id).execute();
	});
	await omissions.compareAhead(ctx, await strategy.versionById(ctx, id));
	await transaction(ctx, async (ctx) => {
		const draft = await strategy.versionById(ctx, id);
		const { consultationId, number, title } = draft;
		await answers.publishAnswers(ctx, draft);
		const { total, none, byDisposition } = await answers.counts(ctx, consultationId, id);
		const unanswered = none + byDisposition.open;
		const numbers = {
			contributions: total,
			answered: total - unanswered,
			unanswered,
			byGroup: await proposals.countByGroup(ctx, consultationId),
			points: draft.points.length
		};
		const represented = await representation.figuresOf(ctx, draft, await representation.auditOrigins(ctx, draft));
		const omitted = await omissions.seal(ctx, draft);
		const answered = await answers.sentWith(ctx, id);
		await strategy.freeze(ctx, draft, { numbers, understood: [], represented, board: null, omitted, answered });
		await record(ctx, { verb: 'version.published', subjectId: id, consultationId, details: { number, title } });
	});
}
