import * as consultations from '../consultations/consultations.server.ts';
import * as opinion from '../opinion/opinion.server.ts';
import * as reports from '../reports/reports.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { together } from '../server/db/together.ts';
import { record } from '../server/journal/journal.server.ts';
import * as strategy from '../strategy/restoring.server.ts';
import { t } from '../texts/texts.ts';
import { entriesOf, BadArchive, type Archive, type Entry } from './archive.ts';
import { CODES } from './codes.ts';
import type { Slug } from './columns.ts';
import { restoreAnswers } from './restoredAnswers.server.ts';
import { restoreAmendments } from './restoredAmendments.server.ts';
import { restoreComments } from './restoredComments.server.ts';
import { restoreContributions, type Place } from './restoredContributions.server.ts';
import { restoreResults } from './restoredResults.server.ts';
import { restoreHappened, restoreMeetings } from './restoredHappened.server.ts';
import { restoreParticipation } from './restoredParticipation.server.ts';
import { restoreProgress } from './restoredProgress.server.ts';

/** How much there is of everything. */
export interface Counted {
	contributions: number;
	comments: number;
	documents: number;
	results: number;
}

export function countOf(archive: Archive): Counted {
	const count = (slug: Slug) => archive.get(slug)?.length ?? 0;
	return {
		contributions: count('beitraege'),
		comments: count('kommentare'),
		documents: count('dokumente'),
		results: count('ergebnisse')
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
		const amendments = await restoreAmendments(ctx, archive, { places, versions });
		await restoreComments(ctx, archive, { places, proposals, versions, amendments });
		await restoreResults(ctx, archive, { places, versions });
		await restoreParticipation(ctx, archive, places);
		await restoreDocuments(ctx, archive, places, versions);
		await restoreProgress(ctx, archive, { places, versions });
		await restoreMeetings(ctx, archive, { places, versions });
		await restoreHappened(ctx, archive, places);
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
				kind: phase.code('art', CODES.phase),
				...{ beginsAt: phase.text('beginnt'), endsAt: phase.text('endet'), actions: [] }
			}))
		});
		const made = await consultations.byId(ctx, id);
		places.set(slug, {
			id,
			fields: new Map(made.fields.map((field) => [field.title, field.id])),
			slugs: new Map(made.fields.map((field) => [field.slug, field.id])),
			phases: new Map(made.phases.map((phase) => [phase.kind, phase.id]))
		});
	}
	return places;
}

const documents = (archive: Archive, kind: keyof typeof CODES.document) =>
	entriesOf(archive, 'dokumente').filter((one) => one.code('art', CODES.document) === kind);

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
