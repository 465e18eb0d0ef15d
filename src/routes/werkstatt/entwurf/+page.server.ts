import { z } from 'zod';
import * as amendments from '#lib/amendments/amendments.server.ts';
import * as consultations from '#lib/consultations/consultations.server.ts';
import * as proposals from '#lib/proposals/proposals.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { HeadForm, mayDraft, mayReadDraft } from '#lib/strategy/drafts/draft.ts';
import { DraftMarks, draftMarks } from '#lib/strategy/drafts/draftMarks.ts';
import { isBare } from '#lib/strategy/points/point.ts';
import * as strategy from '#lib/strategy/strategy.server.ts';
import { summaryText } from '#lib/strategy/versions/changeText.ts';
import type { Version } from '#lib/strategy/versions/version.ts';
import { obey } from '#lib/verdict.ts';
import { saved } from './saved.ts';

const desk = '/werkstatt/entwurf';

async function board(ctx: Ctx, draft: Version, writing: boolean) {
	const former = await strategy.since(ctx, draft);
	const all = await proposals.inScope(ctx, draft.consultationId);
	const sourced = await strategy.sourcedIn(ctx, draft.id, all);
	const hands = await strategy.editLocksIn(ctx, draft.id);
	const names = [...new Set(draft.points.map((point) => point.field))];
	const place = (number: number, to: number, size: number) =>
		writing && to >= 1 && to <= size ? `${number}:${to}` : null;
	return {
		number: draft.number,
		title: draft.title,
		marks: { version: draft.id, revision: draft.revision },
		head: { title: draft.title, kind: draft.kind, preamble: draft.preamble, easy: draft.easy },
		since: former && { number: former.number, told: summaryText(former.summary) },
		lacking: draft.points.filter(isBare).length,
		unsourced: all.length - sourced.size,
		fields: names.map((field) => ({
			title: field,
			points: draft.points
				.filter((point) => point.field === field)
				.map(({ number, title, pointId, sources, editorialNote }, index, { length }) => ({
					...{ number, title, sources: sources.length, noted: editorialNote !== null },
					fate: former?.fates.get(pointId) ?? null,
					hand: hands.get(pointId)?.name ?? null,
					up: place(number, index, length),
					down: place(number, index + 2, length)
				}))
		})),
		drops: draft.drops.map(({ number, title, reason }) => ({ number, title, reason }))
	};
}

async function desktop(ctx: Ctx) {
	obey(mayReadDraft(ctx.person));
	const { id } = await consultations.current(ctx);
	const draft = await strategy.draftOf(ctx, id);
	const writing = mayDraft(ctx.person).ok;
	return {
		writing,
		draft: draft && (await board(ctx, draft, writing)),
		amendments: await amendments.countOpen(ctx, id),
		newest: (await strategy.latestHead(ctx, id))?.number ?? null
	};
}

export const load = ({ locals: { ctx } }) => showing(desktop(ctx));

/** "12:3": point 12 to place 3 of its field. */
const MoveButton = z.object({
	...draftMarks,
	move: z
		.string('wrong')
		.regex(/^\d{1,9}:\d{1,9}$/, 'wrong')
		.transform((text) => text.split(':').map(Number))
});
const RestoreButton = DraftMarks.extend({ number: z.coerce.number('wrong') });

export const actions = {
	start: (event) =>
		act(event, z.object({}), async (ctx) => {
			const { id } = await consultations.current(ctx);
			await strategy.startDraft(ctx, id);
			return `${desk}?ok=draftBegun`;
		}),
	head: (event) =>
		act(event, HeadForm, async (ctx, form) => {
			await strategy.changeHead(ctx, form);
			return `${desk}?ok=${await saved(ctx, form.version, 'draftChanged')}`;
		}),
	move: (event) =>
		act(event, MoveButton, async (ctx, { move: [number = 0, to = 0], ...marks }) => {
			await strategy.movePoint(ctx, number, { ...marks, to });
			return `${desk}?ok=${await saved(ctx, marks.version, 'draftChanged')}#punkt-${number}`;
		}),
	restore: (event) =>
		act(event, RestoreButton, async (ctx, { number, ...marks }) => {
			await strategy.restorePoint(ctx, number, marks);
			return `${desk}?ok=pointRestored`;
		})
};
