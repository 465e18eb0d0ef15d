import { mayDraftCall } from '#lib/calls/call.ts';
import * as calls from '#lib/calls/calls.server.ts';
import { showing } from '#lib/server/http/forms/act.ts';
import { explain } from '#lib/texts/texts.ts';

export const load = async ({ locals: { ctx } }) => ({
	calls: (await showing(calls.all(ctx))).map(({ number, title, versionNumber, publishedAt }) => ({
		number,
		title,
		versionNumber,
		published: publishedAt !== null
	})),
	whyNot: explain(mayDraftCall(ctx.person))
});
