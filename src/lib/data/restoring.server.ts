import * as answering from '../answers/restoring.server.ts';
import * as consultations from '../consultations/consultations.server.ts';
import * as opinion from '../opinion/opinion.server.ts';
import * as reports from '../reports/reports.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import { record } from '../server/journal/journal.server.ts';
import * as strategy from '../strategy/restoring.server.ts';
import { t } from '../texts/texts.ts';
import { entriesOf, BadArchive, type Archive, type Entry } from './archive.ts';
import { restoreComments } from './restoredComments.server.ts';
import { restoreContributions, type Place } from './restoredContributions.server.ts';
import { restoreResults } from './restoredResults.server.ts';
import { restoreParticipation } from './restoredParticipation.server.ts';

/** How much there is of everything. */
export interface Counted {
	contributions: number;
	comments: number;
	documents: number;
	results: number;
}

export function countOf({ beitraege, kommentare, dokumente, ergebnisse }: Archive): Counted {
	return {
		contributions: beitraege.length,
		comments: kommentare.length,
		documents: dokumente.length,
		results: ergebnisse.length
	};
}

/**
 * Puts an edition back into an installation without any consultation, all of it or nothing. What open data does not
 * tell is not there afterwards: who wrote and voted, what was never public. Phases that are put back allow nothing.
 * Throws `BadArchive`.
 */
export async function restore(ctx: Ctx, archive: Archive): Promise<Counted> {
	return together(ctx, async (ctx) => {
		if ((await consultations.all(ctx)).length > 0) throw new BadArchive(t.data.restore.notEmpty);
		const places = await restoreFrame(ctx, archive);
		const proposals = await restoreContributions(ctx, archive, places);
		const versions = await restoreVersions(ctx, archive, places, proposals);
		await restoreAnswers(ctx, archive, proposals, versions);
		await restoreComments(ctx, archive, { places, proposals, versions });
		await restoreResults(ctx, archive, { places, versions });
		await restoreParticipation(ctx, archive, places);
		await restoreDocuments(ctx, archive, places, versions);
		await record(ctx, { verb: 'data.restored', subjectId: '' });
		return countOf(archive);
	});
}

/** Consultations with fields and phases, by their short names. */
async function restoreFrame(ctx: Ctx, archive: Archive): Promise<Map<string, Place>> {
	const of = (entries: Entry[], slug: string) => entries.filter((one) => one.text('verfahren') === slug);
	const [fields, phases] = [entriesOf(archive, 'handlungsfelder'), entriesOf(archive, 'phasen')];
	const places = new Map<string, Place>();
	for (const one of entriesOf(archive, 'verfahren')) {
		const slug = one.text('kurzname');
		const id = await consultations.establish(ctx, {
			...{ id: one.text('kennung'), slug, title: one.text('titel'), lead: one.text('einleitung') },
			position: one.number('stelle'),
			questions: one.text('fragen').split('\n').filter(Boolean),
			fields: of(fields, slug)
				.sort((a, b) => a.number('stelle') - b.number('stelle'))
				.map((field) => ({ slug: field.text('kurzname'), title: field.text('titel'), lead: field.text('einleitung') })),
			phases: of(phases, slug).map((phase) => ({
				kind: phase.key('art', t.consultations.phases),
				...{ beginsAt: phase.text('beginnt'), endsAt: phase.text('endet'), actions: [] }
			}))
		});
		const made = await consultations.byId(ctx, id);
		places.set(slug, {
			id,
			fields: new Map(made.fields.map((field) => [field.title, field.id])),
			phases: new Map(made.phases.map((phase) => [t.consultations.phases[phase.kind], phase.id]))
		});
	}
	return places;
}

const documents = (archive: Archive, kind: keyof typeof t.data.documents) =>
	entriesOf(archive, 'dokumente').filter((one) => one.key('art', t.data.documents) === kind);

/** Consultation by consultation: each has its own chain of versions. */
async function restoreVersions(
	ctx: Ctx,
	archive: Archive,
	places: ReadonlyMap<string, Place>,
	proposals: ReadonlyMap<number, string>
): Promise<strategy.Restored> {
	const all: strategy.Restored = { versions: new Map(), points: new Map(), wordings: new Map() };
	for (const [slug, { fields }] of places) {
		const texts = documents(archive, 'version').filter((one) => one.text('verfahren') === slug);
		const known = { fields, proposals };
		const one = await strategy.restore(
			ctx,
			texts.map((text) => text.text('text')),
			known
		);
		for (const [number, version] of one.versions) all.versions.set(number, version);
		for (const [number, id] of one.points) all.points.set(number, id);
		for (const [name, id] of one.wordings) all.wordings.set(name, id);
	}
	return all;
}

async function restoreAnswers(
	ctx: Ctx,
	archive: Archive,
	proposals: ReadonlyMap<number, string>,
	{ versions }: strategy.Restored
): Promise<void> {
	const answered = entriesOf(archive, 'beitraege').filter((one) => one.textOrNull('verbleib') !== null);
	const rows = answered.map((one) => ({
		proposalId: one.known(proposals, one.number('nummer')),
		versionId: one.known(versions, one.number('antwort_mit_fassung')).id,
		disposition: one.key('verbleib', t.answers.dispositions),
		reason: one.text('begruendung'),
		responsible: one.textOrNull('zustaendig')
	}));
	await answering.restore(ctx, rows, new Map([...versions.values()].map(({ id, publishedAt }) => [id, publishedAt])));
}

async function restoreDocuments(
	ctx: Ctx,
	archive: Archive,
	places: ReadonlyMap<string, Place>,
	{ versions }: strategy.Restored
): Promise<void> {
	for (const one of documents(archive, 'landscape')) {
		await opinion.restore(ctx, one.known(places, one.text('verfahren')).id, one.text('text'));
	}
	const rested = new Map(
		entriesOf(archive, 'berichte').map((one) => [one.number('nummer'), one.numberOrNull('fassung')])
	);
	for (const one of documents(archive, 'report')) {
		const version = rested.get(one.number('nummer')) ?? null;
		await reports.restore(ctx, {
			consultationId: one.known(places, one.text('verfahren')).id,
			versionId: version === null ? null : one.known(versions, version).id,
			...{ publishedAt: one.noon('veroeffentlicht'), frozen: one.text('text') }
		});
	}
}
