import * as consultations from '../consultations/consultations.server.ts';
import * as opinion from '../opinion/opinion.server.ts';
import * as reports from '../reports/reports.server.ts';
import type { Ctx } from '../server/ctx.ts';
import { sealedTexts } from '../strategy/sealed.server.ts';
import type { CODES } from './codes.ts';
import { day } from './contributions.server.ts';
import type { RowOf } from './dataset.ts';

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
	for (const { slug, fields } of await consultations.all(ctx)) {
		yield fields.map((field, place) => ({
			verfahren: slug,
			stelle: place,
			kurzname: field.slug,
			titel: field.title,
			einleitung: field.lead || null
		}));
	}
}

export async function* phasen(ctx: Ctx): AsyncGenerator<RowOf<'phasen'>[]> {
	for (const { slug, phases } of await consultations.all(ctx)) {
		yield phases.map(({ kind, beginsAt, endsAt }) => ({
			verfahren: slug,
			art: kind,
			beginnt: beginsAt,
			endet: endsAt
		}));
	}
}

interface Sealed {
	number: number;
	consultationId: string;
	digest: string | null;
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
			pruefsumme: one.digest,
			text: one.text
		}));
	yield rows(
		'version',
		(await sealedTexts(ctx)).map((one) => ({ ...one, at: one.publishedAt, text: one.frozen }))
	);
	yield rows(
		'landscape',
		(await opinion.every(ctx)).map((one) => ({ ...one, text: one.content }))
	);
	yield rows(
		'report',
		(await reports.every(ctx)).map((one) => ({ ...one, at: one.publishedAt, text: one.frozen }))
	);
}
