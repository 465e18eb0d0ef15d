import { ownPaper } from '#lib/privacy/ownPaper.server.ts';
import { sendFile } from '#lib/server/http/sendFile.ts';
import { requireSignIn } from '#lib/server/http/signIn/requireSignIn.ts';

export const GET = async ({ locals: { ctx } }) => {
	requireSignIn(ctx, '/meine-daten');
	return sendFile(() => ownPaper(ctx), { how: 'attachment' });
};
