import { noticePaper } from '#lib/answers/noticePaper.server.ts';
import { handOut } from '#lib/server/http/paper.ts';

export const GET = async ({ locals: { ctx }, params }) => handOut(() => noticePaper(ctx, params.batch));
