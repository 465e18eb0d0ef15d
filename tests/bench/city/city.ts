import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#lib/server/db/migrations/migrate.ts';
import { openDatabase } from '#lib/server/db/connections/open.ts';
import { vote } from './ballots.ts';
import { Chance } from './chance.ts';
import { contribute, establish } from './contributions.ts';
import { dayDone } from './dayDone.ts';
import { settle } from './people.ts';
import * as postgres from './postgres.ts';
import { postgresSink, sqliteSink, type Sink } from './sink.ts';
import { write } from './strategy.ts';

export interface CitySize {
	proposals: number;
	/** Of each proposal. */
	comments: number;
	points: number;
	persons: number;
	votes: number;
}

/** A generated database: `url` is what DATABASE_URL has to be. */
export interface City {
	url: string;
	size: CitySize;
	/** Of ballots and tallies, with their indexes. */
	bytesOfVotes: number;
}

const SEED = 20_270_510;
const FOLDER = join(tmpdir(), 'teilhabe-bench');

/** Made once and kept under a name that changes with schema and generator; older ones make room. */
export async function city(server: string | null, size: CitySize): Promise<City> {
	const name = `city_${fingerprint()}_${size.votes}_${size.proposals}`;
	if (server) return postgresCity(server, name, size);
	mkdirSync(FOLDER, { recursive: true });
	clear((file) => !file.startsWith(`city_${fingerprint()}`));
	const file = join(FOLDER, `${name}.sqlite`);
	if (!existsSync(file)) {
		const raw = join(FOLDER, 'unfinished.sqlite');
		clear((one) => one.startsWith('unfinished'));
		await migrated({ kind: 'sqlite', file: raw });
		await build(sqliteSink(raw), size);
		renameSync(raw, file);
	}
	return measured(`file:${file}`, size, sqliteSink(file));
}

async function postgresCity(server: string, name: string, size: CitySize): Promise<City> {
	const url = postgres.urlOf(server, name);
	if (!(await postgres.exists(server, name))) {
		const raw = postgres.urlOf(server, 'city_unfinished');
		await postgres.create(server, 'city_unfinished');
		await migrated({ kind: 'postgres', url: raw, pool: 1 });
		await build(await postgresSink(raw), size);
		await postgres.rename(server, 'city_unfinished', name);
	}
	return measured(url, size, await postgresSink(url));
}

/** A copy that may be voted in; `drop` removes it. */
export async function copyOf({ url }: City, server: string | null, name: string) {
	if (server) {
		const made = await postgres.copy(server, new URL(url).pathname.slice(1), `copy_${name}`);
		return { url: made, drop: () => postgres.drop(server, `copy_${name}`) };
	}
	const file = join(FOLDER, `copy-${name}.sqlite`);
	clear((one) => one.startsWith(`copy-${name}`));
	copyFileSync(url.slice('file:'.length), file);
	return { url: `file:${file}`, drop: async () => clear((one) => one.startsWith(`copy-${name}`)) };
}

async function migrated(config: Parameters<typeof openDatabase>[0]): Promise<void> {
	const connections = openDatabase(config);
	await migrate(connections, 'migrations').finally(() => connections.close());
}

async function build(sink: Sink, size: CitySize): Promise<void> {
	const chance = new Chance(SEED);
	await settle(sink, size.persons);
	await establish(sink);
	await contribute(sink, chance, size);
	await write(sink, chance, size);
	await vote(sink, chance, size);
	await sink.close();
}

async function measured(url: string, size: CitySize, sink: Sink): Promise<City> {
	const bytesOfVotes = await sink.bytes(['ballots', 'tallies', 'ballot_boxes']);
	await sink.close();
	await dayDone(url);
	return { url, size, bytesOfVotes };
}

function fingerprint(): string {
	const hash = createHash('sha256');
	for (const folder of ['migrations', import.meta.dirname]) {
		for (const name of readdirSync(folder).sort()) hash.update(readFileSync(join(folder, name)));
	}
	return hash.digest('hex').slice(0, 12);
}

function clear(goes: (file: string) => boolean): void {
	for (const file of readdirSync(FOLDER).filter(goes)) rmSync(join(FOLDER, file), { recursive: true, force: true });
}
