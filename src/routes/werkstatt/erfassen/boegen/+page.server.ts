import { mayRecord } from '#lib/recording/recording.ts';
import { admit } from '#lib/server/http/forms/act.ts';
import { openPdfWorker } from '#lib/server/print/pdfWorker.server.ts';

export const load = async ({ locals: { ctx } }) => {
	admit(mayRecord(ctx.person));
	return { printable: await openPdfWorker.able() };
};
