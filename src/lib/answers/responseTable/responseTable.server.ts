import * as consultations from '../../consultations/consultations.server.ts';
import * as distillation from '../../distillation/distillation.server.ts';
import { groupName } from '../../people/groupNames.ts';
import * as proposals from '../../proposals/proposals.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import * as strategy from '../../strategy/strategy.server.ts';
import { fill, t } from '../../texts/texts.ts';
import { obey } from '../../verdict.ts';
import { mayReadAnswers } from '../answer.ts';
import { worklist, type WorkItem } from '../worklist/worklist.server.ts';
import { placesIn, type WorkInput } from '../worklist/worklist.ts';
import type { ResponseRow } from './responseTable.ts';

const PIECE = 200;

type Places = readonly { pointNumber: number; pointTitle: string }[];

/** What the filter of the worklist shows, at most so many contributions: each concern with its answer and its points. */
export async function rows(ctx: Ctx, ask: WorkInput, { named, most }: { named: boolean; most: number }) {
	obey(mayReadAnswers(ctx.person));
	const { id } = await consultations.current(ctx);
	const draft = await strategy.draftOf(ctx, id);
	const inDraft = placesIn(draft?.points ?? []);
	const found: ResponseRow[] = [];
	let after: string | undefined;
	let count = 0;
	do {
		const { items, next } = await worklist(ctx, id, { ...ask, after }, Math.min(PIECE, most - count), true);
		found.push(...(await piece(ctx, items, { named, inDraft })));
		count += items.length;
		after = next ?? undefined;
	} while (after !== undefined && count < most);
	return { rows: found, whole: after === undefined };
}

interface Known {
	named: boolean;
	inDraft: ReadonlyMap<string, Places>;
}

async function piece(ctx: Ctx, items: readonly WorkItem[], { named, inDraft }: Known): Promise<ResponseRow[]> {
	const ids = items.map(({ id }) => id);
	const texts = await proposals.published(ctx, ids);
	const published = await strategy.placesOf(ctx, ids);
	const clusters = await distillation.placesOf(ctx, ids);
	const segments = await distillation.segmentsOf(ctx, texts);
	return items.flatMap((item) => {
		const organisation = texts.find(({ id }) => id === item.id)?.organisation ?? null;
		const from = (named && organisation) || (item.authorGroup ? groupName(item.authorGroup) : '');
		const points = inDraft.get(item.id) ?? published.get(item.id) ?? [];
		const head = { number: item.number, from, field: item.field ?? '', title: item.title, ...said(item, points) };
		const places = clusters.get(item.id) ?? [];
		const concernOf = (segmentId: string | null) =>
			places
				.filter((place) => place.segmentId === segmentId)
				.map(({ title }) => title)
				.join('; ');
		const cut = (segments.get(item.id) ?? []).map(({ id, text }) => ({ ...head, text, concern: concernOf(id) }));
		const whole = { ...head, text: item.body, concern: concernOf(null) };
		return cut.length === 0 || whole.concern !== '' ? [whole, ...cut] : cut;
	});
}

function said({ answer }: WorkItem, points: Places) {
	const disposition = answer ? t.answers.dispositions[answer.disposition] : '';
	const responsible = answer?.responsible ? fill(t.answers.responsible, { name: answer.responsible }) : '';
	return {
		answer: [disposition, responsible].filter(Boolean).join('. '),
		reason: answer?.reason ?? '',
		points: points
			.map((point) => fill(t.answers.place, { number: point.pointNumber, title: point.pointTitle }))
			.join('; ')
	};
}
