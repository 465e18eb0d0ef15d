/**
 * Who stands behind what: people × candidates as compressed rows. A candidate is what a version can rest on (a cluster) or
 * what was voted on (a point). What is missing was not seen or not agreed with; the audit cannot tell the two apart.
 */
export interface Support {
	/** How many groups there are: declared ones, then those that are none (people who said nothing of themselves). */
	groups: number;
	/** How many of them are declared. */
	declared: number;
	/** By person: the group, 0 … groups − 1. */
	group: Uint8Array;
	/** Person i stands behind candidates[pointers[i]] up to, not including, candidates[pointers[i + 1]]. Length: people + 1. */
	pointers: Uint32Array;
	/** Numbers of candidates, each at most once for one person. */
	candidates: Uint16Array;
	/** How many candidates there are. */
	size: number;
}

export interface Supporter {
	group: number;
	candidates: readonly number[];
}

export function supportOf(
	people: readonly Supporter[],
	groups: number,
	size: number,
	declared: number = groups
): Support {
	const pointers = new Uint32Array(people.length + 1);
	// Gone through twice, once to count: a list for each of a hundred thousand people takes more room than all else.
	eachOnce(people, size, (person) => (pointers[person + 1] = (pointers[person + 1] ?? 0) + 1));
	for (let person = 0; person < people.length; person++)
		pointers[person + 1] = (pointers[person + 1] ?? 0) + (pointers[person] ?? 0);
	const candidates = new Uint16Array(pointers[people.length] ?? 0);
	let place = 0;
	eachOnce(people, size, (_, candidate) => (candidates[place++] = candidate));
	return { groups, declared, group: Uint8Array.from(people, ({ group }) => group), pointers, candidates, size };
}

/** Every candidate of every person, in their order, once for each person. */
function eachOnce(
	people: readonly Supporter[],
	size: number,
	found: (person: number, candidate: number) => void
): void {
	const last = new Int32Array(size).fill(-1);
	people.forEach(({ candidates }, person) => {
		for (const one of candidates) {
			if (last[one] === person) continue;
			last[one] = person;
			found(person, one);
		}
	});
}

/** By group: how many people. */
export function peopleByGroup({ groups, group }: Support): number[] {
	const people = new Array<number>(groups).fill(0);
	for (const one of group) people[one] = (people[one] ?? 0) + 1;
	return people;
}

export interface Behind {
	/** By group: how many stand behind this left-out candidate and behind exactly so many of the chosen. */
	having(candidate: number, chosen: number): number[];
	/** By group: who stands behind nothing that was chosen. */
	without: number[];
}

export function countBehind(support: Support, chosen: ReadonlySet<number>): Behind {
	const { groups, group, pointers, candidates, size } = support;
	const levels = chosen.size + 1;
	const behind = new Uint32Array(size * levels * groups);
	const without = new Array<number>(groups).fill(0);
	const isChosen = Uint8Array.from({ length: size }, (_, candidate) => (chosen.has(candidate) ? 1 : 0));
	group.forEach((own, person) => {
		const theirs = candidates.subarray(pointers[person], pointers[person + 1]);
		let has = 0;
		for (const one of theirs) has += isChosen[one] ?? 0;
		if (has === 0) without[own] = (without[own] ?? 0) + 1;
		for (const one of theirs)
			if (isChosen[one] === 0) {
				const place = (one * levels + has) * groups + own;
				behind[place] = (behind[place] ?? 0) + 1;
			}
	});
	const having = (candidate: number, has: number) => {
		const place = (candidate * levels + has) * groups;
		return Array.from(behind.subarray(place, place + groups));
	};
	return { having, without };
}
