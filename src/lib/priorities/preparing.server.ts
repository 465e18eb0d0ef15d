import * as consultations from '../consultations/consultations.server.ts';
import type { Phase } from '../consultations/consultation.ts';
import { expectRevision } from '../editState.ts';
import type { Ctx } from '../server/ctx.ts';
import { nextNumbers } from '../server/db/counters.ts';
import { transaction } from '../server/db/transaction.ts';
import { record } from '../server/journal/journal.server.ts';
import * as strategy from '../strategy/strategy.server.ts';
import { found, obey, Refused } from '../verdict.ts';
import { FIRST_WEIGHTS, mayPrepare, mayReadPreparation, TICKS_LEAST, type Round, type RoundInput } from './priority.ts';
import { roundOf, roundsOf } from './rounds.server.ts';
import * as store from './store.server.ts';

async function phaseOf(ctx: Ctx, slug: string): Promise<{ consultationId: string; phase: Phase }> {
	const { id, phases } = await consultations.current(ctx);
	const phase = found(
		phases.find((one) => one.slug === slug),
		'phase'
	);
	return { consultationId: id, phase };
}

/**
 * Takes the measures of the newest published version into the round of a phase; those that were there already keep what
 * they cost. Refused: roleMissing, priorityFixed, priorityOver, phaseNever, priorityNoMeasures.
 */
export async function startRound(ctx: Ctx, slug: string): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { consultationId, phase } = await phaseOf(ctx, slug);
		const phaseId = phase.id;
		const round = await roundOf(ctx, phaseId);
		obey(mayPrepare({ person: ctx.person, phase, now: ctx.now, round }));
		const version = await strategy.latestHead(ctx, consultationId);
		const measures = version ? await strategy.measuresIn(ctx, version.id) : [];
		if (!version || measures.length < TICKS_LEAST)
			throw new Refused('priorityNoMeasures', { least: String(TICKS_LEAST) });
		if (round?.versionId === version.id) return;
		const known = new Map(round?.measures.map((one) => [one.measureId, one.costClass]));
		const weights = round?.weights ?? FIRST_WEIGHTS;
		await store.putRound(ctx.db, { phaseId, consultationId, versionId: version.id, weights });
		const first = await nextNumbers(ctx, 'ballot-box', measures.length);
		const rows = measures.map(({ id }, place) => ({
			...{ id: first + place, phaseId, versionId: version.id, measureId: id, number: place + 1 },
			costClass: known.get(id) ?? null
		}));
		await store.replaceMeasures(ctx.db, phaseId, rows);
		await note(ctx, phase, consultationId);
	});
}

/** Sets what measures cost and how much there is. Throws Stale when a colleague has changed it since the form was opened. */
export async function saveCosts(ctx: Ctx, slug: string, form: RoundInput): Promise<void> {
	await transaction(ctx, async (ctx) => {
		const { consultationId, phase } = await phaseOf(ctx, slug);
		const round = found(await roundOf(ctx, phase.id), 'round');
		obey(mayPrepare({ person: ctx.person, phase, now: ctx.now, round }));
		expectRevision('priorityRound', { seen: form.revision, now: round.revision }, textsOf(round));
		await store.setCosts(ctx.db, phase.id, form, form.classes);
		await note(ctx, phase, consultationId);
	});
}

/** By the names of the form's fields. */
function textsOf({ budget, weights, measures }: Round): Record<string, string> {
	const classes = measures.map(({ number, costClass }) => [`class-${number}`, costClass ?? ''] as const);
	const { small, medium, large } = weights;
	return {
		...{ budget: String(budget ?? ''), small: String(small), medium: String(medium), large: String(large) },
		...Object.fromEntries(classes)
	};
}

async function note(ctx: Ctx, { id, slug }: Phase, consultationId: string): Promise<void> {
	await record(ctx, { verb: 'priorities.prepared', subjectId: id, consultationId, details: { kind: slug } });
}

/** One phase with what is prepared for it, as the workshop shows it. For everybody else it is not found. */
export async function preparation(ctx: Ctx, slug: string) {
	obey(mayReadPreparation(ctx.person));
	const { phase } = await phaseOf(ctx, slug);
	const round = found(await roundOf(ctx, phase.id), 'round');
	const measures = new Map((await strategy.measuresIn(ctx, round.versionId)).map((one) => [one.id, one]));
	return {
		...{ phase, round, text: textsOf(round) },
		measures: round.measures.flatMap(({ number, measureId }) => {
			const measure = measures.get(measureId);
			return measure ? [{ ...measure, number }] : [];
		}),
		may: mayPrepare({ person: ctx.person, phase, now: ctx.now, round })
	};
}

/** Every phase in which measures are put in order, the newest first, with how far it is prepared. */
export async function preparations(ctx: Ctx) {
	obey(mayReadPreparation(ctx.person));
	const { id, phases } = await consultations.current(ctx);
	const rounds = new Map((await roundsOf(ctx, id)).map((round) => [round.phaseId, round]));
	const versions = await strategy.versions(ctx, id);
	const newest = versions[0] ?? null;
	const asking = phases.filter((phase) => phase.actions.includes('prioritise') || rounds.has(phase.id));
	return {
		newest: newest?.number ?? null,
		preparations: asking
			.map((phase) => {
				const round = rounds.get(phase.id) ?? null;
				return {
					...{ phase, round },
					versionNumber: versions.find((one) => one.id === round?.versionId)?.number ?? null,
					may: mayPrepare({ person: ctx.person, phase, now: ctx.now, round }),
					/** A newer version has come since. */
					outdated: round !== null && newest !== null && round.versionId !== newest.id
				};
			})
			.sort((a, b) => (a.phase.beginsAt < b.phase.beginsAt ? 1 : -1))
	};
}
