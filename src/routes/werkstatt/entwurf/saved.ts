import * as publishing from '#lib/publishing/publishing.server.ts';
import type { Ctx } from '#lib/server/ctx.ts';

/** What to say after a change of a draft: that somebody has to agree anew is said only when somebody had agreed. */
export async function saved<Key extends string>(ctx: Ctx, versionId: string, otherwise: Key) {
	return (await publishing.hasLostApproval(ctx, versionId)) ? 'draftChangedAnew' : otherwise;
}
