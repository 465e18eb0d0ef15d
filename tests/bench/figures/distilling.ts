import { pino } from 'pino';
import * as distillation from '#lib/distillation/distillation.server.ts';
import { Similarity, SIMILAR } from '#lib/distillation/similar/similarity.ts';
import * as people from '#lib/people/people.server.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx, type Ctx } from '#lib/server/ctx.ts';
import { openApp } from '#lib/server/openApp.ts';
import { newId } from '#lib/server/ids.ts';
import { startApp } from '../app.ts';
import { Chance, idOf } from '../city/chance.ts';
import { city, copyOf } from '../city/city.ts';
import { environment } from '../city/environment.ts';
import { CONSULTATION } from '../city/contributions.ts';
import { cookieOf } from '../city/people.ts';
import { text } from '../city/words.ts';
import { median, millis, sideBySide, type Bench, type Figure } from '../figure.ts';
import { get } from '../load/job.ts';

const FEW = { proposals: 100, clusters: 5 };
const MANY = { proposals: 10_000, clusters: 500 };
const IN_EACH = 10;
const MODERATOR = 0;
const PAGES = ['/werkstatt/verteilen', '/werkstatt/verteilen/90', '/werkstatt/stapel', '/werkstatt/stapel/3'];

/** 13: how much longer the desk takes with ten thousand contributions and 500 clusters than with 100 and 5. */
export async function desk(bench: Bench): Promise<Figure[]> {
	const [few, many] = [await deskOf(bench, FEW, 10_100), await deskOf(bench, MANY, 10_200)];
	const headers = { cookie: cookieOf(MODERATOR) };
	const requests = PAGES.map((path) => get(path, headers));
	const time = (port: number) => async () =>
		(await bench.crew.run({ port, connections: 1, seconds: bench.asked.seconds, requests }, 200)).p50;
	const { one, other, ratio } = await sideBySide(bench.asked.rounds, time(many.app.port), time(few.app.port));
	for (const { app, drop } of [few, many]) {
		await app.stop();
		await drop();
	}
	const what = 'desk with 10,000 contributions and 500 clusters ÷ 100 and 5';
	const rest = { value: ratio, unit: '', better: 'less', bar: 1.5, stretch: 1.2 } as const;
	return [{ number: '13', what, ours: millis(one), beside: millis(other), ...rest }];
}

async function deskOf({ asked }: Bench, size: { proposals: number; clusters: number }, votes: number) {
	const made = await city(asked.server, { ...asked.small, proposals: size.proposals, comments: 1, votes });
	const copy = await copyOf(made, asked.server, `desk_${size.proposals}`);
	const app = openApp(readConfig(environment(copy.url)), pino({ level: 'silent' }));
	const nobody = makeCtx(app, 'command');
	const person = await people.byId(nobody, idOf('person', MODERATOR));
	await fill(makeCtx(app, 'command', person && { ...person, roles: ['moderator'] }), size);
	await app.close();
	return { app: await startApp(copy.url), drop: copy.drop };
}

/** Half of the contributions lie in clusters, the others wait. */
async function fill(ctx: Ctx, { proposals, clusters }: { proposals: number; clusters: number }): Promise<void> {
	await distillation.syncContributions(ctx);
	for (let cluster = 0; cluster < clusters; cluster++) {
		const numbers = Array.from({ length: IN_EACH }, (_, n) => 1 + cluster * IN_EACH + n).filter((n) => n <= proposals);
		const seen = numbers.map((number) => ({ number, revision: 1 }));
		const how = { relation: 'summarises', dissent: null } as const;
		await distillation.put(ctx, CONSULTATION, {
			id: newId(),
			seen,
			to: null,
			title: `Anliegen ${cluster + 1}`,
			...how
		});
	}
}

const QUERIES = 200;

/** 14: how long one looks for similar texts among ten thousand. */
export async function similar(): Promise<Figure[]> {
	const chance = new Chance(14);
	const index = new Similarity();
	for (let n = 0; n < MANY.proposals; n++) index.add(String(n), text(chance, 500));
	index.settle();
	const times = Array.from({ length: QUERIES }, () => {
		const asked = text(chance, 500);
		const began = performance.now();
		index.like(asked, { least: SIMILAR, most: 30 });
		return performance.now() - began;
	}).sort((a, b) => a - b);
	const value = times[Math.floor(QUERIES * 0.99)] ?? 0;
	const beside = `p50 ${millis(median(times))}, ${Math.round(index.bytes / 2 ** 20)} MB`;
	const what = 'similar among 10,000 contributions, p99';
	const rest = { value, unit: 'ms', better: 'less', bar: 20, stretch: 10 } as const;
	return [{ number: '14', what, ours: millis(value), beside, ...rest }];
}
