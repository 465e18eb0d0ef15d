import type { Served } from '../support/machine/served.ts';
import type { Acknowledged, Ballot } from './ballot.ts';

const CHOICES = ['agree', 'disagree', 'pass'] as const;
const FORM = 'application/x-www-form-urlencoded';

export interface Voters {
	acknowledged: Acknowledged[];
	/** How often each status was answered; 0: the connection broke. */
	statuses: Map<number, number>;
	/** Stops after the votes that are under way. */
	stop(): Promise<void>;
	/** Resolves when so many more votes have been acknowledged. */
	more(count: number): Promise<void>;
}

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

/**
 * So many people vote at the same time, each on point after point, by the real form, on whichever of the servers; what
 * was not acknowledged is sent again. A vote is never cast differently afterwards, so that what was acknowledged can be
 * looked for.
 */
export function startVoters(servers: () => readonly Served[], ballot: Ballot, atOnce: number): Voters {
	const acknowledged: Acknowledged[] = [];
	const statuses = new Map<number, number>();
	let next = 0;
	let stopped = false;

	async function send(person: number, point: number, choice: string): Promise<number> {
		const open = servers();
		const server = open[(person + point) % open.length];
		const paper = ballot.points[point];
		const cookie = ballot.people[person]?.cookie;
		if (!server || !paper || !cookie) return 0;
		const body = new URLSearchParams({ choice, wording: paper.wordingId }).toString();
		const headers = { cookie, 'content-type': FORM, 'content-length': String(body.length) };
		const answer = await server
			.ask(`/punkte/${paper.number}?/vote`, { method: 'POST', headers, body })
			.catch(() => null);
		return answer?.status ?? 0;
	}

	async function voter(): Promise<void> {
		while (!stopped) {
			const n = next++;
			const [person, point] = [n % ballot.people.length, Math.floor(n / ballot.people.length)];
			if (point >= ballot.points.length) return;
			const choice = CHOICES[n % CHOICES.length] ?? 'agree';
			for (let status = 0; status !== 303 && !stopped;) {
				status = await send(person, point, choice);
				statuses.set(status, (statuses.get(status) ?? 0) + 1);
				if (status === 303) {
					const ids = { personId: ballot.people[person]?.id ?? '', pointId: ballot.points[point]?.id ?? '' };
					acknowledged.push({ ...ids, choice });
				} else await sleep(50);
			}
		}
	}

	const working = Array.from({ length: atOnce }, () => voter());
	return {
		acknowledged,
		statuses,
		async stop() {
			stopped = true;
			await Promise.all(working);
		},
		async more(count) {
			const wanted = acknowledged.length + count;
			for (const until = Date.now() + 60_000; acknowledged.length < wanted; await sleep(20)) {
				if (Date.now() > until) throw new Error(`only ${acknowledged.length} of ${wanted} votes were acknowledged`);
			}
		}
	};
}

export const counted = (statuses: ReadonlyMap<number, number>) =>
	[...statuses]
		.sort()
		.map(([status, count]) => `${status}: ${count}`)
		.join(', ');
