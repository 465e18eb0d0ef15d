import * as consultations from '#lib/consultations/consultations.server.ts';
import * as distillation from '#lib/distillation/distillation.server.ts';
import { LogPlace } from '#lib/distillation/actions/action.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { newId } from '#lib/server/ids.ts';
import { undo } from '../../verteilen/undo.ts';

const page = '/werkstatt/stapel/verlauf';

async function history(ctx: Ctx, after: string | null) {
	const { id } = await consultations.current(ctx);
	const before = LogPlace.read(after);
	const { deeds, more } = await distillation.log(ctx, { consultationId: id, before });
	const last = deeds.at(-1);
	return {
		deeds,
		undoId: newId(),
		next: more && last ? `${page}?nach=${LogPlace.write(last)}` : null,
		first: before ? page : null
	};
}

export const load = ({ locals: { ctx }, url }) => showing(history(ctx, url.searchParams.get('nach')));

export const actions = { undo };
