import { pino } from 'pino';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as data from '#lib/data/data.server.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import * as opinion from '#lib/opinion/opinion.server.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { openApp } from '#lib/server/openApp.ts';
import * as votes from '#lib/votes/votes.server.ts';
import { environment } from './environment.ts';

/**
 * Does what the worker does once a day. In a database nobody has opened today a server would begin with it, and the
 * first figure would show that instead of itself. What a page costs meanwhile is a figure of its own (12).
 */
export async function dayDone(url: string): Promise<void> {
	const app = openApp(readConfig(environment(url)), pino({ level: 'silent' }));
	const ctx = makeCtx(app, 'worker');
	await consultations.announcePhases(ctx);
	await votes.publishResults(ctx);
	await votes.publishParticipation(ctx);
	await distillation.syncContributions(ctx);
	await opinion.drawLandscapes(ctx);
	await data.publishEdition(ctx);
	await app.close();
}
