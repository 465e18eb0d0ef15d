import { z } from 'zod';
import type { ShownRound } from './publishedResult.ts';
import type { Position } from '../positions/position.ts';
import { byBridge, type Word } from '../summary/summary.ts';

/** A point that stands now, with what everybody may see of the votes on its wording. */
export interface Surveyed {
	number: number;
	title: string;
	fieldSlug: string;
	field: string;
	/** null: nothing is published yet. */
	round: ShownRound | null;
	/** How many earlier rounds its page tells of: older wordings, former phases. */
	older: number;
	/** How organisations stand to its wording, by name. */
	positions: readonly Position[];
}

/** The words of a result in the order of the page, as they stand in its address. */
const VERDICTS = {
	geteilt: 'shared',
	tendenz: 'tendency',
	strittig: 'contested',
	gemischt: 'mixed',
	offen: 'open'
} as const satisfies Record<string, Word>;
export type PointVerdict = keyof typeof VERDICTS;
export const VERDICT_NAMES = ['geteilt', 'tendenz', 'strittig', 'gemischt', 'offen'] as const;

/** Points on a page: each has charts, and a page has to stay light. */
export const ON_A_PAGE = 12;

/** From the address, which may say anything. */
export const OverviewQuery = z.object({
	feld: z.string().max(80).optional().catch(undefined),
	ergebnis: z.enum(VERDICT_NAMES).optional().catch(undefined),
	nach: z.coerce.number().int().optional().catch(undefined),
	/** Figures stand behind their point; `alle` opens every one, for paper and for whoever wants to compare. */
	zahlen: z.literal('alle').optional().catch(undefined)
});
export type OverviewInput = z.output<typeof OverviewQuery>;

export function verdictOn({ round }: Surveyed): PointVerdict {
	const word = round?.summary.word ?? 'open';
	return VERDICT_NAMES.find((name) => VERDICTS[name] === word) ?? 'offen';
}

export interface Overview {
	/** How many points have each verdict, in this field. */
	counts: Readonly<Record<PointVerdict, number>>;
	points: Surveyed[];
	/** The last number of this page when there are more. */
	next: number | null;
}

/** What all groups share comes first, the surest first; the rest in the order of the document, what is open last. */
export function overview(all: readonly Surveyed[], { feld, ergebnis, nach }: OverviewInput): Overview {
	const inField = all.filter((point) => feld === undefined || point.fieldSlug === feld);
	const of = (verdict: PointVerdict) => inField.filter((point) => verdictOn(point) === verdict);
	const chosen = VERDICT_NAMES.filter((name) => ergebnis === undefined || name === ergebnis).flatMap((name) =>
		name === 'geteilt' || name === 'tendenz' ? of(name).sort(surest) : of(name)
	);
	const from = nach === undefined ? 0 : chosen.findIndex(({ number }) => number === nach) + 1;
	const points = chosen.slice(from, from + ON_A_PAGE);
	const next = from + ON_A_PAGE < chosen.length ? (points.at(-1)?.number ?? null) : null;
	const counts = {
		...{ geteilt: of('geteilt').length, tendenz: of('tendenz').length, strittig: of('strittig').length },
		...{ gemischt: of('gemischt').length, offen: of('offen').length }
	};
	return { counts, points, next };
}

function surest(one: Surveyed, other: Surveyed): number {
	return one.round && other.round ? byBridge(one.round.summary, other.round.summary) : 0;
}
