import { ownPaper } from '#lib/privacy/ownPaper.server.ts';
import { handOut } from '#lib/server/http/paper.ts';
import { visitorOrSignIn } from '#lib/server/http/visitor.ts';

export const GET = async ({ locals: { ctx } }) => {
	visitorOrSignIn(ctx, '/meine-daten');
	return handOut(() => ownPaper(ctx), { how: 'attachment' });
};
