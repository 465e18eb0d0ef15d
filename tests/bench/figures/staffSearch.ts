import { pino } from 'pino';
import * as people from '#lib/people/people.server.ts';
import type { Role } from '#lib/people/person.ts';
import { readConfig } from '#lib/server/config.ts';
import { makeCtx } from '#lib/server/ctx.ts';
import { openApp } from '#lib/server/openApp.ts';
import { StaffQuery } from '#lib/staffSearch/staffSearch.ts';
import * as search from '#lib/staffSearch/staffSearch.server.ts';
import { Chance, idOf } from '../city/chance.ts';
import { city, copyOf } from '../city/city.ts';
import { environment } from '../city/environment.ts';
import { median, millis, type Bench, type Figure } from '../figure.ts';

const QUERIES = 300;
const MODERATOR = 0;
/** In nearly every text, in one of eight, in none, and by number. */
const ASKED = [
	'Stadtteilbüro',
	'Antrag Wohnung',
	'Beratung',
	'Kinder Geld',
	'Zimmer Schlüssel',
	'Kernfusion',
	'Beitrag 77'
] as const;
const MORE = [{}, {}, {}, { art: 'proposal' }, { art: 'ticket' }, { zustand: 'waiting' }, { nach: '5000' }] as const;
const TURNS: readonly (readonly Role[])[] = [['moderator'], ['editor'], ['helper']];

/** 26: how long the team searches everything it may read, each role in turn. */
export async function staffSearch({ asked }: Bench): Promise<Figure[]> {
	const proposals = asked.quick ? 10_000 : 100_000;
	const made = await city(asked.server, { ...asked.small, proposals, persons: 2_000, comments: 1, votes: 10_400 });
	const copy = await copyOf(made, asked.server, 'staff_search');
	const app = openApp(readConfig(environment(copy.url)), pino({ level: 'silent' }));
	const nobody = makeCtx(app, 'command');
	const person = await people.byId(nobody, idOf('person', MODERATOR));
	const began = performance.now();
	const entries = await search.indexForStaff(nobody);
	const indexed = (performance.now() - began) / 1_000;
	const chance = new Chance(24);
	const times: number[] = [];
	for (let at = 0; at < QUERIES; at++) {
		const ctx = makeCtx(app, 'command', person && { ...person, roles: [...(TURNS[at % TURNS.length] ?? [])] });
		const ask = StaffQuery.parse({ q: chance.one(ASKED), ...chance.one(MORE) });
		const start = performance.now();
		await search.search(ctx, ask);
		times.push(performance.now() - start);
	}
	await app.close();
	await copy.drop();
	times.sort((a, b) => a - b);
	const value = times[Math.floor(QUERIES * 0.99)] ?? 0;
	const what = `the team's search in ${proposals} contributions, p99`;
	const beside = `p50 ${millis(median(times))}, ${entries} entries made in ${indexed.toFixed(0)} s`;
	return [
		{ number: '26', what, ours: millis(value), beside, value, unit: 'ms', better: 'less', bar: 100, stretch: 30 }
	];
}
