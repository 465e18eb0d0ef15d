import { handOut } from '#lib/server/http/paper.ts';
import { ballotPaper } from '#lib/votes/ballotPaper.server.ts';

export const GET = async ({ locals: { ctx }, url }) => handOut(() => ballotPaper(ctx, url.searchParams.get('feld')));
