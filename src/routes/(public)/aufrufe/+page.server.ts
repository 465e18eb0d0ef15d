import * as calls from '#lib/calls/calls.server.ts';

export const load = async ({ locals: { ctx } }) => ({
	calls: (await calls.published(ctx)).map(({ number, title, deadline, publishedAt, versionNumber, withdrawnAt }) => ({
		number,
		title,
		deadline,
		publishedAt,
		versionNumber,
		withdrawn: withdrawnAt !== null
	}))
});
