import type { Chance } from '../chance.ts';
import { clusters, sizes } from '../clustering/clusters.ts';
import { model } from '../components/principalComponents.ts';
import { anyBlock } from '../components/leadingEigenvectors.ts';
import { cloud } from '../clustering/kdTree.ts';
import { silhouette } from '../clustering/partitionSimilarity.ts';
import { take, type Matrix } from '../matrix.ts';
import { everyRow, included, placed } from '../components/projection.ts';
import { preparedMatrix, type PreparedMatrix } from '../components/preparedMatrix.ts';
import { groupLeast } from './stability.ts';
import { drawnOf, sideOf, type Side } from './standardError.ts';

/** Silhouettes compare everybody with everybody: of more people the first so many, in an order that is like chance. */
const SEEN_MAX = 10_000;
const SEEN_IN_RUN = 2_000;
/** Answers are dealt out to so many people that their votes come to this; with fewer people chance looks clearer. */
const VOTES_MAX = 1_000_000;
const ROUNDING = 1e-9;
/** Runs that count; with more the percentile is known better. */
export const RUNS = { least: 100, step: 50, most: 1_000 };
const PERCENTILE = 0.95;
/**
 * Where fewer than 5 of 100 runs make a division that counts, chance does not make such groups at all: then not even the
 * least clear of what it makes is among the 95. Looked at after so many runs, and then until that is sure.
 */
const SELDOM = { share: 0.05, after: 200, sure: 3, most: 4_000 };
/** The standard error of that percentile of 100 runs, in their standard deviations, for a normal distribution. */
const PERCENTILE_ERROR = Math.sqrt(0.05 * 0.95) / 0.1031;

/** How clear divisions are that chance alone makes. */
export interface ByChance {
	/** 95 of 100 are less clear; null: chance seldom or never makes a division that could be shown. */
	bound: number | null;
	/** Of the bound, with 100 runs. */
	standardError: number;
	/** Runs that made a division which counts. */
	runs: number;
	/** How many people answers were dealt out to. */
	people: number;
}

/** Whether a division into k groups that is so clear is clearer than chance makes it. */
export interface Question {
	k: number;
	real: number;
	/** Runs at most. */
	most: number;
}

/**
 * Within each statement the answers are dealt out anew among those who saw it, so that nobody's answers belong together
 * any more; then groups are sought as among the real ones. A division counts only if it could be shown: chance may not
 * forbid real groups by splitting off a handful. Goes on until it is certain on which side of the bound `real` lies.
 */
export function divisionsByChance(matrix: Matrix, { k, real, most }: Question, chance: Chance): ByChance {
	const people = Math.min(peopleOf(matrix), matrix.participants.length);
	const part = people === matrix.participants.length ? matrix : take(matrix, everyRow(matrix).subarray(0, people));
	const ground = { votes: preparedMatrix(part), rows: included(part), entries: byColumn(part) };
	const clear: number[] = [];
	let all = 0;
	for (; clear.length < most && all < SELDOM.most && ground.rows.length > 0; all++) {
		const one = run(ground, k, chance);
		if (one !== null) clear.push(one);
		if (isSurelySeldom(clear.length, all + 1)) break;
		if (one !== null && clear.length >= RUNS.least && clear.length % RUNS.step === 0 && isDecided(clear, real)) break;
	}
	const known = clear.length < SELDOM.share * all ? { bound: null, standardError: 0 } : boundOf(clear);
	return { ...known, runs: clear.length, people };
}

function isSurelySeldom(count: number, all: number): boolean {
	const [share, error] = [SELDOM.share * all, Math.sqrt(all * SELDOM.share * (1 - SELDOM.share))];
	return all >= SELDOM.after && count < share - SELDOM.sure * error;
}

function peopleOf({ participants, columns }: Matrix): number {
	return Math.ceil((VOTES_MAX * participants.length) / Math.max(1, columns.length));
}

function boundOf(clear: readonly number[]): { bound: number | null; standardError: number } {
	const sorted = clear.toSorted((one, other) => one - other);
	const bound = sorted[Math.min(sorted.length - 1, Math.ceil(PERCENTILE * sorted.length) - 1)] ?? null;
	return { bound, standardError: (PERCENTILE_ERROR * drawnOf(clear).deviation) / Math.sqrt(RUNS.least) };
}

export function sideOfChance(real: number, { bound, standardError }: Pick<ByChance, 'bound' | 'standardError'>): Side {
	// Not as clear as chance, but clearer: where dealing answers out anew changes nothing both are the same.
	return bound === null ? 'above' : sideOf(real, bound + ROUNDING, standardError);
}

/** Three standard errors of all runs from both borders. */
function isDecided(clear: readonly number[], real: number): boolean {
	const { bound, standardError } = boundOf(clear);
	const error = standardError * Math.sqrt(RUNS.least / clear.length);
	const borders = [-2, 2].map((side) => (bound ?? 0) + side * standardError);
	return borders.every((border) => Math.abs(real - border) > 3 * error);
}

interface Ground {
	votes: PreparedMatrix;
	rows: Uint32Array;
	entries: ByColumn;
}

/** How clear the division is; null: it has too small a group. */
function run({ votes, rows, entries }: Ground, k: number, chance: Chance): number | null {
	dealAnew(votes.answers, entries, chance);
	const places = placed(votes, model(votes, anyBlock(votes.matrix.statements.length, chance)), rows);
	const made = clusters(cloud(places), k, chance);
	if (made.k < k || Math.min(...sizes(made.of, k)) < groupLeast(rows.length)) return null;
	return silhouetteScore(places, made, SEEN_IN_RUN);
}

/** The silhouette of a division, over the first `most` people. */
export function silhouetteScore(
	places: Float64Array,
	{ k, of }: { k: number; of: Uint8Array },
	most = SEEN_MAX
): number {
	return silhouette(places.subarray(0, 2 * most), of.subarray(0, most), k);
}

/** The entries of all columns, one column after the other, and where each column begins. */
interface ByColumn {
	entries: Uint32Array;
	begins: Uint32Array;
}

function byColumn({ columns, statements }: Matrix): ByColumn {
	const begins = new Uint32Array(statements.length + 1);
	for (const column of columns) begins[column + 1] = (begins[column + 1] ?? 0) + 1;
	for (let at = 1; at < begins.length; at++) begins[at] = (begins[at] ?? 0) + (begins[at - 1] ?? 0);
	const [entries, next] = [new Uint32Array(columns.length), Uint32Array.from(begins)];
	columns.forEach((column, entry) => {
		const place = next[column] ?? 0;
		entries[place] = entry;
		next[column] = place + 1;
	});
	return { entries, begins };
}

/** Shuffles the answers within each column (Fisher–Yates). */
function dealAnew(answers: Uint32Array, { entries, begins }: ByColumn, chance: Chance): void {
	for (let column = 0; column + 1 < begins.length; column++) {
		const first = begins[column] ?? 0;
		for (let last = (begins[column + 1] ?? 0) - 1; last > first; last--) {
			const one = entries[last] ?? 0;
			const other = entries[first + chance.below(last + 1 - first)] ?? 0;
			const held = answers[one] ?? 0;
			answers[one] = answers[other] ?? 0;
			answers[other] = held;
		}
	}
}
