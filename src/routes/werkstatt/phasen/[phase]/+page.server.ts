import { z } from 'zod';
import * as consultations from '#lib/consultations/consultations.server.ts';
import { BALLOT_ACTIONS, type Phase } from '#lib/consultations/consultation.ts';
import {
	changeInAddress,
	daysOf,
	groupsBox,
	keysGoAt,
	mayRemovePhase,
	PhaseChangeForm,
	PhaseWordsForm,
	type PhaseInput
} from '#lib/consultations/phases/phases.ts';
import { mayManageProcess } from '#lib/consultations/process.ts';
import { seenMark } from '#lib/editState.ts';
import { act, preview, showing } from '#lib/server/http/forms/act.ts';
import { explain } from '#lib/texts/texts.ts';
import type { Ctx } from '#lib/server/ctx.ts';

const addressOf = (form: PhaseInput) =>
	changeInAddress({ ...daysOf(form), actions: form.actions, groups: form.groups });

/** By the names of the form's fields. */
function textOf(phase: Phase) {
	const boxes = phase.actions.map((action) => [groupsBox(action), [...(phase.groups?.[action] ?? [])]] as const);
	return { ...daysOf(phase), actions: [...phase.actions], ...Object.fromEntries(boxes) };
}

async function wordsOf(ctx: Ctx, phase: Phase) {
	if (!mayManageProcess(ctx.person).ok) return null;
	const { title, asks, answerBy, peerGroup } = consultations.process.phaseWordsState(phase);
	const uses = await consultations.process.usesOfPhase(ctx, phase.id);
	return {
		text: { title, asks, answerBy: answerBy ?? '', peerGroup },
		seen: seenMark({ title, asks, answerBy, peerGroup }),
		whyNotRemove: explain(mayRemovePhase(phase, uses, ctx.now))
	};
}

export const load = async ({ locals: { ctx }, params }) => {
	const { consultation, phase } = await showing(consultations.managedPhase(ctx, params.phase));
	return {
		title: consultation.title,
		name: phase.title,
		asks: phase.asks ?? '',
		/** null: whoever asks may only move it. */
		words: await wordsOf(ctx, phase),
		sealedAt: phase.ballotsSealedAt ?? null,
		/** Until when a wrong end can be corrected; null: it runs, or nobody could vote. */
		correctUntil:
			phase.endsAt <= ctx.now && BALLOT_ACTIONS.some((action) => phase.actions.includes(action))
				? keysGoAt(phase, ctx.app.config.graceHours)
				: null,
		seen: seenMark(consultations.phaseState(phase)),
		graceHours: ctx.app.config.graceHours,
		text: textOf(phase)
	};
};

export const actions = {
	dates: (event) =>
		act(event, PhaseChangeForm, async (ctx, { seen, ...form }) => {
			await consultations.expectPhase(ctx, event.params.phase, seen);
			const { consequences } = await consultations.plannedChange(ctx, event.params.phase, form);
			if (consequences.length > 0) return `/werkstatt/phasen/${event.params.phase}/${addressOf(form)}`;
			await consultations.changeSeenPhase(ctx, event.params.phase, form, seen);
			return '/werkstatt/phasen?ok=phaseChanged';
		}),
	/** What would be otherwise, and what follows from it: the page on which it is confirmed. */
	previewDates: (event) =>
		act(event, PhaseChangeForm, async (ctx, { seen, ...form }) => {
			await consultations.expectPhase(ctx, event.params.phase, seen);
			await consultations.plannedChange(ctx, event.params.phase, form);
			return `/werkstatt/phasen/${event.params.phase}/${addressOf(form)}`;
		}),
	words: (event) =>
		act(event, PhaseWordsForm, async (ctx, form) => {
			await consultations.process.changePhaseWords(ctx, event.params.phase, form);
			return '/werkstatt/phasen?ok=phaseChanged';
		}),
	/** What would be said otherwise; nothing is saved. */
	preview: (event) =>
		preview(event, PhaseWordsForm, (ctx, form) =>
			consultations.changedBy(ctx, () => consultations.process.changePhaseWords(ctx, event.params.phase, form))
		),
	remove: (event) =>
		act(event, z.object({}), async (ctx) => {
			await consultations.process.removePhase(ctx, event.params.phase);
			return '/werkstatt/phasen?ok=phaseRemoved';
		})
};
