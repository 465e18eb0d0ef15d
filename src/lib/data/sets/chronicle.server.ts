import type { Happened } from '../../chronicle/happened.ts';
import * as chronicle from '../../chronicle/chronicle.server.ts';
import * as consultations from '../../consultations/consultations.server.ts';
import * as log from '../../moderation/moderation.server.ts';
import type { Ctx } from '../../server/ctx.ts';
import type { RowOf } from '../dataset.ts';

const PAGE = 100;

/** The chronicle, oldest first: what happened with its day, contributions counted by the day. */
export async function* chronik(ctx: Ctx): AsyncGenerator<RowOf<'chronik'>[]> {
	const slugs = new Map((await consultations.all(ctx)).map(({ id, slug }) => [id, slug]));
	const titles = await consultations.phaseTitles(ctx);
	const all = await chronicle.everything(ctx);
	for (let at = 0; at < all.length; at += PAGE) {
		yield all
			.slice(at, at + PAGE)
			.map((one) => row(ctx, { slug: slugs.get(one.consultationId ?? '') ?? null, titles }, one));
	}
}

interface Around {
	slug: string | null;
	/** What phases are called. */
	titles: ReadonlyMap<string, string>;
}

function row(ctx: Ctx, { slug, titles }: Around, { day, event, facts, text, href }: Happened): RowOf<'chronik'> {
	return {
		verfahren: slug,
		tag: day,
		ereignis: event,
		nummer: facts.number,
		titel: facts.title,
		phase: facts.kind,
		phase_label: facts.kind === null ? null : (titles.get(facts.kind) ?? facts.kind),
		stand: facts.status,
		fassung: facts.version,
		zahl: facts.count,
		text,
		adresse: href && `${ctx.app.config.origin}${href}`
	};
}

/** What was done against texts, oldest first; never to whose, by whom, or their words. */
export async function* moderation(ctx: Ctx): AsyncGenerator<RowOf<'moderation'>[]> {
	for await (const page of log.interventions(ctx, PAGE)) {
		yield page.map(({ day, kind, deed, ground }) => ({ tag: day, art: kind, entscheidung: deed, grund: ground }));
	}
}

/** How often what was done, month by month. */
export async function* moderationsmonate(ctx: Ctx): AsyncGenerator<RowOf<'moderationsmonate'>[]> {
	yield (await log.monthly(ctx)).map(({ month, deed, ground, count }) => ({
		monat: month,
		entscheidung: deed,
		grund: ground,
		anzahl: count
	}));
}
