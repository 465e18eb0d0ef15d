import { handbookPaper } from '#lib/handbook/handbookPaper.server.ts';
import { sendFile } from '#lib/server/http/sendFile.ts';

export const GET = async ({ locals: { ctx } }) => sendFile(() => handbookPaper(ctx));
