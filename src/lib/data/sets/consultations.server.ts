import { digestOf } from '../../canonical.ts';
import * as consultations from '../../consultations/consultations.server.ts';
import * as corrections from '../../corrections/corrections.server.ts';
import * as evaluations from '../../evaluations/evaluations.server.ts';
import * as opinion from '../../opinion/opinion.server.ts';
import * as priorities from '../../priorities/priorities.server.ts';
import * as reports from '../../reports/reports.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import * as strategy from '../../strategy/strategy.server.ts';
import { frozenTexts } from '../../strategy/frozen/freeze.server.ts';
import type { CODES } from './columns/codes.ts';
import { day } from './contributions.server.ts';
import type { RowOf } from '../dataset.ts';

/** What everything else stands in: consultations, their fields and phases, and the texts that digests are of. */
export async function* verfahren(ctx: Ctx): AsyncGenerator<RowOf<'verfahren'>[]> {
	yield (await consultations.all(ctx)).map(({ id, slug, title, lead, questions }, place) => ({
		kurzname: slug,
		kennung: id,
		stelle: place,
		titel: title,
		einleitung: lead || null,
		fragen: questions.join('\n') || null
	}));
}

export async function* handlungsfelder(ctx: Ctx): AsyncGenerator<RowOf<'handlungsfelder'>[]> {
	const former = await strategy.formerFieldTitles(ctx);
	for (const { slug, allFields } of await consultations.all(ctx)) {
		yield allFields.map((field, place) => ({
			verfahren: slug,
			stelle: place,
			kurzname: field.slug,
			titel: field.title,
			einleitung: field.lead || null,
			fruehere_titel: former.get(field.id)?.join('\n') ?? null
		}));
	}
}

export async function* phasen(ctx: Ctx): AsyncGenerator<RowOf<'phasen'>[]> {
	for (const { slug, phases } of await consultations.all(ctx)) {
		yield phases.map(({ slug: art, title, asks, answerBy, beginsAt, endsAt }) => ({
			verfahren: slug,
			...{ art, art_label: title, beginnt: beginsAt, endet: endsAt },
			fragt: asks || null,
			antwort_bis: answerBy ?? null
		}));
	}
}

interface Sealed {
	number: number;
	consultationId: string;
	at: string | null;
	text: string;
}

export async function* dokumente(ctx: Ctx): AsyncGenerator<RowOf<'dokumente'>[]> {
	const slugs = new Map((await consultations.all(ctx)).map(({ id, slug }) => [id, slug]));
	const rows = (kind: keyof typeof CODES.document, texts: readonly Sealed[]) =>
		texts.map((one) => ({
			art: kind,
			nummer: one.number,
			verfahren: slugs.get(one.consultationId) ?? '',
			veroeffentlicht: day(one.at),
			pruefsumme: digestOf(one.text),
			text: one.text
		}));
	const now = <T extends { textNow: string | null; publishedAt: string | null }>(all: readonly T[]) =>
		all.flatMap((one) => (one.textNow === null ? [] : [{ ...one, at: one.publishedAt, text: one.textNow }]));
	const first = <T extends { frozen: string; publishedAt: string | null }>(all: readonly T[]) =>
		all.map((one) => ({ ...one, at: one.publishedAt, text: one.frozen }));
	const [versions, sent] = [await frozenTexts(ctx), await reports.every(ctx)];
	yield rows('version', first(versions));
	yield rows(
		'landscape',
		(await opinion.every(ctx)).map((one) => ({ ...one, text: one.content }))
	);
	yield rows('report', first(sent));
	yield rows('addendum', first(await corrections.frozenTexts(ctx)));
	yield rows('priority', first(await priorities.frozenTexts(ctx)));
	yield rows('evaluation', first(await evaluations.frozenTexts(ctx)));
	yield rows('versionNow', now(versions));
	yield rows('reportNow', now(sent));
}
