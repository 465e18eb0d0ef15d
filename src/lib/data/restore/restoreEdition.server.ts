import * as consultations from '../../consultations/consultations.server.ts';
import * as corrections from '../../corrections/corrections.server.ts';
import * as opinion from '../../opinion/opinion.server.ts';
import * as reports from '../../reports/reports.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import { transaction } from '../../server/db/transaction.ts';
import { record } from '../../server/journal/journal.server.ts';
import * as strategy from '../../strategy/restore/restoreVersions.server.ts';
import { t } from '../../texts/texts.ts';
// What comes in here was held against its digests by `readArchive` already.
import { entriesOf, BadArchive, type Archive, type Entry } from './editionFiles.ts';
import { CODES } from '../sets/columns/codes.ts';
import type { Slug } from '../sets/columns/columns.ts';
import { restoreAmendments } from './restoredAmendments.server.ts';
import { restoreAnnounced } from './restoredAnnounced.server.ts';
import { restoreComments } from './restoredComments.server.ts';
import { restoreContributions, type Place } from './restoredContributions.server.ts';
import { restoreResults } from './restoredResults.server.ts';
import { restoreHappened, restoreMeetings } from './restoredChronicle.server.ts';
import { restoreParticipation } from './restoredParticipation.server.ts';
import { restoreProgress } from './restoredProgress.server.ts';
import * as answering from '../../answers/restoreAnswers.server.ts';

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
	return transaction(ctx, async (ctx) => {
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
		await corrections.restore(ctx, addenda(archive));
		await restoreMeetings(ctx, archive, { places, versions });
		await restoreAnnounced(ctx, archive, places);
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
		const input = {
			...{ id: one.text('kennung'), slug, title: one.text('titel'), lead: one.text('einleitung') },
			questions: one.text('fragen').split('\n').filter(Boolean),
			fields: of(fields, slug)
				.sort((a, b) => a.number('stelle') - b.number('stelle'))
				.map((field) => ({ slug: field.text('kurzname'), title: field.text('titel'), lead: field.text('einleitung') })),
			phases: of(phases, slug).map((phase) => ({
				...{ slug: phase.text('art'), title: phase.text('art_label') },
				...{ asks: phase.text('fragt'), answerBy: phase.textOrNull('antwort_bis') },
				...{ beginsAt: phase.text('beginnt'), endsAt: phase.text('endet'), actions: [] }
			}))
		};
		const id = await consultations.restore(ctx, input, one.number('stelle'));
		const made = await consultations.byId(ctx, id);
		const slugs = new Map(made.fields.map((field) => [field.slug, field.id]));
		places.set(slug, {
			id,
			fields: titlesOf(of(fields, slug), slugs),
			slugs,
			phases: new Map(made.phases.map((phase) => [phase.slug, phase.id]))
		});
	}
	return places;
}

/** Fields by what they are called, and by what versions called them before; today's name goes first. */
function titlesOf(fields: readonly Entry[], slugs: ReadonlyMap<string, string>): Map<string, string> {
	const former = fields.flatMap((field) =>
		field
			.text('fruehere_titel')
			.split('\n')
			.map((title) => [title, field] as const)
	);
	const known = [...former, ...fields.map((field) => [field.text('titel'), field] as const)];
	return new Map(known.map(([title, field]) => [title, field.known(slugs, field.text('kurzname'))]));
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
		const one = await strategy.restore(ctx, texts.map(sealedAs(archive, 'version')), { fields, proposals });
		for (const [number, version] of one.versions) all.versions.set(number, version);
		for (const [number, id] of one.points) all.points.set(number, id);
		for (const [name, id] of one.wordings) all.wordings.set(name, id);
	}
	return all;
}

const addenda = (archive: Archive) => documents(archive, 'addendum').map((one) => one.text('text'));

/** A text as it was published, what its digest was before words were blacked out in it, and as addenda have made it. */
function sealedAs(archive: Archive, kind: 'version' | 'report') {
	const digests = corrections.digestsAtFirst(addenda(archive));
	const entries = documents(archive, `${kind}Now`);
	const now = new Map(entries.map((one) => [one.number('nummer'), one.text('text')]));
	return (one: Entry) => {
		const number = one.number('nummer');
		const digest = digests.get(`${kind} ${number}`) ?? null;
		return { frozen: one.text('text'), digest, textNow: now.get(number) ?? null };
	};
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
	const sealed = sealedAs(archive, 'report');
	for (const one of documents(archive, 'report')) {
		const version = rested.get(one.number('nummer')) ?? null;
		await reports.restore(ctx, {
			consultationId: one.known(places, one.text('verfahren')).id,
			versionId: version === null ? null : one.known(versions, version).id,
			...{ publishedAt: one.noon('veroeffentlicht'), ...sealed(one) }
		});
	}
}

/** The newest answer to each contribution. */
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
		disposition: one.code('verbleib', CODES.disposition),
		reason: one.text('begruendung'),
		responsible: one.textOrNull('zustaendig')
	}));
	await answering.restore(ctx, rows, new Map([...versions.values()].map(({ id, publishedAt }) => [id, publishedAt])));
}
