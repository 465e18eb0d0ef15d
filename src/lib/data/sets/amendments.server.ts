import * as amendments from '../../amendments/amendments.server.ts';
import * as consultations from '../../consultations/consultations.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import * as strategy from '../../strategy/strategy.server.ts';
import { firstVersions } from './comments.server.ts';
import { day } from './contributions.server.ts';
import type { Traced } from '../dataset.ts';

const PAGE = 100;

/** Every public amendment, with what became of it, as far as a published version says so. */
export async function* aenderungen(ctx: Ctx): AsyncGenerator<Traced<'aenderungen'>[]> {
	const first = await firstVersions(ctx);
	const slugs = new Map((await consultations.all(ctx)).map(({ id, slug }) => [id, slug]));
	for await (const page of amendments.published(ctx, PAGE)) {
		const headings = await strategy.headingsOf(ctx, [...new Set(page.map(({ wordingId }) => wordingId))]);
		yield page.map((one) => ({
			trace: { kind: 'amendment', id: one.id, stamp: one.redactedAt },
			row: {
				nummer: one.number,
				verfahren: slugs.get(one.consultationId) ?? null,
				punkt: headings.get(one.wordingId)?.number ?? null,
				fassung: first.get(one.wordingId) ?? null,
				titel: one.title,
				text: one.body,
				grund: one.reason,
				gruppe: one.authorGroup,
				organisation: one.organisation,
				geschrieben: day(one.createdAt),
				veroeffentlicht: day(one.publishedAt),
				geschwaerzt: one.redactedAt !== null,
				unterstuetzungen: one.supportCount,
				ergebnis: one.decision?.outcome ?? null,
				begruendung: one.decision?.reason ?? null,
				ergebnis_fassung: one.decision?.versionNumber ?? null,
				adresse: `${ctx.app.config.origin}/aenderungen/${one.number}`
			}
		}));
	}
}
