import { startApp, startReference } from '../app.ts';
import type { Server } from '../child.ts';
import { copyOf } from '../city/city.ts';
import { counted } from '../city/counted.ts';
import { perSecond, sideBySide, type Bench, type Figure } from '../figure.ts';
import { ballotPapers, postBare, postVote, type Vote } from './ballot-paper.ts';
import { Voted } from './voted.ts';

export const CONNECTIONS = 64;
/** More than any server here takes in a second. */
const MOST_PER_SECOND = 12_000;

/** 4, and 18 on PostgreSQL: votes that are on the disk when they are answered, through the real form, beside the least that takes. */
export async function voting(bench: Bench): Promise<Figure[]> {
	const small = await bench.small();
	const ours = await copyOf(small, bench.asked.server, 'ours');
	const theirs = await copyOf(small, bench.asked.server, 'reference');
	const { ballots: before } = await counted(ours.url);
	const app = await startApp(ours.url);
	const reference = await startReference('votes', { DATABASE_URL: theirs.url });
	const papers = await ballotPapers(app, small.size);
	const voted = new Voted(small.size);
	const rate = await sideBySide(
		bench.asked.rounds,
		() => flood(bench, app, voted, 1_500, (vote) => postVote(vote, papers)),
		() => flood(bench, reference, new Voted(small.size), MOST_PER_SECOND, postBare)
	);
	await Promise.all([app.stop(), reference.stop()]);
	voted.compare(before, await counted(ours.url));
	await Promise.all([ours.drop(), theirs.drop()]);
	return [
		{
			number: bench.asked.server ? '18' : '4',
			what: `durable vote by form (${voted.total} sent, all found) ÷ bare, c = ${CONNECTIONS}`,
			ours: perSecond(rate.one),
			beside: perSecond(rate.other),
			value: rate.ratio,
			unit: '',
			better: 'more',
			bar: 0.1,
			stretch: 0.2
		}
	];
}

async function flood(
	{ asked, crew }: Bench,
	server: Server,
	voted: Voted,
	most: number,
	write: (vote: Vote) => string
) {
	const votes = voted.stretch(Math.ceil(asked.seconds * most));
	const job = { port: server.port, connections: CONNECTIONS, seconds: asked.seconds, requests: votes.map(write) };
	const { rate, answered } = await crew.run(job, 303);
	voted.took(answered, votes.length, voted.next);
	voted.skip(votes.length);
	return rate;
}
