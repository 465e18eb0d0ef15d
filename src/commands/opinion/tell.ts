import { groupLeast } from '#lib/opinion/stability.ts';
import type { Analysis, Wish } from '#lib/opinion/analysis.ts';
import type { Characteristic } from '#lib/opinion/characteristic.ts';
import type { Conversation } from '#lib/opinion/polis.ts';

export interface Told {
	conversation: Conversation;
	analysis: Analysis;
	/** What the groups are called. */
	labels: readonly (number | string)[];
	wish: Wish;
}

const SHOWN = 5;
const TEXT_MOST = 110;
const percent = (share: number) => `${Math.round(100 * share)} %`;
const people = (n: number) => (n === 1 ? '1 person' : `${n} people`);

/** What stands on the shell: the result in sentences. */
export function tell(told: Told): string[] {
	const { conversation, analysis } = told;
	return [...whatWasRead(conversation, analysis), '', ...groups(told), '', ...apart(told), ...bridges(told)];
}

function whatWasRead({ matrix, notes }: Conversation, { sizes }: Analysis): string[] {
	const zeroed = matrix.zeroed.reduce((sum, one) => sum + one, 0);
	const included = sizes.reduce((sum, size) => sum + size, 0);
	return [
		`${people(matrix.participants.length)}, ${matrix.statements.length} statements (${zeroed} moderated out), ${matrix.columns.length} votes.`,
		`${people(included)} voted often enough to be grouped.`,
		...notes
	];
}

function groups({ analysis, labels, wish }: Told): string[] {
	const { k, stable, stability, silhouette, byChance, sizes, trials } = analysis;
	if (k === 0) return ['There is nobody who could be grouped.'];
	const included = sizes.reduce((sum, size) => sum + size, 0);
	const listed = sizes.map((size, group) => `  Group ${labels[group]}: ${people(size)}`);
	const figures =
		trials.length === 0
			? 'There are too few people to look for groups.'
			: `Stability ${stability.toFixed(2)} (at least 0.75), silhouette ${silhouette.toFixed(2)} (chance alone: ${byChance.toFixed(2)}).`;
	const tried = trials.map(attempt);
	const missing = wish.k !== undefined && wish.k > k ? [`There are only ${k} different positions: ${k} groups.`] : [];
	if (wish.groups || wish.k !== undefined) {
		const head = wish.groups ? `${k} published groups` : `${k} groups, as asked for`;
		return [...missing, `${head}, ${stable ? 'stable' : 'NOT stable'}.`, figures, ...listed];
	}
	const least = `No group may have fewer than ${people(Math.ceil(groupLeast(included)))}.`;
	const all = tried.length > 0 ? [`Tried: ${tried.join('; ')}. ${least}`] : [];
	if (!stable) return ['There are no stable groups. All figures are about everybody together.', figures, ...all];
	return [`${k} stable groups.`, figures, ...all, ...listed];
}

function attempt({ k, smallest, stability }: Analysis['trials'][number]): string {
	return `${k} groups: smallest ${smallest}, ${stability === null ? 'too small' : `stability ${stability.toFixed(2)}`}`;
}

function textOf({ conversation }: Told, column: number): string {
	const id = conversation.matrix.statements[column] ?? '';
	const text = (conversation.statements.get(id)?.text ?? '').replace(/\s+/g, ' ');
	return `[${id}] ${text.length > TEXT_MOST ? `${text.slice(0, TEXT_MOST)}…` : text}`.trimEnd();
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
	const best = told.analysis.bridging.slice(0, SHOWN);
	if (best.length === 0) return [];
	const lines = best.map(({ column, minLowerBound, gic }) => {
		return `  at least ${percent(minLowerBound)} agree in every group, consensus ${gic.toFixed(2)}: ${textOf(told, column)}`;
	});
	return [told.analysis.k > 1 ? 'Points that build bridges:' : 'Points most people agree on:', ...lines];
}
