import type { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** What is counted and measured. No label says who: no id, no address, no code, no path with a number in it. */
export interface Instruments {
	registry: Registry;
	/** `route` is the pattern, e.g. `/(public)/beitraege/[number]`. */
	requests: Counter<'route' | 'method' | 'status'>;
	requestSeconds: Histogram<'route'>;
	pageCache: Counter<'result'>;
	querySeconds: Histogram<'connection'>;
	batchSize: Histogram;
	choreRuns: Counter<'chore' | 'result'>;
	choreLast: Gauge<'chore'>;
	choreSeconds: Gauge<'chore'>;
	mails: Counter<'result'>;
	/** The rest is looked up from time to time, see `measure.server.ts`. */
	printsWaiting: Gauge<'customer'>;
	outboxWaiting: Gauge;
	outboxOldest: Gauge;
	sessions: Gauge;
	databaseBytes: Gauge<'part'>;
	backupAge: Gauge;
	poolConnections: Gauge<'state'>;
}

declare global {
	// The built application and the server around it load this module separately; each thread has its own.
	var teilhabeInstruments: Instruments | undefined;
}

/** null: nobody wants numbers, and nothing is counted. */
export function instruments(): Instruments | null {
	return globalThis.teilhabeInstruments ?? null;
}

type Prom = typeof import('prom-client');

function aboutPages({ Counter, Histogram }: Prom, registers: Registry[]) {
	return {
		requests: new Counter({
			...{ name: 'teilhabe_http_requests_total', help: 'Requests that were answered anew, not from the page cache.' },
			...{ labelNames: ['route', 'method', 'status'] as const, registers }
		}),
		requestSeconds: new Histogram({
			...{ name: 'teilhabe_http_request_duration_seconds', help: 'How long these took.' },
			...{ labelNames: ['route'] as const, buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10], registers }
		}),
		pageCache: new Counter({
			...{ name: 'teilhabe_page_cache_total', help: 'Public pages that were asked for, and whether one was kept.' },
			...{ labelNames: ['result'] as const, registers }
		})
	};
}

function aboutDatabase({ Gauge, Histogram }: Prom, registers: Registry[]) {
	return {
		querySeconds: new Histogram({
			...{ name: 'teilhabe_database_query_duration_seconds', help: 'How long queries took.' },
			...{ labelNames: ['connection'] as const, buckets: [0.0005, 0.002, 0.01, 0.05, 0.25, 1, 5], registers }
		}),
		batchSize: new Histogram({
			...{ name: 'teilhabe_transaction_batch_size', help: 'Votes and other writes that shared one transaction.' },
			...{ buckets: [1, 2, 5, 10, 20, 50, 100], registers }
		}),
		databaseBytes: new Gauge({
			...{ name: 'teilhabe_database_bytes', help: 'Size of the database and of its log (SQLite: WAL).' },
			...{ labelNames: ['part'] as const, registers }
		}),
		poolConnections: new Gauge({
			...{ name: 'teilhabe_database_pool_connections', help: 'PostgreSQL: connections, and requests waiting for one.' },
			...{ labelNames: ['state'] as const, registers }
		})
	};
}

function aboutWork({ Counter, Gauge }: Prom, registers: Registry[]) {
	return {
		choreRuns: new Counter({
			...{ name: 'teilhabe_chore_runs_total', help: 'Runs of each chore of the worker.' },
			...{ labelNames: ['chore', 'result'] as const, registers }
		}),
		choreLast: new Gauge({
			...{ name: 'teilhabe_chore_last_success_timestamp_seconds', help: 'When each chore last came to its end.' },
			...{ labelNames: ['chore'] as const, registers }
		}),
		choreSeconds: new Gauge({
			...{ name: 'teilhabe_chore_last_duration_seconds', help: 'How long its last run took.' },
			...{ labelNames: ['chore'] as const, registers }
		}),
		mails: new Counter({
			...{ name: 'teilhabe_mails_total', help: 'Mails that were sent, that failed, that were given up.' },
			...{ labelNames: ['result'] as const, registers }
		}),
		printsWaiting: new Gauge({
			...{ name: 'teilhabe_prints_waiting', help: 'Papers that wait to be printed.' },
			...{ labelNames: ['customer'] as const, registers }
		}),
		outboxWaiting: new Gauge({ name: 'teilhabe_outbox_waiting', help: 'Mails that wait to be sent.', registers }),
		outboxOldest: new Gauge({
			...{ name: 'teilhabe_outbox_oldest_seconds', help: 'How long the oldest of them has waited.', registers }
		}),
		sessions: new Gauge({ name: 'teilhabe_sessions_open', help: 'Sessions that are open.', registers }),
		backupAge: new Gauge({
			...{ name: 'teilhabe_backup_age_seconds', help: 'Age of the newest backup; -1: there is none.', registers }
		})
	};
}

/** From here on everything in this thread is counted. `process`: also heap, processor and event loop of the process. */
export async function openInstruments({ process }: { process: boolean }): Promise<Instruments> {
	const { default: prom } = await import('prom-client');
	const registry = new prom.Registry();
	if (process) prom.collectDefaultMetrics({ register: registry });
	const registers = [registry];
	const made = {
		registry,
		...aboutPages(prom, registers),
		...aboutDatabase(prom, registers),
		...aboutWork(prom, registers)
	};
	globalThis.teilhabeInstruments = made;
	return made;
}
