import { parentPort } from 'node:worker_threads';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import * as conversations from '#lib/conversations/conversations.server.ts';
import * as data from '#lib/data/data.server.ts';
import * as moderation from '#lib/moderation/moderation.server.ts';
import * as reportPapers from '#lib/reports/papers.server.ts';
import * as accountLinks from '#lib/people/accountLinks.server.ts';
import * as opinion from '#lib/opinion/opinion.server.ts';
import * as sessions from '#lib/server/auth/sessions.server.ts';
import * as provider from '#lib/people/provider.server.ts';
import * as privacy from '#lib/privacy/privacy.server.ts';
import { startChores, type Chore } from '#lib/server/chores.ts';
import { ClockWatch, lastClock, noteClock, noteDoubt, watchClock } from '#lib/server/clock.ts';
import { measure } from '#lib/server/db/measure.server.ts';
import { openInstruments } from '#lib/server/metrics/instruments.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx, type Ctx } from '#lib/server/ctx.ts';
import { backUpDaily } from '#lib/server/backup/nightly.ts';
import { dropOldCopies } from '#lib/server/db/copy.ts';
import { foldIn } from '#lib/server/db/fold-in.ts';
import { sweepUp } from '#lib/server/db/traces.ts';
import * as unsent from '#lib/server/forms/unsent.server.ts';
import { openHouse, type House } from '#lib/server/house.ts';
import { openLog } from '#lib/server/log.ts';
import * as outbox from '#lib/server/mail/outbox.server.ts';
import { openPost } from '#lib/server/mail/post.server.ts';
import * as tickets from '#lib/tickets/tickets.server.ts';
import { giveWay } from '#lib/server/priority.ts';
import * as search from '#lib/search/search.server.ts';
import * as votes from '#lib/votes/votes.server.ts';
import * as versionPapers from '#lib/strategy/papers.server.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** The back door: chores in a thread of their own, with their own connections, so that no visitor waits for them. */
function chores(house: House): Chore[] {
	const as = (work: (ctx: Ctx) => Promise<unknown>) => () => work(makeCtx(house, 'worker'));
	return [...dated(house, as).map((chore) => ({ ...chore, dated: true })), ...undated(house, as)];
}

type As = (work: (ctx: Ctx) => Promise<unknown>) => () => Promise<unknown>;

/** What ends, goes out or is erased because of what time it is. */
function dated(house: House, as: As): Chore[] {
	const send = postOf(house);
	return [
		{ name: 'note the clock', every: 10 * MINUTE, run: () => noteClock(house) },
		{ name: 'end sessions', every: 10 * MINUTE, run: as(endSessions) },
		{ name: 'publish data', every: MINUTE, run: as(data.publishEdition) },
		{ name: 'announce phases', every: 20 * SECOND, run: as(consultations.announcePhases) },
		{ name: 'seal ballots', every: 20 * SECOND, run: as(votes.sealEnded) },
		{ name: 'publish results', every: 2 * MINUTE, run: as(votes.publishResults) },
		{ name: 'draw landscapes', every: 5 * MINUTE, run: as(opinion.drawLandscapes) },
		{ name: 'let go of what is old', every: 6 * HOUR, run: as(privacy.letGo) },
		{ name: 'remind of reports', every: HOUR, run: as(tickets.remind) },
		{ name: 'forget old reports', every: 6 * HOUR, run: as(tickets.dropOld) },
		{ name: 'publish participation', every: MINUTE, run: as(votes.publishParticipation) },
		{ name: 'drop originals', every: HOUR, run: as(moderation.dropOriginals) },
		...(send ? [{ name: 'send mail', every: 5 * SECOND, run: as((ctx) => outbox.deliver(ctx, send)) }] : []),
		{ name: 'forget mail', every: HOUR, run: as(outbox.sweep) },
		{ name: 'back up', every: 10 * MINUTE, run: () => backUpDaily(house, makeCtx(house, 'worker').now) },
		{ name: 'drop old copies', every: 6 * HOUR, run: async () => house.file && dropOldCopies(house.file, Date.now()) }
	];
}

/** What may be done at any time. */
function undated(house: House, as: As): Chore[] {
	return [
		{ name: 'send links', every: 5 * SECOND, run: as(accountLinks.answer) },
		{ name: 'recall words', every: 10 * SECOND, run: as(data.recallWords) },
		{ name: 'rewrite ballots', every: 10 * MINUTE, run: as(opinion.rewriteBallots) },
		{ name: 'draw conversations', every: 2 * MINUTE, run: as(conversations.drawConversations) },
		{ name: 'index comments', every: 5 * SECOND, run: as(search.indexComments) },
		{ name: 'learn words', every: 6 * HOUR, run: as(search.learnWords) },
		{ name: 'fill the desk', every: 5 * SECOND, run: as(distillation.takeIn) },
		{ name: 'print versions', every: 20 * SECOND, run: as(versionPapers.printNew) },
		{ name: 'print reports', every: 20 * SECOND, run: as(reportPapers.printNew) },
		{ name: 'sweep up what was deleted', every: 10 * MINUTE, run: nightly(house) },
		{ name: 'fold in the log', every: SECOND, run: () => foldIn(house) }
	];
}

function postOf(house: House) {
	const send = openPost(house.config);
	if (!send) house.log.info('no mail server is configured: mails wait in the outbox');
	return send;
}

/** And what was put aside for whoever comes back. */
const endSessions = (ctx: Ctx) =>
	Promise.all([...[sessions.sweep(ctx.house), unsent.sweep(ctx), provider.sweep(ctx)], accountLinks.sweep(ctx)]);

/** Once a day, and soon after the start: nobody knows what a process before this one has left. */
function nightly(house: House): () => Promise<void> {
	let swept = '';
	return async () => {
		const today = new Date().toISOString().slice(0, 10);
		if (swept === today) return;
		await sweepUp(house, 'sweep');
		swept = today;
	};
}

giveWay();
const config = readConfig(process.env);
const counting = config.metrics && (await openInstruments({ process: false }));
const house = openHouse(config, openLog(config.logLevel));
const clock = new ClockWatch(await lastClock(house).catch(() => null));
/** What has been counted here goes to the thread that serves it. */
const measuring: Chore[] = counting
	? [
			{
				name: 'measure',
				every: 5 * SECOND,
				async run() {
					await measure(makeCtx(house, 'worker'));
					parentPort?.postMessage(await counting.registry.getMetricsAsJSON());
				}
			}
		]
	: [];
const clockIsSteady = watchClock(clock, house.log);
const mindClock: Chore = {
	name: 'mind the clock',
	every: 5 * SECOND,
	run: async () => {
		if (!clockIsSteady()) await noteDoubt(house);
	}
};
const working = startChores([mindClock, ...chores(house), ...measuring], house.log, clockIsSteady);
parentPort?.once('message', async () => {
	await working.stop();
	await house.close();
});
