import * as consultations from '../../consultations/consultations.server.ts';
import * as corrections from '../../corrections/corrections.server.ts';
import * as promises from '../../promises/promises.server.ts';
import * as reports from '../../reports/reports.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import type { ShownRound, ShownRow } from '../../votes/results/publishedResult.ts';
import * as votes from '../../votes/votes.server.ts';
import { day } from './contributions.server.ts';
import type { RowOf } from '../dataset.ts';
import { versions } from './versions.server.ts';

const address = (ctx: Ctx, path: string) => `${ctx.app.config.origin}${path}`;

export async function* fassungen(ctx: Ctx): AsyncGenerator<RowOf<'fassungen'>[]> {
	for await (const { points, numbers, ...one } of versions(ctx)) {
		yield [
			{
				nummer: one.number,
				titel: one.title,
				art: one.kind,
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
	const fields = (await consultations.all(ctx)).flatMap((one) => one.allFields);
	const slugs = new Map(fields.map(({ id, slug }) => [id, slug]));
	for await (const version of versions(ctx)) {
		yield version.points.map((point) => ({
			punkt: point.number,
			fassung: version.number,
			position: point.position,
			handlungsfeld: slugs.get(point.fieldId) ?? null,
			handlungsfeld_label: point.field,
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
				verhaeltnis: source.relation,
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

/** Every point of every version, with the versions its wordings stand in. */
async function pointsOf(ctx: Ctx): Promise<Map<string, Known>> {
	const known = new Map<string, Known>();
	for await (const version of versions(ctx)) {
		for (const { pointId, number, wordingId } of version.points) {
			const point = known.get(pointId) ?? { number, wordings: new Map<string, number[]>() };
			point.wordings.set(wordingId, [...(point.wordings.get(wordingId) ?? []), version.number]);
			known.set(pointId, point);
		}
	}
	return known;
}

/** How organisations stand to each wording, by name: open, so nothing is held back. */
export async function* positionen(ctx: Ctx): AsyncGenerator<RowOf<'positionen'>[]> {
	for (const [pointId, { number, wordings }] of await pointsOf(ctx)) {
		const rounds = (await votes.positionsOn(ctx, [pointId])).get(pointId) ?? [];
		yield rounds.flatMap(({ wordingId, phaseSlug, phaseTitle, positions }) =>
			positions.map(({ organisation, choice, since }) => ({
				punkt: number,
				fassungen: (wordings.get(wordingId) ?? []).join(', '),
				phase: phaseSlug,
				phase_label: phaseTitle,
				...{ organisation, wahl: choice, seit: day(since) }
			}))
		);
	}
}

/** What the pages show, group by group: the same figures, the same held back. */
export async function* ergebnisse(ctx: Ctx): AsyncGenerator<RowOf<'ergebnisse'>[]> {
	for (const [pointId, point] of await pointsOf(ctx)) {
		const rounds = (await votes.published(ctx, [pointId])).get(pointId) ?? [];
		yield rounds.flatMap((round) => results(point, round));
	}
}

function results({ number, wordings }: Known, round: ShownRound): RowOf<'ergebnisse'>[] {
	return [...round.persons, ...round.organisations].map((row) => ({
		punkt: number,
		fassungen: (wordings.get(round.wordingId) ?? []).join(', '),
		phase: round.phaseSlug,
		phase_label: round.phaseTitle,
		gruppe: row.group,
		wer: row.standing,
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
		return { ...counts, mindestens_prozent: null, mindestens_wahl: null, zurueckgehalten: row.state === 'few' };
	}
	const { n, agree, pass, disagree, mostly } = row;
	return {
		stimmen: n,
		zustimmung: agree,
		weiss_nicht: pass,
		ablehnung: disagree,
		mindestens_prozent: mostly && Math.round(mostly.share * 100),
		mindestens_wahl: mostly && mostly.choice,
		zurueckgehalten: [agree, pass, disagree].includes(null)
	};
}

export async function* berichte(ctx: Ctx): AsyncGenerator<RowOf<'berichte'>[]> {
	yield (await reports.list(ctx)).map((one) => ({
		nummer: one.number,
		titel: one.title,
		veroeffentlicht: day(one.publishedAt),
		fassung: one.versionNumber,
		pruefsumme: one.digest,
		zurueckgezogen: day(one.withdrawnAt),
		nachfolger: one.successor,
		adresse: address(ctx, `/berichte/${one.number}`)
	}));
}

/** What was corrected, blackened or withdrawn after publication, oldest first. */
export async function* nachtraege(ctx: Ctx): AsyncGenerator<RowOf<'nachtraege'>[]> {
	const slugs = new Map((await consultations.all(ctx)).map(({ id, slug }) => [id, slug]));
	yield (await corrections.addenda(ctx)).reverse().map((one) => ({
		nummer: one.number,
		verfahren: slugs.get(one.consultation) ?? '',
		art: one.kind,
		zu_art: one.target.kind,
		zu_nummer: one.target.number,
		titel: one.title,
		stelle: one.correction?.place ?? null,
		alt: one.correction?.old ?? null,
		neu: one.correction?.new ?? null,
		grund: one.reason,
		veroeffentlicht: day(one.publishedAt),
		nachfolger: one.successor,
		pruefsumme: one.digest,
		adresse: address(ctx, `/berichtigungen#nr-${one.number}`)
	}));
}

/** Everything that was said about how points stand, oldest first. */
export async function* umsetzung(ctx: Ctx): AsyncGenerator<RowOf<'umsetzung'>[]> {
	for (const { id, slug } of await consultations.all(ctx)) {
		yield (await promises.everything(ctx, id)).map((one) => ({
			verfahren: slug,
			punkt: one.point,
			stand: one.status,
			zustaendig: one.responsible,
			wieder_am: one.reviewOn,
			text: one.text || null,
			gemeldet: day(one.at),
			adresse: address(ctx, `/punkte/${one.point}#umsetzung`)
		}));
	}
}
