import { groupLeast } from '#lib/opinion/stability/stability.ts';
import type { Analysis, Wish } from '#lib/opinion/analysis.ts';
import type { Characteristic } from '#lib/opinion/characteristic.ts';
import { bridging, everybody } from '#lib/opinion/figures.ts';
import type { Matrix } from '#lib/opinion/matrix.ts';
import type { Export } from '#lib/opinion/polis/polis.ts';
import { votesLeast } from '#lib/opinion/components/projection.ts';

export interface Told {
	from: Export;
	matrix: Matrix;
	analysis: Analysis;
	/** What the groups are called. */
	labels: readonly (number | string)[];
	wish: Wish;
}

const SHOWN = 5;
const TEXT_MAX = 110;
const percent = (share: number) => `${Math.round(100 * share)} %`;
/** Of what is surely exceeded: never more than is sure. */
const atLeast = (share: number) => `${Math.floor(100 * share + 1e-9)} %`;
const people = (n: number) => (n === 1 ? '1 person' : `${n} people`);

/** What stands on the shell: the result in sentences. */
export function tell(told: Told): string[] {
	return [...whatWasRead(told), '', ...groups(told), '', ...apart(told), ...bridges(told)];
}

function whatWasRead({ from: { figures }, matrix, analysis }: Told): string[] {
	const included = analysis.sizes.reduce((sum, size) => sum + size, 0);
	const out =
		figures.moderatedOut === null
			? 'how many were moderated out is not known'
			: `${figures.moderatedOut} moderated out`;
	const wrote = figures.commenters === null ? [] : [`${people(figures.commenters)} wrote statements.`];
	return [
		`${people(figures.people)} voted, ${figures.statements} statements (${out}), ${figures.votes} votes.`,
		...wrote,
		`${people(included)} voted often enough to be grouped: on at least ${votesLeast(matrix)} statements.`
	];
}

function groups({ analysis, labels, wish }: Told): string[] {
	const { k, stable, sizes, trials } = analysis;
	const included = sizes.reduce((sum, size) => sum + size, 0);
	const listed = sizes.map((size, group) => `  Group ${labels[group]}: ${people(size)}`);
	const figures = soundness(analysis);
	// Where all stand at one place nothing was divided.
	const tried = trials.filter((trial) => trial.k > 1).map(attempt);
	const verdict = `Verdict: ${VERDICT[analysis.verdict]}${analysis.cause ? `: ${CAUSE[analysis.cause]}` : ''}.`;
	if (k === 0) return ['There is nobody who could be grouped.', verdict];
	const missing = wish.k !== undefined && wish.k > k ? [`There are only ${k} different positions: ${k} groups.`] : [];
	if (wish.groups || wish.k !== undefined) {
		const head = wish.groups ? `${k} published groups` : `${k} groups, as asked for`;
		return [...missing, `${head}, ${stable ? 'stable' : 'NOT surely stable'}.`, verdict, ...figures, ...listed];
	}
	const least = `No group may have fewer than ${people(Math.ceil(groupLeast(included)))}.`;
	const all = tried.length > 0 ? [`Tried: ${tried.join('; ')}. ${least}`] : [];
	if (stable) return [`${k} stable groups.`, verdict, ...figures, ...all, ...listed];
	const head = analysis.verdict === 'none' ? 'There are no stable groups.' : 'Whether there are groups cannot be told.';
	return [`${head} All figures are about everybody together.`, verdict, ...figures, ...all];
}

function attempt({ k, smallest, stability, standardError }: Analysis['trials'][number]): string {
	const figure = `stability ${stability?.toFixed(3)} (standard error ${standardError?.toFixed(4)})`;
	return `${k} groups: smallest ${smallest}, ${stability === null ? 'too small' : figure}`;
}

/** What was computed, and nothing else. */
function soundness({ stability, standardError, draws, silhouette, byChance }: Analysis): string[] {
	const again =
		stability === null
			? []
			: [
					`Stability ${stability.toFixed(3)}, standard error ${(standardError ?? 0).toFixed(4)} (${draws} draws): surely at least 0.75 is stable.`
				];
	if (silhouette === null || byChance === null) return again;
	const { bound, standardError: error, runs, people } = byChance;
	const chance =
		bound === null
			? 'chance alone makes no groups that could be shown'
			: `95 of 100 divisions by chance stay below ${bound.toFixed(3)}, standard error ${error.toFixed(4)} (${runs} runs with ${people} people)`;
	return [...again, `Silhouette ${silhouette.toFixed(3)}; ${chance}.`];
}

const VERDICT = { stable: 'stable (stabil)', borderline: 'borderline (grenzwertig)', none: 'none (keine)' } as const;
const CAUSE = {
	unstable: 'other participants would give other groups',
	chance: 'chance alone makes groups as clear',
	small: 'every division has a group that is too small to be shown',
	few: 'there are too few people to look for groups',
	alike: 'all of them stand at the same place'
} as const;

function textOf({ matrix, from }: Told, column: number): string {
	const id = matrix.statements[column] ?? '';
	const text = (from.statements.get(id)?.body ?? '').replace(/\s+/g, ' ');
	return `[${id}] ${text.length > TEXT_MAX ? `${text.slice(0, TEXT_MAX)}…` : text}`.trimEnd();
}

function apart(told: Told): string[] {
	const { analysis, labels } = told;
	return analysis.sizes.flatMap((_, group) => {
		const own = analysis.characteristic.filter((one) => one.group === group).slice(0, SHOWN);
		if (own.length === 0) return [];
		return [`Characteristic of group ${labels[group]}:`, ...own.map((one) => `  ${said(told, one)}`), ''];
	});
}

function said(told: Told, { column, direction, share, others }: Characteristic): string {
	return `${percent(share)} ${direction} (others ${percent(others)}): ${textOf(told, column)}`;
}

function bridges(told: Told): string[] {
	const several = told.analysis.k > 1;
	const all = several ? told.analysis.bridging : bridging(everybody(told.matrix), told.matrix);
	const best = all.filter(({ minLowerBound }) => minLowerBound > 0.5).slice(0, SHOWN);
	if (best.length === 0) return [`No point is surely agreed on by more than half${several ? ' of every group' : ''}.`];
	const lines = best.map(({ column, minLowerBound, gic }) => {
		const whom = several ? ` in every group, consensus ${gic.toFixed(2)}` : '';
		return `  surely at least ${atLeast(minLowerBound)} agree${whom}: ${textOf(told, column)}`;
	});
	return [several ? 'Points that build bridges:' : 'Points that surely more than half agree on:', ...lines];
}
