import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** What a trigger on the journal announces at every commit. */
const CHANNEL = 'teilhabe_journal';
/** Milliseconds until it is tried again after the connection broke, and at most, however often. */
const [FIRST_WAIT, LONGEST_WAIT] = [100, 5_000];

/**
 * Hears of every commit that recorded something, by whichever process, over a connection of its own. `hear` is also
 * called when listening begins (again): what was announced before nobody can know. A pooler between (PgBouncer, by
 * transaction) passes nothing on; whoever listens has to look from time to time, too. Returns how to stop.
 */
export function listenToJournal(url: string, hear: () => void): () => Promise<void> {
	const stopping = new AbortController();
	let client: pg.Client | null = null;
	const goOn = async () => {
		for (let wait = FIRST_WAIT; !stopping.signal.aborted; wait = Math.min(2 * wait, LONGEST_WAIT)) {
			client = new pg.Client({
				connectionString: url,
				keepAlive: true,
				keepAliveInitialDelayMillis: 10_000,
				connectionTimeoutMillis: LONGEST_WAIT
			});
			const heard = await listenUntilItBreaks(client, hear).catch(() => false);
			if (heard) wait = FIRST_WAIT;
			await sleep(wait, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined);
		}
	};
	const going = goOn();
	return async () => {
		stopping.abort();
		await client?.end().catch(() => undefined);
		await going;
	};
}

/** Resolves when the connection that listened is gone; rejects when there was none. */
async function listenUntilItBreaks(client: pg.Client, hear: () => void): Promise<boolean> {
	const broken = new Promise<void>((done) => {
		client.once('error', () => done());
		client.once('end', () => done());
	});
	// Each one that comes after the first would otherwise end the process.
	client.on('error', () => undefined);
	client.on('notification', hear);
	await client.connect();
	await client.query(`listen ${CHANNEL}`);
	hear();
	await broken;
	await client.end().catch(() => undefined);
	return true;
}
