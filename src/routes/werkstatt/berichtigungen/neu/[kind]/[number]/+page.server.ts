import { z } from 'zod';
import { digestOf } from '#lib/canonical.ts';
import {
	CorrectionForm,
	mayAddend,
	RemovalForm,
	THINGS,
	WithdrawalForm,
	type Thing
} from '#lib/corrections/addendum.ts';
import * as corrections from '#lib/corrections/corrections.server.ts';
import { placeLabel, SLUGS, thingLink } from '#lib/corrections/shown.ts';
import { slipOf } from '#lib/corrections/slip.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { act, showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import { found, obey } from '#lib/verdict.ts';

const ACTS = ['berichtigen', 'schwaerzen', 'zurueckziehen'] as const;
const Asked = z.object({
	was: z.enum(ACTS).nullable().catch(null),
	stelle: z.string().max(60).nullable().catch(null)
});

async function desk(ctx: Ctx, slug: string, number: number, url: URL) {
	obey(mayAddend(ctx.person));
	const kind = found(
		THINGS.find((one) => SLUGS[one] === slug),
		'thing'
	);
	const thing: Thing = { kind, number };
	const { title, passages, withdrawnAt, successor } = await corrections.published(ctx, thing);
	const asked = Asked.parse({ was: url.searchParams.get('was'), stelle: url.searchParams.get('stelle') });
	const passage = passages.find(({ key }) => key === asked.stelle);
	const others = kind === 'version' ? [] : await corrections.standing(ctx, kind);
	return {
		...{ id: newId(), thing: { ...thing, ...thingLink(thing), title }, was: asked.was },
		places: passages.map(({ key, text }) => ({ key, label: placeLabel(key), text: text.slice(0, 60) })),
		passage: passage && {
			...{ key: passage.key, label: placeLabel(passage.key), text: passage.text, max: passage.max },
			...{ seen: digestOf(passage.text), allowed: slipOf(passage.text, '').allowed }
		},
		mayWithdraw: kind !== 'version' && (withdrawnAt === null || successor === null),
		mayCorrect: withdrawnAt === null,
		others: others.filter((one) => one.number !== number)
	};
}

export const load = ({ locals: { ctx }, params, url }) => showing(desk(ctx, params.kind, Number(params.number), url));

const draftOf = (id: string) => `/werkstatt/berichtigungen/${id}?ok=addendumProposed`;

export const actions = {
	correct: (event) =>
		act(event, CorrectionForm, async (ctx, form) => draftOf(await corrections.proposeCorrection(ctx, form))),
	remove: (event) => act(event, RemovalForm, async (ctx, form) => draftOf(await corrections.proposeRemoval(ctx, form))),
	withdraw: (event) =>
		act(event, WithdrawalForm, async (ctx, form) => draftOf(await corrections.proposeWithdrawal(ctx, form)))
};
