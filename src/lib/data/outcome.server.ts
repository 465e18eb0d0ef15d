import * as reports from '../reports/reports.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { fill, t } from '../texts/texts.ts';
import type { ShownRound, ShownRow } from '../votes/disclosure.ts';
import * as votes from '../votes/votes.server.ts';
import { day, yesNo } from './contributions.server.ts';
import type { RowOf } from './dataset.ts';
import { versions } from './versions.server.ts';

const address = (ctx: Ctx, path: string) => `${ctx.house.config.origin}${path}`;

export async function* fassungen(ctx: Ctx): AsyncGenerator<RowOf<'fassungen'>[]> {
	for await (const { points, numbers, ...one } of versions(ctx)) {
		yield [
			{
				nummer: one.number,
				titel: one.title,
				art: t.strategy.kinds[one.kind],
				veroeffentlicht: day(one.publishedAt),
				punkte: points.length,
				beitraege: numbers?.contributions ?? null,
				beantwortet: numbers?.answered ?? null,
				offen: numbers?.unanswered ?? null,
				pruefsumme: one.digest,
				adresse: address(ctx, `/fassungen/${one.number}`)
			}
		];
	}
}

export async function* punkte(ctx: Ctx): AsyncGenerator<RowOf<'punkte'>[]> {
	for await (const version of versions(ctx)) {
		yield version.points.map((point) => ({
			punkt: point.number,
			fassung: version.number,
			position: point.position,
			handlungsfeld: point.field,
			titel: point.title,
			text: point.body,
			anmerkung: point.editorialNote,
			adresse: address(ctx, `/fassungen/${version.number}#punkt-${point.number}`)
		}));
	}
}

export async function* quellen(ctx: Ctx): AsyncGenerator<RowOf<'quellen'>[]> {
	for await (const version of versions(ctx)) {
		yield version.points.flatMap((point) =>
			point.sources.map((source) => ({
				fassung: version.number,
				punkt: point.number,
				beitrag: source.proposalNumber,
				verhaeltnis: t.strategy.relations[source.relation],
				anmerkung: source.note
			}))
		);
	}
}

interface Known {
	number: number;
	/** The versions each wording stands in. */
	wordings: Map<string, number[]>;
}

/** What the pages show, group by group: the same figures, the same held back. */
export async function* ergebnisse(ctx: Ctx): AsyncGenerator<RowOf<'ergebnisse'>[]> {
	const known = new Map<string, Known>();
	for await (const version of versions(ctx)) {
		for (const { pointId, number, wordingId } of version.points) {
			const point = known.get(pointId) ?? { number, wordings: new Map<string, number[]>() };
			point.wordings.set(wordingId, [...(point.wordings.get(wordingId) ?? []), version.number]);
			known.set(pointId, point);
		}
	}
	for (const [pointId, point] of known) {
		const rounds = (await votes.published(ctx, [pointId])).get(pointId) ?? [];
		yield rounds.flatMap((round) => results(point, round));
	}
}

function results({ number, wordings }: Known, round: ShownRound): RowOf<'ergebnisse'>[] {
	return [...round.persons, ...round.organisations].map((row) => ({
		punkt: number,
		fassungen: (wordings.get(round.wordingId) ?? []).join(', '),
		phase: t.consultations.phases[round.phaseKind],
		gruppe: t.people.groups[row.group],
		wer: t.data.standing[row.standing],
		...figures(row),
		aufgeschrieben: recordedOf(row, round),
		stand: day(round.at)
	}));
}

/** How many of a group's votes a helper wrote down, as the pages show it. */
function recordedOf({ group, standing }: ShownRow, { hands }: ShownRound): number | null {
	return standing === 'person' ? (hands.find((one) => one.group === group)?.recorded ?? null) : null;
}

function figures(row: ShownRow) {
	if (row.state !== 'counted') {
		const nobody = row.state === 'none' ? 0 : null;
		const counts = { stimmen: nobody, zustimmung: nobody, weiss_nicht: nobody, ablehnung: nobody };
		return { ...counts, mindestens: null, zurueckgehalten: yesNo(row.state === 'few') };
	}
	const { n, agree, pass, disagree, mostly } = row;
	const share = mostly && Math.round(mostly.share * 100);
	return {
		stimmen: n,
		zustimmung: agree,
		weiss_nicht: pass,
		ablehnung: disagree,
		mindestens: mostly && fill(t.data.atLeast, { share: share ?? 0, choice: t.data.choices[mostly.choice] }),
		zurueckgehalten: yesNo([agree, pass, disagree].includes(null))
	};
}

export async function* berichte(ctx: Ctx): AsyncGenerator<RowOf<'berichte'>[]> {
	yield (await reports.list(ctx)).map((one) => ({
		nummer: one.number,
		titel: one.title,
		veroeffentlicht: day(one.publishedAt),
		fassung: one.versionNumber,
		pruefsumme: one.digest,
		adresse: address(ctx, `/berichte/${one.number}`)
	}));
}
