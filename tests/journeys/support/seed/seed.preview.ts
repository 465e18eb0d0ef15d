import { randomUUID } from 'node:crypto';
import * as previews from '#lib/previews/previews.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';
import { found } from '#lib/verdict.ts';

/** Somebody without an account may read the draft of call 2. The token of their link. */
export async function showDraft(ctx: Ctx): Promise<string> {
	const { drafts } = await previews.overview(ctx);
	const { kind, id } = found(
		drafts.find((draft) => draft.kind === 'call'),
		'draft of a call'
	);
	const form = { id: randomUUID(), subject: { kind, id }, label: 'Büro des Ausschusses', days: 14 };
	return (await previews.make(ctx, form)).address.split('/').at(-1) ?? '';
}
