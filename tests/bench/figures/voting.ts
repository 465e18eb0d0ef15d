import { startApp, startReference } from '../app.ts';
import type { Server } from '../child.ts';
import { copyOf, type CitySize } from '../city/city.ts';
import { counted, type Counted } from '../city/counted.ts';
import { perSecond, sideBySide, type Bench, type Figure } from '../figure.ts';
import { ballotPapers, postBare, postVote, voteNumber, type Vote } from './ballot-paper.ts';

const CONNECTIONS = 64;
/** More than any server here takes in a second. */
const MOST_PER_SECOND = 12_000;

/** 4: votes that are on the disk when they are answered, through the real form, beside the least that takes. */
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
			number: '4',
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

/** Votes one stretch after the other and remembers which were taken. */
class Voted {
	readonly #size: CitySize;
	readonly #taken = new Set<number>();
	next = 0;
	total = 0;

	constructor(size: CitySize) {
		this.#size = size;
	}

	stretch(length: number): Vote[] {
		return Array.from({ length }, (_, n) => voteNumber(this.next + n, this.#size));
	}

	took(answered: number, length: number): void {
		const all = this.#size.persons * this.#size.points;
		for (let n = 0; n < Math.min(answered, length); n++) this.#taken.add((this.next + n) % all);
		this.next += length;
		this.total += answered;
	}

	/** Throws unless every vote that was answered, and no other, is in the database and in the tallies. */
	compare(before: Counted, { ballots, tallies }: { ballots: Counted; tallies: Counted }): void {
		const expected = { ...before };
		for (const n of this.#taken) expected[voteNumber(n, this.#size).choice] += 1;
		const written = ({ agree, pass, disagree }: Counted) => `${agree} ${pass} ${disagree}`;
		const [should, is, says] = [written(expected), written(ballots), written(tallies)];
		if (is !== should || says !== should)
			throw new Error(`votes were lost: ${should} sent, ${is} in the box, ${says} counted`);
	}
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
	voted.took(answered, votes.length);
	return rate;
}
