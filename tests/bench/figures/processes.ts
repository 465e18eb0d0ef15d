import { startApp } from '../app.ts';
import type { Server } from '../child.ts';
import { copyOf } from '../city/city.ts';
import { counted } from '../city/counted.ts';
import { perSecond, sideBySide, type Bench, type Figure } from '../figure.ts';
import { Crew } from '../load/load.ts';
import { ballotPapers, postVote, spreadNumber } from './ballot-paper.ts';
import { Voted } from './voted.ts';
import { CONNECTIONS } from './voting.ts';

/**
 * 17: two processes on one PostgreSQL beside one of them, votes spread over all points. Half of the people come to each
 * process, or all to one; afterwards every vote that was answered is found, whoever took it.
 */
export async function twoProcesses(bench: Bench): Promise<Figure[]> {
	if (!bench.asked.server) return [];
	const small = await bench.small();
	const copy = await copyOf(small, bench.asked.server, 'two');
	const { ballots: before } = await counted(copy.url);
	const [first, second] = [await startApp(copy.url), await startApp(copy.url)];
	const papers = await ballotPapers(first, small.size);
	const voted = new Voted(small.size, spreadNumber);
	const others = new Crew();
	const both = async (a: Server, b: Server) => {
		const length = Math.ceil(bench.asked.seconds * 1_500);
		const rates = await Promise.all([
			half(bench, bench.crew, a, voted, papers, length),
			half(bench, others, b, voted, papers, length)
		]);
		return rates[0] + rates[1];
	};
	const rate = await sideBySide(
		bench.asked.rounds,
		() => both(first, second),
		() => both(first, first)
	);
	others.stop();
	await Promise.all([first.stop(), second.stop()]);
	voted.compare(before, await counted(copy.url));
	await copy.drop();
	return [
		{
			number: '17',
			what: `votes over ${small.size.points} points: two processes ÷ one (${voted.total} sent, all found), c = ${CONNECTIONS}`,
			ours: perSecond(rate.one),
			beside: perSecond(rate.other),
			value: rate.ratio,
			unit: '',
			better: 'more',
			bar: 1.3,
			stretch: 1.8
		}
	];
}

/** One half of the people; each half votes a stretch of its own. */
async function half(
	{ asked }: Bench,
	crew: Crew,
	server: Server,
	voted: Voted,
	papers: readonly string[],
	length: number
): Promise<number> {
	const from = voted.next;
	const requests = voted.stretch(length).map((vote) => postVote(vote, papers));
	voted.skip(length);
	const job = { port: server.port, connections: CONNECTIONS / 2, seconds: asked.seconds, requests };
	const { rate, answered } = await crew.run(job, 303);
	voted.took(answered, length, from);
	return rate;
}
