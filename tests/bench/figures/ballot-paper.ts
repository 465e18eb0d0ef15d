import { visit } from '../app.ts';
import type { Server } from '../child.ts';
import type { CitySize } from '../city/city.ts';
import { idOf } from '../city/chance.ts';
import { cookieOf, organisationOf } from '../city/people.ts';
import { post } from '../load/job.ts';

const CHOICES = ['agree', 'pass', 'disagree'] as const;
type Choice = (typeof CHOICES)[number];

/** One vote in a row of many: each person once on each point. */
export interface Vote {
	person: number;
	point: number;
	choice: Choice;
}

const known = new Map<number, readonly number[]>();

/** Who has a ballot: not the staff, who take no part, and nobody who speaks for an organisation, which takes a position. */
export function votersOf({ persons }: CitySize): readonly number[] {
	const all = Array.from({ length: persons }, (_, person) => person);
	const voters = known.get(persons) ?? all.filter((person) => person > 0 && organisationOf(person) === null);
	known.set(persons, voters);
	return voters;
}

/** The n-th vote; after as many as voters × points they begin again. */
export function voteNumber(n: number, size: CitySize): Vote {
	const voters = votersOf(size);
	const one = n % (voters.length * size.points);
	return {
		person: voters[one % voters.length] ?? 0,
		point: Math.floor(one / voters.length),
		choice: CHOICES[(one * 7 + Math.floor(one / 3)) % 3] ?? 'pass'
	};
}

/** The n-th vote when each one is on another point than the one before. */
export function spreadNumber(n: number, size: CitySize): Vote {
	const voters = votersOf(size);
	const one = n % (voters.length * size.points);
	return {
		person: voters[Math.floor(one / size.points)] ?? 0,
		point: one % size.points,
		choice: CHOICES[(one * 7 + Math.floor(one / 3)) % 3] ?? 'pass'
	};
}

/** What a browser would send: the hidden fields of the form as the page has them, read once for every point. */
export async function ballotPapers(app: Server, size: CitySize): Promise<string[]> {
	const papers: string[] = [];
	for (let point = 0; point < size.points; point++) {
		const page = await (await visit(app, `/punkte/${point + 1}`, { cookie: cookieOf(votersOf(size)[0] ?? 0) })).text();
		const form = page
			.split('<form')
			.find((one) => one.includes('action="?/vote"'))
			?.split('</form>')[0];
		if (!form) throw new Error(`there is no form to vote on /punkte/${point + 1}`);
		const inputs = form.match(/<input[^>]*>/g) ?? [];
		const fields = new URLSearchParams();
		for (const input of inputs.filter((one) => one.includes('type="hidden"'))) {
			fields.set(/name="([^"]*)"/.exec(input)?.[1] ?? '', /value="([^"]*)"/.exec(input)?.[1] ?? '');
		}
		papers.push(fields.toString());
	}
	return papers;
}

/** The form as a signed-in browser posts it. */
export function postVote({ person, point, choice }: Vote, papers: readonly string[]): string {
	const headers = { cookie: cookieOf(person), origin: 'null', 'sec-fetch-site': 'same-origin', accept: 'text/html' };
	return post(`/punkte/${point + 1}?/vote`, `${papers[point] ?? ''}&choice=${choice}`, headers);
}

/** The same for the reference, which knows boxes and persons only. */
export function postBare({ person, point, choice }: Vote): string {
	return post('/', `person=${idOf('person', person)}&box=${point + 1}&choice=${choice}`, {});
}
