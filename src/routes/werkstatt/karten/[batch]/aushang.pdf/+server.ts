import { noticePaper } from '#lib/answers/noticePaper.server.ts';
import { sendFile } from '#lib/server/http/sendFile.ts';

export const GET = async ({ locals: { ctx }, params }) => sendFile(() => noticePaper(ctx, params.batch));
