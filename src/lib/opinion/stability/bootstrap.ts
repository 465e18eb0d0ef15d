import type { Chance } from '../chance.ts';
import { clusters } from '../clustering/clusters.ts';
import { model, type Model } from '../components/principalComponents.ts';
import { cloud } from '../clustering/kdTree.ts';
import { randIndex } from '../clustering/partitionSimilarity.ts';
import { assign } from '../clustering/nearestCentre.ts';
import { placed } from '../components/projection.ts';
import type { PreparedMatrix } from '../components/preparedMatrix.ts';

/** What is clustered: votes, the rows that are included and the model of the principal components. */
export interface ClusteringInput {
	votes: PreparedMatrix;
	/** The included rows. */
	rows: Uint32Array;
	model: Model;
}

/** A division of the included rows into groups. */
export interface Division {
	k: number;
	of: Uint8Array;
}

/** Up to so many votes a bootstrap draws as many people as there are; above that fewer, so that about so many are processed. */
const VOTES_MAX = 2_000_000;

/** How many people are drawn: with fewer than there are, groups look less stable, never more. */
function drawnPeople({ matrix: { participants, columns } }: PreparedMatrix): number {
	const people = participants.length;
	return Math.min(people, Math.ceil((VOTES_MAX * people) / Math.max(1, columns.length)));
}

/**
 * A series of draws: at each, participants are drawn anew with repetition, axes and groups are found among them as among
 * all, and everybody goes to the nearest of these groups. Answers with the adjusted Rand index of that with each division.
 * All divisions are tried on the same draws, so that what one draw has by luck, every division has.
 */
export function redraws(
	{ votes, rows, model: full }: ClusteringInput,
	chance: Chance
): (all: readonly Division[]) => number[] {
	const people = votes.matrix.participants.length;
	const part = drawnPeople(votes);
	const again = new Uint8Array(rows.length);
	return (divisions) => {
		const times = new Uint16Array(people);
		for (const row of chance.drawn(part, people)) times[row] = (times[row] ?? 0) + 1;
		const all = placed(votes, model(votes, full.block, times), rows);
		const drawn = drawnOnly(all, rows, times);
		return divisions.map(({ k, of }) => {
			if (drawn.weights.length > 0) assign(all, clusters(drawn, k, chance).centres, again);
			else again.fill(0);
			return randIndex(again, of);
		});
	};
}

/** Each of those who were drawn once, and how often they were. */
function drawnOnly(all: Float64Array, rows: Uint32Array, times: Uint16Array) {
	const places = new Float64Array(all.length);
	const weights = new Float64Array(rows.length);
	let count = 0;
	rows.forEach((row, place) => {
		const often = times[row] ?? 0;
		if (often === 0) return;
		places[2 * count] = all[2 * place] ?? 0;
		places[2 * count + 1] = all[2 * place + 1] ?? 0;
		weights[count++] = often;
	});
	return cloud(places.subarray(0, 2 * count), weights.subarray(0, count));
}
