import { startApp, UNCACHED } from '../app.ts';
import { copyOf } from '../city/city.ts';
import { millis, sideBySide, type Bench, type Figure } from '../figure.ts';
import { get } from '../load/job.ts';
import { Crew } from '../load/load.ts';
import { ballotPapers, postVote, voteNumber } from './ballot-paper.ts';

const READERS = 4;
const VOTERS = 64;
/** Milliseconds between two votes of one person: nobody reads a point faster, most take far longer. */
const THINKING = 500;

/** 7: how much longer a page takes, at its worst, while 64 people vote point after point. */
export async function calm(bench: Bench): Promise<Figure[]> {
	const small = await bench.small();
	const copy = await copyOf(small, bench.asked.server, 'calm');
	const app = await startApp(copy.url);
	const papers = await ballotPapers(app, small.size);
	const seconds = bench.asked.seconds * 2;
	const requests = [get('/beitraege/1', UNCACHED)];
	const reading = async () =>
		(await bench.crew.run({ port: app.port, connections: READERS, rest: 10, seconds, requests }, 200)).p99;
	const voters = new Crew();
	const votes = Array.from({ length: 10_000 }, (_, n) => postVote(voteNumber(n, small.size), papers));
	let rate = 0;
	const amongVoters = async () => {
		const job = { port: app.port, connections: VOTERS, rest: THINKING, seconds: seconds + 0.2, requests: votes };
		const [voting, p99] = await Promise.all([voters.run(job, 303), reading()]);
		rate = voting.rate;
		return p99;
	};
	const p99 = await sideBySide(bench.asked.rounds, amongVoters, reading);
	voters.stop();
	await app.stop();
	await copy.drop();
	return [
		{
			number: '7',
			what: `p99 of a page while ${VOTERS} people vote (${Math.round(rate)}/s) ÷ idle`,
			ours: millis(p99.one),
			beside: millis(p99.other),
			value: p99.ratio,
			unit: '',
			better: 'less',
			bar: 3,
			stretch: 1.5
		}
	];
}
