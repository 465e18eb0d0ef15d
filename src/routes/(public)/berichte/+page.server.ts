import * as reports from '#lib/reports/reports.server.ts';

export const load = async ({ locals: { ctx } }) => ({
	reports: (await reports.list(ctx)).map(({ number, title, publishedAt, versionNumber, withdrawnAt }) => {
		return { number, title, publishedAt, versionNumber, withdrawn: withdrawnAt !== null };
	})
});
