import { canonical, digestOf } from '../canonical.ts';
import * as consultations from '../consultations/consultations.server.ts';
import { lastInstant, type Consultation, type Phase } from '../consultations/consultation.ts';
import { retainedOf } from '../people/erasure/accountErasure.server.ts';
import { groupKeys } from '../people/groupNames.ts';
import { accountIdOf } from '../people/person.ts';
import { signedIn, type Ctx } from '../server/ctx.ts';
import { transaction } from '../server/db/transaction.ts';
import { newId } from '../server/ids.ts';
import { record } from '../server/journal/journal.server.ts';
import { isoDay } from '../texts/dates.ts';
import type { Instant } from '../time.ts';
import { found, obey, Refused, type Verdict } from '../verdict.ts';
import {
	AnswersRow,
	closesAt,
	isAsked,
	mayEvaluate,
	mayRecordEvaluation,
	type Answers,
	type EvaluationInput,
	type SheetInput
} from './evaluation.ts';
import { EvaluationResult, resultOf } from './result.ts';
import * as store from './store.server.ts';

function phaseCalled({ phases }: Consultation, slug: string): Phase {
	return found(
		phases.find((one) => one.slug === slug),
		'phase'
	);
}

async function factsOf(ctx: Ctx, phase: Phase, takingBack = false) {
	const computed = ((await store.roundOf(ctx.db, phase.id))?.computedAt ?? null) !== null;
	const since = ctx.person && (await retainedOf(ctx, accountIdOf(ctx.person))).since;
	return { person: ctx.person, phase, now: ctx.now, since, computed, takingBack };
}

/**
 * Says how the one who asks found a phase, in place of what she said before. The journal never hears of it. Refused:
 * evaluation…, signInFirst, staffTakesNoPart.
 */
export async function say(ctx: Ctx, slug: string, form: EvaluationInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const consultation = await consultations.current(ctx);
		const phase = phaseCalled(consultation, slug);
		const { id: personId, group } = obey(mayEvaluate(await factsOf(ctx, phase)));
		await store.open(ctx.db, phase.id, consultation.id);
		await store.put(ctx.db, {
			id: newId(),
			phaseId: phase.id,
			personId,
			recordedBy: null,
			group,
			...AnswersRow.parse(form)
		});
	});
}

/** Takes back what was said of a phase. Twice is once. */
export async function takeBack(ctx: Ctx, slug: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const phase = phaseCalled(await consultations.current(ctx), slug);
		const { id } = obey(mayEvaluate(await factsOf(ctx, phase, true)));
		await store.drop(ctx.db, phase.id, id);
	});
}

/** Counts a sheet of paper. Refused: roleMissing, evaluation…, notYourRecording. */
export async function recordSheet(ctx: Ctx, form: SheetInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const consultation = await consultations.current(ctx);
		const phase = phaseCalled(consultation, form.phase);
		obey(mayRecordEvaluation({ ...(await factsOf(ctx, phase)), group: form.group }));
		await store.open(ctx.db, phase.id, consultation.id);
		const said = { group: form.group, ...AnswersRow.parse(form) };
		const recordedBy = signedIn(ctx).id;
		const mine = await store.putSheet(ctx.db, { id: form.id, phaseId: phase.id, personId: null, recordedBy, ...said });
		if (!mine) throw new Refused('notYourRecording');
	});
}

/** Phases about which sheets can be typed in now, with how many the one who asks has typed in. */
export async function recordable(
	ctx: Ctx
): Promise<{ slug: string; title: string; closesAt: Instant; mine: number }[]> {
	const { id } = signedIn(ctx);
	const phases = ((await consultations.find(ctx))?.phases ?? []).filter((phase) => isAsked(phase, ctx.now));
	const counts = await Promise.all(phases.map((phase) => store.countRecorded(ctx.db, phase.id, id)));
	return phases.map((phase, place) => ({
		...{ slug: phase.slug, title: phase.title },
		...{ closesAt: closesAt(phase), mine: counts[place] ?? 0 }
	}));
}

/** A phase people are asked about now. */
export interface OpenEvaluation {
	slug: string;
	title: string;
	asks: string;
	closesAt: Instant;
	may: Verdict;
	/** What the one who asks has said. */
	mine: Answers | null;
}

/** Phases that people are asked about now, the one that ended last first. */
export async function openOnes(ctx: Ctx): Promise<OpenEvaluation[]> {
	const phases = ((await consultations.find(ctx))?.phases ?? []).filter((phase) => isAsked(phase, ctx.now));
	const said = ctx.person ? await store.ofPerson(ctx.db, ctx.person.id) : [];
	const all = await Promise.all(
		phases.map(async (phase): Promise<OpenEvaluation> => {
			const may = mayEvaluate(await factsOf(ctx, phase));
			const row = may.ok ? said.find((one) => one.phaseId === phase.id) : undefined;
			const { slug, title, asks = '' } = phase;
			const mine = row ? AnswersRow.parse(row) : null;
			return { slug, title, asks, closesAt: closesAt(phase), may: may.ok ? { ok: true } : may, mine };
		})
	);
	return all.sort((a, b) => (a.closesAt < b.closesAt ? 1 : -1));
}

/** For the one page: the phase by its short name. NotFound: nobody is asked about it now. */
export async function openOne(ctx: Ctx, slug: string): Promise<OpenEvaluation> {
	return found(
		(await openOnes(ctx)).find((one) => one.slug === slug),
		'phase'
	);
}

/** About how many phases the one who asks could still say something. */
export async function countWaiting(ctx: Ctx): Promise<number> {
	return (await openOnes(ctx)).filter(({ may, mine }) => may.ok && mine === null).length;
}

export interface PublishedEvaluation {
	result: EvaluationResult;
	computedAt: Instant;
	digest: string;
	frozen: string;
	consultationId: string;
}

/** What is frozen, the newest first. */
export async function published(ctx: Ctx): Promise<PublishedEvaluation[]> {
	const process = await consultations.find(ctx);
	if (!process) return [];
	return (await store.rounds(ctx.db, process.id)).flatMap(({ computedAt, body, digest }) =>
		computedAt !== null && body !== null && digest !== null
			? [
					{
						...{ computedAt, digest, frozen: body, consultationId: process.id },
						result: EvaluationResult.parse(JSON.parse(body))
					}
				]
			: []
	);
}

/** The frozen texts, numbered, the oldest first. */
export async function frozenTexts(ctx: Ctx) {
	return (await published(ctx)).toReversed().map(({ consultationId, computedAt, frozen }, place) => {
		return { number: place + 1, consultationId, publishedAt: computedAt, frozen };
	});
}

/** What is kept of one person, for themselves; only while it can still be told whose it is. */
export async function keptOf(ctx: Ctx, personId: string) {
	const titles = new Map((await consultations.find(ctx))?.phases.map(({ id, title }) => [id, title]));
	return (await store.ofPerson(ctx.db, personId)).map(({ phaseId, ...said }) => {
		return { phase: titles.get(phaseId) ?? '', ...AnswersRow.parse(said) };
	});
}

/** Somebody leaves, or no longer wants words of theirs to be evaluated. */
export async function forgetAllOf(ctx: Ctx, personId: string): Promise<void> {
	await store.forget(ctx.db, personId);
}

/**
 * A chore: asks about every phase that has ended, and freezes what was said once nothing is taken any more; then nobody can
 * tell who said what. Returns how many were frozen. A phase that nobody judged is frozen, too: that is told.
 */
export async function turn(ctx: Ctx): Promise<number> {
	const process = await consultations.find(ctx);
	if (!process) return 0;
	const known = new Map((await store.rounds(ctx.db, process.id)).map((round) => [round.phaseId, round]));
	let frozen = 0;
	for (const phase of process.phases) {
		const round = known.get(phase.id);
		if (!round && isAsked(phase, ctx.now)) await transaction(ctx, (ctx) => store.open(ctx.db, phase.id, process.id));
		if (round && round.computedAt === null && closesAt(phase) <= ctx.now && (await freeze(ctx, phase.id))) frozen++;
	}
	return frozen;
}

async function freeze(ctx: Ctx, phaseId: string): Promise<boolean> {
	return transaction(ctx, async (ctx) => {
		const process = await consultations.current(ctx);
		const phase = process.phases.find(({ id }) => id === phaseId);
		// Somebody else may have done it, or made the phase longer meanwhile.
		if (!phase || closesAt(phase) > ctx.now) return false;
		if ((await store.roundOf(ctx.db, phaseId))?.computedAt !== null) return false;
		const sheets = (await store.sheets(ctx.db, phaseId)).map((row) => ({ group: row.group, ...AnswersRow.parse(row) }));
		const until = isoDay(lastInstant({ endsAt: closesAt(phase) }));
		const body = canonical(resultOf({ phase, until }, sheets, groupKeys()));
		await store.seal(ctx.db, phaseId, { computedAt: ctx.now, body, digest: digestOf(body) });
		const details = { kind: phase.slug };
		await record(ctx, { verb: 'evaluations.published', subjectId: phaseId, consultationId: process.id, details });
		return true;
	});
}
