import { parentPort } from 'node:worker_threads';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import * as conversations from '#lib/conversations/conversations.server.ts';
import * as importJobs from '#lib/importJobs/importJobs.server.ts';
import * as corrections from '#lib/corrections/corrections.server.ts';
import * as papers from '#lib/corrections/papers.server.ts';
import * as data from '#lib/data/data.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import * as accountLinks from '#lib/people/accounts/accountLinks.server.ts';
import * as opinion from '#lib/opinion/opinion.server.ts';
import * as sessions from '#lib/server/auth/sessions.server.ts';
import * as provider from '#lib/people/signIn/provider.server.ts';
import * as evaluations from '#lib/evaluations/evaluations.server.ts';
import * as priorities from '#lib/priorities/priorities.server.ts';
import * as positionPapers from '#lib/positionPapers/positionPapers.server.ts';
import * as previews from '#lib/previews/previews.server.ts';
import * as savedViews from '#lib/savedViews/savedViews.server.ts';
import * as privacy from '#lib/privacy/privacy.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import { startChores, type Chore } from '#lib/server/chores.ts';
import { ClockWatch, lastClock, noteClock, noteDoubt, watchClock } from '#lib/server/clock.ts';
import { measure } from '#lib/server/db/measure.server.ts';
import { openInstruments } from '#lib/server/metrics/instruments.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx, type Ctx } from '#lib/server/ctx.ts';
import { backUpDaily } from '#lib/server/backup/nightly.ts';
import { dropOldCopies } from '#lib/server/db/migrations/copy.ts';
import { walCheckpoint } from '#lib/server/db/walCheckpoint.ts';
import { eraseTraces } from '#lib/server/db/eraseTraces.ts';
import * as unsent from '#lib/server/forms/parkedForms.server.ts';
import type { App } from '#lib/server/app.ts';
import { openApp } from '#lib/server/openApp.ts';
import { openLog } from '#lib/server/log.ts';
import { withWords } from '#lib/wording/wording.server.ts';
import * as outbox from '#lib/server/mail/outbox.server.ts';
import * as subscriptions from '#lib/subscriptions/subscriptions.server.ts';
import { openPost } from '#lib/server/mail/post.server.ts';
import * as tickets from '#lib/tickets/tickets.server.ts';
import { lowerThreadPriority } from '#lib/server/threadPriority.ts';
import * as staffSearch from '#lib/staffSearch/staffSearch.server.ts';
import * as search from '#lib/search/search.server.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { makeScanReader, readAllScans } from '#lib/votes/scans/readScans.server.ts';
import { dropOldScans } from '#lib/votes/scans/scans.server.ts';
import { DAY, earlier, HOUR } from '#lib/time.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Chores run in a thread of their own, with their own connections, so that no visitor waits for them. */
function chores(app: App): Chore[] {
	const as = (work: (ctx: Ctx) => Promise<unknown>) => () => {
		const ctx = makeCtx(app, 'worker');
		return withWords(ctx, () => work(ctx));
	};
	return [...dated(app, as).map((chore) => ({ ...chore, dated: true })), ...undated(app, as)];
}

type As = (work: (ctx: Ctx) => Promise<unknown>) => () => Promise<unknown>;

/** What ends, goes out or is erased because of what time it is. */
function dated(app: App, as: As): Chore[] {
	const send = postOf(app);
	return [
		{ name: 'note the clock', every: 10 * MINUTE, run: () => noteClock(app) },
		{ name: 'end sessions', every: 10 * MINUTE, run: as(endSessions) },
		{ name: 'announce phases', every: 20 * SECOND, run: as(consultations.announcePhases) },
		{ name: 'publish data', every: MINUTE, run: as(data.publishEdition) },
		{ name: 'open peer phases', every: 20 * SECOND, run: as(proposals.openPeerPhases) },
		{ name: 'seal ballots', every: 20 * SECOND, run: as(votes.sealEnded) },
		{ name: 'publish results', every: 2 * MINUTE, run: as(votes.publishResults) },
		{ name: 'compute priorities', every: MINUTE, run: as(priorities.computeResults) },
		{ name: 'open evaluations', every: MINUTE, run: as(evaluations.turn) },
		{ name: 'draw landscapes', every: 5 * MINUTE, run: as(opinion.drawLandscapes) },
		{ name: 'apply retention', every: 6 * HOUR, run: as(privacy.applyRetention) },
		{ name: 'remind of reports', every: HOUR, run: as(tickets.remind) },
		{ name: 'forget old reports', every: 6 * HOUR, run: as(tickets.dropOld) },
		{ name: 'publish participation', every: MINUTE, run: as(votes.publishParticipation) },
		{ name: 'destroy sealed words', every: 10 * MINUTE, run: as(corrections.destroySealed) },
		{ name: 'drop originals', every: HOUR, run: as(moderation.dropOriginals) },
		{ name: 'write to subscribers', every: MINUTE, run: as(subscriptions.send) },
		...(send ? [{ name: 'send mail', every: 5 * SECOND, run: as((ctx) => outbox.deliver(ctx, send)) }] : []),
		{ name: 'forget mail', every: HOUR, run: as(outbox.sweep) },
		{ name: 'forget pictures', every: HOUR, run: as(dropOldScans) },
		{ name: 'forget uploads', every: HOUR, run: as(importJobs.dropLeft) },
		{ name: 'back up', every: 10 * MINUTE, run: () => backUpDaily(app, makeCtx(app, 'worker').now) },
		{ name: 'drop old copies', every: 6 * HOUR, run: async () => app.file && dropOldCopies(app.file, Date.now()) }
	];
}

/** What may be done at any time. */
function undated(app: App, as: As): Chore[] {
	return [
		{ name: 'send links', every: 5 * SECOND, run: as(accountLinks.answer) },
		{ name: 'work on imports', every: SECOND, run: as(importing(app)) },
		{ name: 'read ballot papers', every: SECOND, run: as(reading(app)) },
		{ name: 'recall words', every: 10 * SECOND, run: as(data.applyRecall) },
		{ name: 'rewrite ballots', every: 10 * MINUTE, run: as(opinion.rewriteBallots) },
		{ name: 'draw conversations', every: 2 * MINUTE, run: as(conversations.drawConversations) },
		{ name: 'index comments', every: 5 * SECOND, run: as(search.indexComments) },
		{ name: 'index for the team', every: 2 * SECOND, run: as(staffSearch.indexForStaff) },
		{ name: 'update search words', every: 6 * HOUR, run: as(search.learnWords) },
		{ name: 'sync the desk', every: 5 * SECOND, run: as(distillation.syncContributions) },
		{ name: 'read position papers', every: 2 * SECOND, run: as(positionPapers.readNew) },
		{ name: 'recognise campaigns', every: 5 * SECOND, run: as(proposals.recogniseCampaigns) },
		{ name: 'print papers', every: 20 * SECOND, run: as(papers.printNew) },
		{ name: 'erase traces', every: 10 * MINUTE, run: nightly(app) },
		{ name: 'checkpoint the log', every: SECOND, run: () => walCheckpoint(app) }
	];
}

/** In pieces, so that whoever ends the worker has not to wait for the whole of it. */
function importing(app: App) {
	const worker = importJobs.makeImportWorker();
	return () => importJobs.workOnImports(worker, () => makeCtx(app, 'worker'), 4 * SECOND);
}

function reading(app: App) {
	const reader = makeScanReader();
	return () => readAllScans(reader, () => makeCtx(app, 'worker'));
}

function postOf(app: App) {
	const send = openPost(app.config);
	if (!send) app.log.info('no mail server is configured: mails wait in the outbox');
	return send;
}

/** And what was put aside for whoever comes back, or kept for whoever works here no more. */
const endSessions = (ctx: Ctx) =>
	Promise.all([
		...[sessions.sweep(ctx.app), unsent.sweep(ctx), provider.sweep(ctx), accountLinks.sweep(ctx)],
		...[previews.sweep(ctx), savedViews.sweep(ctx), moderation.dropClaims(ctx)]
	]);

/**
 * Once a day, and soon after the start: nobody knows what a process before this one has left. Where words had to go from
 * what is published, at once and from whole tables.
 */
function nightly(app: App): () => Promise<void> {
	let swept = '';
	let thorough = earlier(new Date().toISOString(), DAY);
	return async () => {
		const ctx = makeCtx(app, 'worker');
		const gone = await corrections.wordsWentSince(ctx, thorough);
		if (!gone && swept === ctx.now.slice(0, 10)) return;
		await eraseTraces(app, gone ? 'thoroughly' : 'sweep');
		swept = ctx.now.slice(0, 10);
		if (gone) thorough = ctx.now;
	};
}

lowerThreadPriority();
const config = readConfig(process.env);
const counting = config.metrics && (await openInstruments({ process: false }));
const app = openApp(config, openLog(config.logLevel));
const clock = new ClockWatch(await lastClock(app).catch(() => null));
/** What has been counted here goes to the thread that serves it. */
const measuring: Chore[] = counting
	? [
			{
				name: 'measure',
				every: 5 * SECOND,
				async run() {
					await measure(makeCtx(app, 'worker'));
					parentPort?.postMessage(await counting.registry.getMetricsAsJSON());
				}
			}
		]
	: [];
const clockIsSteady = watchClock(clock, app.log);
const mindClock: Chore = {
	name: 'mind the clock',
	every: 5 * SECOND,
	run: async () => {
		if (!clockIsSteady()) await noteDoubt(app);
	}
};
const working = startChores([mindClock, ...chores(app), ...measuring], app.log, clockIsSteady);
parentPort?.once('message', async () => {
	await working.stop();
	await app.close();
});
